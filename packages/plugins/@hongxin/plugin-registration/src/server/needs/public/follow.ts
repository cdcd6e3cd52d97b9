import type { Context } from '@nocobase/actions';
import { action, body, clock, foundationOf, refuse, selectRows, type Scope, SYSTEM } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import type { Language } from '@hongxin/rules/mechanism';
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

/** More than anybody writes in answer. */
const LONGEST = 10_000;
const CODE = { code: body.optional(body.text({ zh: '查询码', en: 'code' }, LONGEST)) };

/** `hxPublicNeeds:follow`. */
export const followAction = action({ right: 'public', body: CODE }, async ({ ctx, body: { code } }) =>
  answerOf(await needOfCode(ctx, code), ctx),
);

const RATE = {
  ...CODE,
  satisfaction: body.optional(body.text({ zh: '满意度', en: 'satisfaction' }, 50)),
  comment: body.optional(body.text({ zh: '评价内容', en: 'comment' }, LONGEST)),
};

/** `hxPublicNeeds:rate`: those served close the need. */
export const rateAction = action({ right: 'public', body: RATE }, ({ ctx, body: { code, satisfaction, comment } }) => {
  const values = { satisfaction: satisfaction ?? undefined, ratingComment: comment?.slice(0, 500) ?? null };
  return perform(ctx, code, 'rate', { values });
});

const WITHDRAW = { ...CODE, reason: body.text({ zh: '理由', en: 'reason' }, LONGEST) };

/** `hxPublicNeeds:withdraw`. */
export const withdrawAction = action({ right: 'public', body: WITHDRAW }, ({ ctx, body: { code, reason } }) =>
  perform(ctx, code, 'withdraw', { opinion: reason.slice(0, 500) }),
);

async function perform(ctx: Context, code: string | null, transition: string, more: object): Promise<FollowAnswer> {
  const need = await needOfCode(ctx, code);
  await foundationOf(ctx.app).transitions.perform({
    collection: NEEDS,
    recordId: need.id,
    transition,
    actor: SYSTEM,
    requestedAt: clock.now(),
    ...more,
  });
  return answerOf(await needOf(need.id, { db: ctx.db }), ctx);
}

/** @throws Refusal 429 after too many tries, 404 when no need has the code */
async function needOfCode(ctx: Context, code: string | null): Promise<NeedRow> {
  const scope = { db: ctx.db };
  await requireAttempt(FOLLOW_BY_ADDRESS, addressOf(ctx), clock.now(), scope);
  const [found] = await selectRows<{ id: string }>(
    scope,
    'SELECT id::text AS id FROM {hxNeeds} WHERE "trackingHash" = :hash',
    { hash: trackingHash((code ?? '').slice(0, 100)) },
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

const languageOf = (ctx: Context): Language => (ctx.get('x-locale').toLowerCase().startsWith('en') ? 'en' : 'zh');
