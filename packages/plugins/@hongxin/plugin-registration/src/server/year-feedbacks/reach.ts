import type { Context } from '@nocobase/actions';
import { currentIdentity, refuse } from '@hongxin/plugin-foundation';
import { YEAR_FEEDBACKS } from '../constants';
import { yearFeedbackProcess } from './process';

export function requireUser(): { userId: number; roles: readonly string[] } {
  const identity = currentIdentity();
  if (!identity || identity.userId === null) throw refuse(403, 'NOT_PERMITTED');
  return { userId: identity.userId, roles: identity.roles };
}

/** The records in which the caller's roles give an action, with the caller's own values filled in. */
export async function scopeOf(ctx: Context, actionName: string): Promise<Record<string, unknown>> {
  if (!ctx.can({ resource: YEAR_FEEDBACKS, action: actionName })) throw refuse(403, 'NOT_PERMITTED');
  const { parsedParams } = await ctx.acl.resolveActionParams(ctx, { resourceName: YEAR_FEEDBACKS, actionName });
  return (parsedParams?.filter as Record<string, unknown> | undefined) ?? {};
}

/** What a message calls a year that was not given, or is no text. */
const NOTHING = { zh: '空', en: 'nothing' };

/**
 * The year that is meant; what is none is shown as it was sent.
 * @throws Refusal 400
 */
export const yearOf = (ctx: Context): number =>
  yearIn((ctx.action.params.values as { year?: unknown } | undefined)?.year);

/** The same of a parameter. */
export function yearIn(given: unknown): number {
  const year = typeof given === 'string' && /^[0-9]{4}$/.test(given) ? Number(given) : given;
  if (typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2200) return year;
  const isShown = (typeof given === 'string' && given !== '') || ['number', 'boolean'].includes(typeof given);
  throw refuse(400, 'FEEDBACK_YEAR_INVALID', { year: isShown ? String(given).slice(0, 40) : NOTHING }, 'year');
}

/**
 * Feedbacks that a step takes all at once. Objections are answered one by one; only units without liaison are signed
 * for.
 */
export function readyFor(transition: string): Record<string, unknown> {
  if (transition === 'comment') return { state: 'computed' };
  if (transition === 'signFor') return { state: 'commented', unitLiaisonId: null };
  return { state: { $in: [...yearFeedbackProcess.transitions[transition as 'sign'].from] } };
}
