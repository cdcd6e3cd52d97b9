import type { Model } from '@nocobase/database';
import {
  action,
  type Actor,
  body as field,
  clock,
  type ErrorEntry,
  foundationOf,
  Refusal,
  refusalOfMany,
  refuse,
  runAsSystem,
  TRANSITION_BODY,
} from '@hongxin/plugin-foundation';
import { chinaDay, reasonsOf, reasonsOnce, transitionOf } from '@hongxin/rules/mechanism';
import { checkFeedbackYear } from '@hongxin/rules/registration';
import { YEAR_FEEDBACKS } from '../constants';
import { yearFeedbackProcess } from './process';
import type { OwnAction, Services } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { callersAreas } from '../common/callers-areas';
import { makeFeedbacks } from './make';
import { prepareBatch } from './prepared';
import { readyFor, scopeOf, YEAR } from './reach';
import { readCounting } from './counting';
import { ALL_AT_ONCE } from './summary';

/** `hxYearFeedbacks:make` `{year}`: makes the year's feedbacks in the caller's areas; those already there stay. */
export const makeAction = (services: Services): OwnAction =>
  action(
    { right: 'transition', body: { year: YEAR }, writes: true },
    async ({ ctx, userId, transaction, body: { year } }) => {
      const objections = reasonsOf(checkFeedbackYear(year, chinaDay(clock.now())));
      if (objections.length > 0) throw new Refusal(400, objections);
      const within = callersAreas(ctx.app, YEAR_FEEDBACKS, 'transition');
      const counting = await readCounting({ get: services.setting }, { db: ctx.db, transaction });
      const ids = await makeFeedbacks(year, within, counting, { db: ctx.db, transaction });
      const now = clock.now();
      const entries = ids.map((recordId) => ({
        collectionName: YEAR_FEEDBACKS,
        recordId,
        transition: 'make',
        from: null,
        to: 'computed',
        actorId: userId,
        at: now,
      }));
      if (entries.length > 0) await runAsSystem(() => foundationOf(ctx.app).events.appendMany(entries, transaction));
      return { made: ids.length };
    },
  );

const PERFORM_ALL = {
  right: 'transition',
  body: {
    ...TRANSITION_BODY,
    year: YEAR,
    confirmPending: field.optional(field.flag({ zh: '仍有待认定时长，照常反馈', en: 'hours pending' })),
  },
} as const;

/** What a step of all feedbacks of a year came to. */
export interface PerformAllAnswer {
  performed: number;
  /** Those that could not be taken along: how many, and each reason once with whom it is about. */
  left?: { count: number; reasons: ErrorEntry[] };
}

/**
 * `hxYearFeedbacks:performAll` `{year, transition, values?, opinion?, confirmPending?}`: one step of all feedbacks of
 * the year that the caller sees. Those that are due are taken, each with all its guards, and the rest is named: one
 * late signature does not keep 136 others from their units. Where nothing could be taken, that is a refusal.
 */
export const performAllAction = (services: Services): OwnAction =>
  action(PERFORM_ALL, async ({ ctx, userId, roles, body }) => {
    const { year, transition, values, opinion, confirmPending } = body;
    const step = transitionOf(yearFeedbackProcess, transition);
    if (!step) throw refuse(400, 'PARAMETER_INVALID', { name: 'transition' });
    // a step that no button takes of all at once (recompute would undo every signature of a year) is taken one by one
    if (!ALL_AT_ONCE.has(transition)) throw refuse(400, 'FEEDBACK_STEP_ONE_BY_ONE', { step: step.label });
    const scope = await scopeOf(ctx, 'transition');
    const actor: Actor = { userId, roles };
    const given = confirmPending === null ? (values ?? {}) : { ...values, confirmPending };
    const { performed, refused } = await ctx.db.sequelize.transaction(async (transaction) => {
      const ready = { year, ...readyFor(transition) };
      const rows = await ctx.db.getRepository(YEAR_FEEDBACKS).find({
        filter: { $and: [ready, scope] },
        fields: ['id'],
        sort: ['id'],
        transaction,
      });
      const ids = (rows as Model[]).map((row) => String(row.get('id')));
      if (ids.length === 0) throw new Refusal(400, [registrationReason('FEEDBACK_NOTHING_OPEN', { year })]);
      await prepareBatch(services, ids, { db: ctx.db, transaction });
      const items = ids.map((recordId) => ({ recordId, actor, values: given, opinion }));
      return services.performReady({ collection: YEAR_FEEDBACKS, transition, items, transaction });
    });
    if (performed === 0) throw refusalOfMany(refused);
    const answer: PerformAllAnswer = { performed };
    if (refused.length > 0) {
      const reasons = foundationOf(ctx.app).errors.describer.entries(ctx, reasonsOnce(refused));
      answer.left = { count: refused.length, reasons };
    }
    return answer;
  });
