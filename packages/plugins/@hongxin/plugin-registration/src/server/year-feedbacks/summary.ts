import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import { action, callerAreas, clock, currentIdentity, isAmong, reachesBy } from '@hongxin/plugin-foundation';
import { issuableFrom, signedBefore } from '@hongxin/rules/registration';
import { YEAR_FEEDBACKS } from '../constants';
import { yearFeedbackProcess } from './process';
import type { OwnAction, Services } from '@hongxin/plugin-foundation';
import { pendingHours, type PendingHours } from './pending';
import { readyFor, scopeOf, YEAR } from './reach';
import { FEEDBACK_SETTING, type FeedbackOptions } from './settings';

/** A step of all feedbacks of a year, as the caller may take it. */
export interface OpenStep {
  name: string;
  /** How many are due for it now. */
  count: number;
  /** Signed ones whose days to object are not over: how many, and the first day on which one of them is due. */
  notYet?: { count: number; from: string };
  /** Of those due, whose hours nobody has decided on yet. */
  pending?: PendingHours;
}

/** `hxYearFeedbacks:summary?year=`: how many feedbacks of the year stand where, as far as the caller sees. */
export const summaryAction = (services: Services): OwnAction =>
  action({ right: 'list', query: { year: YEAR } }, async ({ ctx, query: { year } }) => {
    const filter = { $and: [{ year }, await scopeOf(ctx, 'list')] };
    const states = Object.keys(yearFeedbackProcess.states);
    const repository = ctx.db.getRepository(YEAR_FEEDBACKS);
    const counted = (condition: object): Promise<number> => repository.count({ filter: { $and: [filter, condition] } });
    const counts: Record<string, number> = {};
    for (const state of states) counts[state] = await counted({ state });
    const { make, steps } = whatCallerMay(ctx);
    const open: OpenStep[] = [];
    for (const name of steps)
      open.push(
        name === 'issue'
          ? { name, ...(await issuable(ctx, filter, await services.setting(FEEDBACK_SETTING))) }
          : { name, count: await counted(readyFor(name)) },
      );
    return { year, counts, may: { make, steps: open } };
  });

/** The signed feedbacks by what can be done with them today, and what issuing them would close for good. */
async function issuable(
  ctx: Context,
  filter: object,
  { objectionDays }: FeedbackOptions,
): Promise<Omit<OpenStep, 'name'>> {
  const repository = ctx.db.getRepository(YEAR_FEEDBACKS);
  const before = signedBefore(clock.now(), objectionDays);
  const dueOnes = { $and: [filter, readyFor('issue'), { signedAt: { $lt: before } }] };
  const others = { $and: [filter, readyFor('issue'), { signedAt: { $gte: before } }] };
  const [due, waiting] = [
    (await repository.find({ filter: dueOnes, fields: ['id'] })) as Model[],
    (await repository.find({ filter: others, fields: ['signedAt'], sort: ['signedAt'] })) as Model[],
  ];
  const ids = due.map((row) => String(row.get('id')));
  const pending = ids.length === 0 ? undefined : await pendingHours(ids, { db: ctx.db });
  const first = waiting[0]?.get('signedAt') as Date | undefined;
  return {
    count: ids.length,
    ...(first ? { notYet: { count: waiting.length, from: issuableFrom(first, objectionDays) } } : {}),
    ...(pending ? { pending } : {}),
  };
}

/** Steps that who is in charge of a place takes all at once. */
const OF_THE_PLACE = ['comment', 'signFor', 'issue'] as const;

/** All the steps that the summary offers: what no button takes of all at once, `performAll` does not take either. */
export const ALL_AT_ONCE: ReadonlySet<string> = new Set(['sign', ...OF_THE_PLACE]);

/** Which buttons make sense for the caller; the process and the areas decide when one is pressed. */
function whatCallerMay(ctx: Context): { make: boolean; steps: readonly string[] } {
  const identity = currentIdentity();
  const isPlaced = callerAreas(ctx.app, YEAR_FEEDBACKS, 'transition') !== undefined;
  const isLiaison = reachesBy(ctx.app, YEAR_FEEDBACKS, 'transition', 'unitLiaisonId');
  const isOpen = (name: (typeof OF_THE_PLACE)[number]): boolean =>
    Boolean(identity?.isAdministrator) ||
    isAmong({ roles: identity?.roles ?? [] }, yearFeedbackProcess.transitions[name].by);
  return { make: isPlaced, steps: [...(isLiaison ? ['sign'] : []), ...(isPlaced ? OF_THE_PLACE.filter(isOpen) : [])] };
}
