import type { Model } from '@nocobase/database';
import { action, body, foundationOf, keyOf, refuse, type ActionCall, type Actor } from '@hongxin/plugin-foundation';
import { SERVICE_RECORDS } from '../../constants';

/** Longest reason of a correction, in characters [default]. */
const REASON_MAX_LENGTH = 500;

const CORRECT = {
  right: ['create', 'transition'],
  record: true,
  writes: true,
  body: {
    reason: body.text({ zh: '更正理由', en: 'reason' }, REASON_MAX_LENGTH),
    startsAt: body.optional(body.moment({ zh: '开始时间', en: 'beginning' })),
    endsAt: body.optional(body.moment({ zh: '结束时间', en: 'end' })),
  },
} as const;

type Correction = ActionCall<typeof CORRECT>;
type Values = Record<string, unknown>;

/**
 * `hxServiceRecords:correct/<id>`: takes verified hours back by a reversing entry and, with times, enters the right ones
 * for the same claim; both verified by who corrects, all or nothing. What those served said stays with the service. Rights,
 * guards and events are those of the single steps. Hours of a year whose feedback was issued can only be taken back.
 */
export const correctRecordAction = action(CORRECT, async (call) => {
  const { record: wrong, body: asked } = call;
  const reason = asked.reason.trim();
  const times = timesOf(asked);
  const reversalId = await write(call, { reversesId: wrong.get('id'), content: reason });
  if (!times) return { reversalId, recordId: null };
  const right = { ...times, claimId: keyOf(wrong, 'claimId'), content: wrong.get('content') ?? reason };
  const said = wrong.get('rating') ? { rating: wrong.get('rating'), ratingComment: wrong.get('ratingComment') } : {};
  return { reversalId, recordId: await write(call, right, said) };
});

/** @returns the id of the new record, verified */
async function write({ ctx, userId, roles, transaction }: Correction, values: Values, verified: Values = {}) {
  const actor: Actor = { userId, roles };
  const record: Model = await ctx.db.getRepository(SERVICE_RECORDS).create({ values, context: ctx, transaction });
  const recordId = String(record.get('id'));
  const step = { collection: SERVICE_RECORDS, recordId, transition: 'verify', actor, values: verified };
  await foundationOf(ctx.app).transitions.perform({ ...step, transaction });
  return recordId;
}

/** Both times, or none. */
function timesOf({ startsAt, endsAt }: Correction['body']): { startsAt: string; endsAt: string } | null {
  if (startsAt === null && endsAt === null) return null;
  if (startsAt === null) throw refuse(400, 'FIELD_REQUIRED', {}, 'startsAt');
  if (endsAt === null) throw refuse(400, 'FIELD_REQUIRED', {}, 'endsAt');
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
