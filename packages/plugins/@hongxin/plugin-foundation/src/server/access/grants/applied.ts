import { createHash } from 'node:crypto';
import type { GrantedAction } from './actions';

/** What was written for one role and collection, kept to tell later whether somebody edited it. */
export interface AppliedGrant {
  actions: { name: string; fields: string[]; scope: string | null }[];
  /** Fields the code gave the collection then; one added later is no edit of the grant. */
  known: string[];
}

/** The comparable form of a grant. */
export function appliedGrant(actions: readonly GrantedAction[], known: readonly string[]): AppliedGrant {
  return {
    actions: actions
      .map(({ name, fields, scope }) => ({
        name,
        fields: [...new Set(fields)].sort(),
        scope: scope ? JSON.stringify(scope.scope) : null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    known: [...known].sort(),
  };
}

/** Equal hashes: the same actions with the same fields and scopes. */
export function hashOf(grant: AppliedGrant): string {
  return createHash('sha256').update(JSON.stringify(grant.actions)).digest('hex');
}

/**
 * Whether the role tables still say what was written. Fields that came later do not count: NocoBase grants every new
 * field to whoever has the action.
 */
export function isAsWritten(current: readonly GrantedAction[], before: AppliedGrant): boolean {
  const known = new Set(before.known);
  const restricted = current.map((action) => ({
    ...action,
    fields: action.fields.filter((field) => known.has(field)),
  }));
  return hashOf(appliedGrant(restricted, before.known)) === hashOf(before);
}
