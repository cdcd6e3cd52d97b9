import type { Context, Next } from '@nocobase/actions';
import { clock, foundationOf, Refusal, refuse, selectRows, type Scope, SYSTEM } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { isBlank, reason, type Language } from '@hongxin/rules/mechanism';
import { NEEDS } from '../../constants';
import type { FollowAnswer } from '../../../shared/public-needs';
import { addressOf } from './address';
import { FOLLOW_BY_ADDRESS, requireAttempt } from './attempts';
import { trackingHash } from './digest';

interface NeedRow {
  id: string;
  number: string;
  title: string;
  state: string;
  result: string | null;
  satisfaction: string | null;
  createdAt: Date;
}

const WITHDRAWABLE = ['raised', 'reviewed', 'published'];

/** `hxPublicNeeds:follow` with `{ code }`. */
export async function followAction(ctx: Context, next: Next): Promise<void> {
  const need = await needOfCode(ctx);
  ctx.body = await answerOf(need, ctx);
  await next();
}

/** `hxPublicNeeds:rate` with `{ code, satisfaction, comment? }`: those served close the need. */
export async function rateAction(ctx: Context, next: Next): Promise<void> {
  const { satisfaction, comment } = valuesOf(ctx);
  const values = { satisfaction, ratingComment: String(comment ?? '').slice(0, 500) || null };
  await perform(ctx, 'rate', { values });
  await next();
}

/** `hxPublicNeeds:withdraw` with `{ code, reason }`. */
export async function withdrawAction(ctx: Context, next: Next): Promise<void> {
  const { reason: why } = valuesOf(ctx);
  if (isBlank(why)) throw new Refusal(400, [reason('FIELD_REQUIRED', {}, 'reason')]);
  await perform(ctx, 'withdraw', { opinion: String(why).slice(0, 500) });
  await next();
}

async function perform(ctx: Context, transition: string, more: object): Promise<void> {
  const need = await needOfCode(ctx);
  await foundationOf(ctx.app).transitions.perform({
    collection: NEEDS,
    recordId: need.id,
    transition,
    actor: SYSTEM,
    requestedAt: clock.now(),
    ...more,
  });
  ctx.body = await answerOf(await needOf(need.id, { db: ctx.db }), ctx);
}

/** @throws Refusal 429 after too many tries, 404 when no need has the code */
async function needOfCode(ctx: Context): Promise<NeedRow> {
  const code = String(valuesOf(ctx).code ?? '');
  const scope = { db: ctx.db };
  await requireAttempt(FOLLOW_BY_ADDRESS, addressOf(ctx), clock.now(), scope);
  const [found] = await selectRows<{ id: string }>(
    scope,
    'SELECT id::text AS id FROM {hxNeeds} WHERE "trackingHash" = :hash',
    {
      hash: trackingHash(code.slice(0, 100)),
    },
  );
  if (!found) throw refuse(404, 'TRACKING_CODE_UNKNOWN', {}, 'code');
  return needOf(found.id, scope);
}

async function needOf(id: string, scope: Scope): Promise<NeedRow> {
  const sql =
    'SELECT id::text AS id, number, title, state, result, satisfaction, "createdAt" FROM {hxNeeds} WHERE id = :id';
  return (await selectRows<NeedRow>(scope, sql, { id }))[0];
}

async function answerOf(need: NeedRow, ctx: Context): Promise<FollowAnswer> {
  const language = languageOf(ctx);
  const process = foundationOf(ctx.app).transitions.shown(NEEDS);
  const events: Model[] = await ctx.db.getRepository('hxEvents').find({
    filter: { collectionName: NEEDS, recordId: need.id, to: { $ne: null } },
    fields: ['to', 'at'],
    sort: ['at', 'id'],
  });
  const labelOf = (state: string) => process?.states[state]?.label[language] ?? state;
  const moves = events.map((event) => ({
    label: labelOf(String(event.get('to'))),
    at: (event.get('at') as Date).toISOString(),
  }));
  return {
    number: need.number,
    title: need.title,
    state: need.state,
    stateLabel: labelOf(need.state),
    result: need.result,
    satisfaction: need.satisfaction,
    steps: [{ label: labelOf('raised'), at: new Date(need.createdAt).toISOString() }, ...moves],
    mayRate: need.state === 'awaitingRating',
    mayWithdraw: WITHDRAWABLE.includes(need.state),
  };
}

const valuesOf = (ctx: Context): Record<string, unknown> => (ctx.action.params.values ?? {}) as Record<string, unknown>;

const languageOf = (ctx: Context): Language => (ctx.get('x-locale').toLowerCase().startsWith('en') ? 'en' : 'zh');
