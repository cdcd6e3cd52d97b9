import type { Context, Next } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import { currentIdentity, foundationOf, refuse, requireMoment, type Actor, keyOf } from '@hongxin/plugin-foundation';
import { isBlank } from '@hongxin/rules/mechanism';
import { SERVICE_RECORDS } from '../../constants';

/** Longest reason of a correction, in characters [default]. */
const REASON_MAX_LENGTH = 500;

interface Correction {
  reason: string;
  times: { startsAt: string; endsAt: string } | null;
}

/**
 * `hxServiceRecords:correct/<id>` with `{ reason, startsAt?, endsAt? }`: takes verified hours back by a reversing entry
 * and, with times, enters the right ones for the same claim; both verified by who corrects, all or nothing. What those
 * served said stays with the service. Rights, guards and events are those of the single steps. Hours of a year whose feedback was issued can only be taken back.
 */
export async function correctRecordAction(ctx: Context, next: Next): Promise<void> {
  const identity = currentIdentity();
  const may = (action: string): boolean => Boolean(ctx.can({ resource: SERVICE_RECORDS, action }));
  if (!identity?.userId || !may('create') || !may('transition')) throw refuse(403, 'NOT_PERMITTED');
  const correction = correctionOf(ctx.action.params.values);
  const actor: Actor = { userId: identity.userId, roles: identity.roles };
  const wrong = await visibleRecord(ctx, String(ctx.action.params.filterByTk ?? ''));
  type Values = Record<string, unknown>;
  const write = async (values: Values, transaction: Transaction, verified: Values = {}): Promise<string> => {
    const record: Model = await ctx.db.getRepository(SERVICE_RECORDS).create({ values, context: ctx, transaction });
    const recordId = String(record.get('id'));
    const step = { collection: SERVICE_RECORDS, recordId, transition: 'verify', actor, transaction, values: verified };
    await foundationOf(ctx.app).transitions.perform(step);
    return recordId;
  };
  ctx.body = await ctx.db.sequelize.transaction(async (transaction) => {
    const { reason, times } = correction;
    const reversalId = await write({ reversesId: wrong.get('id'), content: reason }, transaction);
    if (!times) return { reversalId, recordId: null };
    const right = { ...times, claimId: keyOf(wrong, 'claimId'), content: wrong.get('content') ?? reason };
    const said = wrong.get('rating') ? { rating: wrong.get('rating'), ratingComment: wrong.get('ratingComment') } : {};
    return { reversalId, recordId: await write(right, transaction, said) };
  });
  await next();
}

async function visibleRecord(ctx: Context, id: string): Promise<Model> {
  const { parsedParams } = await ctx.acl.resolveActionParams(ctx, { resourceName: SERVICE_RECORDS, actionName: 'get' });
  const scope = parsedParams?.filter as Record<string, unknown> | undefined;
  const found = /^[0-9]{1,19}$/.test(id)
    ? await ctx.db.getRepository(SERVICE_RECORDS).findOne({ filter: { $and: [{ id }, ...(scope ? [scope] : [])] } })
    : null;
  if (!found) throw refuse(404, 'RECORD_NOT_FOUND');
  return found as Model;
}

function correctionOf(given: unknown): Correction {
  const { reason, startsAt, endsAt } = (given ?? {}) as Record<string, unknown>;
  if (typeof reason !== 'string' || isBlank(reason)) throw refuse(400, 'FIELD_REQUIRED', { field: 'reason' }, 'reason');
  const length = Array.from(reason).length;
  if (length > REASON_MAX_LENGTH)
    throw refuse(400, 'VALUE_TOO_LONG', { field: 'reason', length, max: REASON_MAX_LENGTH }, 'reason');
  if (startsAt === undefined && endsAt === undefined) return { reason: reason.trim(), times: null };
  const times = {
    startsAt: requireMoment(startsAt, 'startsAt').toISOString(),
    endsAt: requireMoment(endsAt, 'endsAt').toISOString(),
  };
  return { reason: reason.trim(), times };
}
