import type { Context } from '@nocobase/actions';
import { body } from '@hongxin/plugin-foundation';
import { YEAR_FEEDBACKS } from '../constants';
import { yearFeedbackProcess } from './process';

/** The records in which the caller's roles give an action, with the caller's own values filled in. */
export async function scopeOf(ctx: Context, actionName: string): Promise<Record<string, unknown>> {
  const { parsedParams } = await ctx.acl.resolveActionParams(ctx, { resourceName: YEAR_FEEDBACKS, actionName });
  return (parsedParams?.filter as Record<string, unknown> | undefined) ?? {};
}

/** What a message calls a year that was not given, or is no text. */
const NOTHING = { zh: '空', en: 'nothing' };

/** The year that is meant, by its number or in digits; what is none is shown as it was sent. */
export const YEAR = body.otherwise(body.whole({ zh: '年度', en: 'year' }, 2000, 2200), (given) => {
  const isShown = (typeof given === 'string' && given !== '') || ['number', 'boolean'].includes(typeof given);
  return { code: 'FEEDBACK_YEAR_INVALID', params: { year: isShown ? String(given).slice(0, 40) : NOTHING } };
});

/**
 * Feedbacks that a step takes all at once. Objections are answered one by one; only units without liaison are signed
 * for.
 */
export function readyFor(transition: string): Record<string, unknown> {
  if (transition === 'comment') return { state: 'computed' };
  if (transition === 'signFor') return { state: 'commented', unitLiaisonId: null };
  return { state: { $in: [...yearFeedbackProcess.transitions[transition as 'sign'].from] } };
}
