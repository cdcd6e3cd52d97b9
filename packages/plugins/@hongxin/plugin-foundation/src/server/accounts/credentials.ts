import type { Context } from '@nocobase/actions';
import { refuse } from '../errors';

/** What of a sign-in may name the account; NocoBase looks an `email` up before an `account`. */
const NAMES = ['account', 'email', 'username', 'phone'];
const NAME_MAX = 255;
const PASSWORD_MAX = 1000;

/** What a request brings, as NocoBase's own action will read it. */
export const valuesOf = (ctx: Context): Record<string, unknown> =>
  (ctx.action.params.values ?? {}) as Record<string, unknown>;

/**
 * Everything that is written of an account or a password is a text: anything else becomes an operator of the database, and
 * finds other accounts than the one that is counted.
 * @throws Refusal 400
 */
export function requireTexts(values: Record<string, unknown>, fields: readonly string[]): void {
  for (const field of fields) {
    const value = values[field];
    const isText = typeof value === 'string' && value.length <= (NAMES.includes(field) ? NAME_MAX : PASSWORD_MAX);
    if (value !== undefined && (!isText || value.includes('\0'))) throw refuse(400, 'CREDENTIAL_NOT_TEXT', {}, field);
  }
}

/**
 * Reads who wants to sign in, and leaves one name for NocoBase to look for.
 * @returns every name that was given
 * @throws Refusal 400 where a name or the password is no text
 */
export function namesOf(ctx: Context): string[] {
  const values = valuesOf(ctx);
  requireTexts(values, [...NAMES, 'password']);
  const names = NAMES.map((field) => values[field]).filter((each): each is string => !!each);
  const isByPassword = Boolean(values.account || values.email);
  if (isByPassword && typeof values.password !== 'string') throw refuse(400, 'CREDENTIAL_NOT_TEXT', {}, 'password');
  // who gives both would be counted under one and signed in under the other
  if (values.account) delete values.email;
  return names;
}
