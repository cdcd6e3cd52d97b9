import { chinaDay, durationText, reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import {
  changesText,
  checkFeedbackPoints,
  checkFeedbackYear,
  compareFeedback,
  issuableFrom,
  type FeedbackFigure,
} from '@hongxin/rules/registration';
import type { TransitionContext } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import type { Services } from '@hongxin/plugin-foundation';
import { rubricOf } from './counting';
import { preparedFor } from './prepared';
import { computedColumns, saidIn } from './record';
import { signatureOf } from './signature';

/** The community's points are within the rubric, whatever the settings say now. */
export const pointsAreSound =
  (services: Services) =>
  async (context: TransitionContext): Promise<Reason[]> => {
    const { counting } = await preparedFor(services, context);
    return reasonsOf(checkFeedbackPoints(saidIn(context.record), counting.rubric));
  };

/** Computes the year anew, with what the community says. */
export const compute =
  (services: Services) =>
  async (context: TransitionContext): Promise<void> => {
    const { facts, counting } = await preparedFor(services, context);
    const said = saidIn(context.record);
    context.record.set(computedColumns(facts, said, counting));
  };

/**
 * What was commented is what is signed, and what was signed is what is issued: every figure that can change is counted
 * again and compared. Had one changed since, the community computes anew and the unit signs that.
 */
export const figuresStillHold =
  (services: Services) =>
  async (context: TransitionContext): Promise<Reason[]> => {
    const { record, now } = context;
    // while a year runs its figures change by themselves: that it has not ended is the reason then
    if (!checkFeedbackYear(Number(record.get('year')), chinaDay(now)).ok) return [];
    const { facts, counting } = await preparedFor(services, context);
    const total = record.get('total') as number | null;
    const shown = { figures: record.get('figures') as FeedbackFigure[] | null, total: total ?? null };
    const changes = compareFeedback(shown, { ...facts, ...saidIn(record) }, rubricOf(counting, facts));
    return changes.length === 0
      ? []
      : [registrationReason('FEEDBACK_FIGURES_CHANGED', { detail: changesText(changes) })];
  };

/** The year has ended, and the days in which the member may object are over: they are kept by the day. */
export const mayBeIssued =
  (services: Services) =>
  async (context: TransitionContext): Promise<Reason[]> => {
    const { record, now } = context;
    const { options } = await preparedFor(services, context);
    const today = chinaDay(now);
    const year = reasonsOf(checkFeedbackYear(Number(record.get('year')), today));
    const from = issuableFrom((record.get('signedAt') as Date | null) ?? now, options.objectionDays);
    return from <= today ? year : [...year, registrationReason('FEEDBACK_OBJECTION_OPEN', { from })];
  };

/**
 * Issuing locks the year: hours that nobody has decided on by then can only be refused. Who issues knows of them, and
 * says so with this very step.
 */
export const pendingIsKnown =
  (services: Services) =>
  async (context: TransitionContext): Promise<Reason[]> => {
    const { facts } = await preparedFor(services, context);
    if (facts.pendingMinutes === 0 || context.values.confirmPending === true) return [];
    const [zh, en] = (['zh', 'en'] as const).map((language) => durationText(facts.pendingMinutes, language));
    const params = { year: facts.year, detail: { zh, en } };
    return [registrationReason('FEEDBACK_HOURS_PENDING', params, 'confirmPending')];
  };

/** The signature is the account of the liaison, or of who signs for a unit without one: who, and when. */
export async function keepSignature({ db, record, actor, now, transaction }: TransitionContext): Promise<void> {
  const userId = actor.userId ?? actor.onBehalfOfId ?? null;
  const signature = userId === null ? null : await signatureOf(userId, { db, transaction });
  record.set({ signedAt: now, signature });
}

/** Who signs for a unit without liaison says how the unit was heard: that stands as its opinion, marked as theirs. */
export async function keepUnitsWord({ record, opinion }: TransitionContext): Promise<void> {
  record.set({ unitOpinion: opinion, isSignedFor: true });
}

export async function keepObjection({ record, opinion }: TransitionContext): Promise<void> {
  record.set('objection', opinion);
}

/** What a unit says to a comment. */
const NOT_SIGNED = { signedAt: null, signature: null, isSignedFor: false, unitOpinion: null };
/** What a community says, where it says nothing. */
const NOT_COMMENTED = {
  communityPoints: null,
  bonusPoints: 0,
  communityComment: null,
  isOnLeave: false,
  isFalsified: false,
};

/** A year computed anew has neither been commented nor signed: nothing of either is carried along unseen. */
export async function forgetComment({ record }: TransitionContext): Promise<void> {
  record.set({ ...NOT_COMMENTED, ...NOT_SIGNED });
}

/** A comment is all that is said now: nothing of an earlier one, nor of the signature that it had, stays beside it. */
export async function commentAfresh({ record, values }: TransitionContext): Promise<void> {
  const unsaid = Object.entries(NOT_COMMENTED).filter(([field]) => !Object.hasOwn(values, field));
  record.set({ ...Object.fromEntries(unsaid), ...NOT_SIGNED });
}

/** When it was issued, and to whom. */
export const keepIssue =
  (services: Services) =>
  async (context: TransitionContext): Promise<void> => {
    const { recipient, facts } = await preparedFor(services, context);
    const confirmPending = facts.pendingMinutes > 0;
    context.record.set({ issuedAt: context.now, issuedTo: recipient, confirmPending });
  };
