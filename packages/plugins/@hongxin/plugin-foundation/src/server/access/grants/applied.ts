import { createHash } from 'node:crypto';
import type { GrantedAction } from './actions';

/** What was written for one role and collection, kept to tell later whether somebody edited it. */
export interface AppliedGrant {
  actions: { name: string; fields: string[]; scope: string | null }[];
  /** Fields the collection had then; a field added later is no edit of the grant. */
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

/** A grant as it would be if only the fields of `known` existed. */
export function restrictedTo(grant: AppliedGrant, known: readonly string[]): AppliedGrant {
  const names = new Set(known);
  return {
    actions: grant.actions.map((action) => ({ ...action, fields: action.fields.filter((field) => names.has(field)) })),
    known: [...known].sort(),
  };
}

/** Equal hashes: the same actions with the same fields and scopes. */
export function hashOf(grant: AppliedGrant): string {
  return createHash('sha256').update(JSON.stringify(grant.actions)).digest('hex');
}
