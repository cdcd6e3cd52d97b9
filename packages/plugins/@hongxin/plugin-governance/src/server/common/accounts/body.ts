import { refuse } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';

/** Texts and numbers of bounded length: all that the public doors take. @throws Refusal 400 for anything else */
export function shortBody(ctx: Context): Record<string, unknown> {
  const values = (ctx.action.params.values ?? {}) as Record<string, unknown>;
  const isPlain = Object.values(values).every(
    (each) => ['string', 'number', 'undefined'].includes(typeof each) || each === null,
  );
  const isShort = Object.values(values).every((each) => typeof each !== 'string' || each.length <= 600);
  if (!isPlain || !isShort) throw refuse(400, 'PARAMETER_INVALID', { name: 'values' });
  return values;
}

export const credentialsIn = (values: Readonly<Record<string, unknown>>) => ({
  username: String(values.username ?? ''),
  password: String(values.password ?? ''),
});
