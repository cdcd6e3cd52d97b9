import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import {
  type Actor,
  clock,
  currentIdentity,
  foundationOf,
  Refusal,
  refuse,
  runAsSystem,
} from '@hongxin/plugin-foundation';
import { checkFeedbackYear, reasonsOf } from '@hongxin/rules';
import { YEAR_FEEDBACKS } from '../constants';
import { yearFeedbackProcess } from '../processes/year-feedback';
import type { ProcessServices } from '../processes/services';
import { registrationReason } from '../reasons';
import { dayInChina } from '../rules/china-year';
import { callersAreas } from '../scope/callers-areas';
import { makeFeedbacks } from './make';
import { prepareBatch } from './prepared';
import { readCounting } from './counting';

/** `hxYearFeedbacks:make` `{year}`: makes the year's feedbacks in the caller's areas; those already there stay. */
export const makeAction =
  (services: ProcessServices) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const year = yearOf(ctx);
    const objections = reasonsOf(checkFeedbackYear(year, dayInChina(clock.now())));
    if (objections.length > 0) throw new Refusal(400, objections);
    const within = callersAreas();
    const { userId } = needUser();
    ctx.body = await ctx.db.sequelize.transaction(async (transaction) => {
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
    });
    await next();
  };

/**
 * `hxYearFeedbacks:performAll` `{year, transition, values?, opinion?}`: one step of all feedbacks of the year that the
 * caller sees and that are ready for it, all or none. A unit signs its members' at once, a community issues its own.
 */
export const performAllAction =
  (services: ProcessServices) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const year = yearOf(ctx);
    const { transition, values, opinion } = ctx.action.params.values as {
      transition?: unknown;
      values?: Record<string, unknown>;
      opinion?: string;
    };
    const step = yearFeedbackProcess.transitions[transition as 'sign'];
    if (typeof transition !== 'string' || !step) throw refuse(400, 'PARAMETER_INVALID', { name: 'transition' });
    const scope = await scopeOf(ctx, 'transition');
    const actor: Actor = needUser();
    ctx.body = await ctx.db.sequelize.transaction(async (transaction) => {
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
      const items = ids.map((recordId) => ({ recordId, actor, values, opinion }));
      await services.performMany({ collection: YEAR_FEEDBACKS, transition, items, transaction });
      return { performed: ids.length };
    });
    await next();
  };

function needUser(): { userId: number; roles: readonly string[] } {
  const identity = currentIdentity();
  if (!identity || identity.userId === null) throw refuse(403, 'NOT_PERMITTED');
  return { userId: identity.userId, roles: identity.roles };
}

/** The records in which the caller's roles give an action, with the caller's own values filled in. */
async function scopeOf(ctx: Context, actionName: string): Promise<Record<string, unknown>> {
  if (!ctx.can({ resource: YEAR_FEEDBACKS, action: actionName })) throw refuse(403, 'NOT_PERMITTED');
  const { parsedParams } = await ctx.acl.resolveActionParams(ctx, { resourceName: YEAR_FEEDBACKS, actionName });
  return (parsedParams?.filter as Record<string, unknown> | undefined) ?? {};
}

function yearOf(ctx: Context): number {
  const given: unknown = (ctx.action.params.values as { year?: unknown } | undefined)?.year;
  return typeof given === 'number' ? given : Number.parseInt(String(given), 10);
}

/** `hxYearFeedbacks:summary?year=`: how many feedbacks of the year stand where, as far as the caller sees. */
export async function summaryAction(ctx: Context, next: Next): Promise<void> {
  const year = Number.parseInt(String(ctx.action.params.year), 10);
  const filter = { $and: [{ year }, await scopeOf(ctx, 'list')] };
  const states = Object.keys(yearFeedbackProcess.states);
  const repository = ctx.db.getRepository(YEAR_FEEDBACKS);
  const counted = (condition: object): Promise<number> => repository.count({ filter: { $and: [filter, condition] } });
  const counts: Record<string, number> = {};
  for (const state of states) counts[state] = await counted({ state });
  const { make, steps } = whatCallerMay();
  const open: { name: string; count: number }[] = [];
  for (const name of steps) open.push({ name, count: await counted(readyFor(name)) });
  ctx.body = { year, counts, may: { make, steps: open } };
  await next();
}

/**
 * Feedbacks that a step takes all at once. Objections are answered one by one; only units without liaison are signed
 * for.
 */
function readyFor(transition: string): Record<string, unknown> {
  if (transition === 'comment') return { state: 'computed' };
  if (transition === 'signFor') return { state: 'commented', unitLiaisonId: null };
  return { state: { $in: [...yearFeedbackProcess.transitions[transition as 'sign'].from] } };
}

/** Which buttons make sense for the caller; the process and the areas decide when one is pressed. */
function whatCallerMay(): { make: boolean; steps: readonly string[] } {
  const identity = currentIdentity();
  const roles = identity?.roles ?? [];
  const isInCharge = Boolean(identity?.isAdministrator) || roles.includes('hx-official');
  return {
    make: isInCharge || roles.includes('hx-city'),
    steps: [...(roles.includes('hx-unit') ? ['sign'] : []), ...(isInCharge ? ['comment', 'signFor', 'issue'] : [])],
  };
}
