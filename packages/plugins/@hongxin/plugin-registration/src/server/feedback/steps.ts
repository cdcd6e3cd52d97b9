import { checkFeedbackPoints, checkFeedbackYear, reasonsOf, type Reason } from '@hongxin/rules';
import type { TransitionContext } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { dayInChina } from '../rules/china-year';
import type { ProcessServices } from '../processes/services';
import { preparedFor } from './prepared';
import { computedColumns, saidIn } from './record';

const DAY = 86_400_000;

/** The community's points are within the rubric, whatever the settings say now. */
export const pointsAreSound =
  (services: ProcessServices) =>
  async (context: TransitionContext): Promise<Reason[]> => {
    const { counting } = await preparedFor(services, context);
    return reasonsOf(checkFeedbackPoints(saidIn(context.record), counting.rubric));
  };

/** Computes the year anew, with what the community says. */
export const compute =
  (services: ProcessServices) =>
  async (context: TransitionContext): Promise<void> => {
    const { facts, counting } = await preparedFor(services, context);
    const said = saidIn(context.record);
    context.record.set(computedColumns(facts, said, counting));
  };

/**
 * What is signed and issued are the hours as they stand: had they changed since the comment, the community computes
 * anew and the unit signs that.
 */
export const figuresStillHold =
  (services: ProcessServices) =>
  async (context: TransitionContext): Promise<Reason[]> => {
    const { record } = context;
    const { facts, counting } = await preparedFor(services, context);
    const now = computedColumns(facts, saidIn(record), counting);
    const changed = ['minutes', 'times', 'claimsServed'].filter((field) => Number(record.get(field)) !== now[field]);
    if (changed.length === 0) return [];
    const hours = (minutes: unknown): number => Math.round(Number(minutes) / 6) / 10;
    const params = { before: hours(record.get('minutes')), now: hours(now.minutes) };
    return [registrationReason('FEEDBACK_FIGURES_CHANGED', params)];
  };

/** The year has ended, and the days in which the member may object are over. */
export const mayBeIssued =
  (services: ProcessServices) =>
  async (context: TransitionContext): Promise<Reason[]> => {
    const { record, now } = context;
    const { options } = await preparedFor(services, context);
    const year = reasonsOf(checkFeedbackYear(Number(record.get('year')), dayInChina(now)));
    const signedAt = record.get('signedAt') as Date | null;
    const from = new Date((signedAt?.getTime() ?? now.getTime()) + options.objectionDays * DAY);
    if (from <= now) return year;
    return [...year, registrationReason('FEEDBACK_OBJECTION_OPEN', { from: dayInChina(from) })];
  };

/** The signature is the account of the liaison, or of who signs for a unit without one: who, and when. */
export async function keepSignature({ db, record, actor, now, transaction }: TransitionContext): Promise<void> {
  const userId = actor.userId ?? actor.onBehalfOfId ?? null;
  const user =
    userId === null
      ? null
      : await db.getRepository('users').findOne({ filterByTk: userId, fields: ['nickname'], transaction });
  record.set({ signedAt: now, signature: user ? String(user.get('nickname')) : null });
}

/** Who signs for a unit without liaison says how the unit was heard: that stands as its opinion. */
export async function keepUnitsWord({ record, opinion }: TransitionContext): Promise<void> {
  record.set('unitOpinion', opinion);
}

export async function keepObjection({ record, opinion }: TransitionContext): Promise<void> {
  record.set('objection', opinion);
}

/** A year computed anew has not been commented or signed. */
export async function forgetSignature({ record }: TransitionContext): Promise<void> {
  record.set({ signedAt: null, signature: null, communityPoints: null });
}

/** When it was issued, and to whom. */
export const keepIssue =
  (services: ProcessServices) =>
  async (context: TransitionContext): Promise<void> => {
    const { recipient } = await preparedFor(services, context);
    context.record.set({ issuedAt: context.now, issuedTo: recipient });
  };
