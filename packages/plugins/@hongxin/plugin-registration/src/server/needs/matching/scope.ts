import type { Context } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import {
  actorOf,
  callerAreas,
  currentIdentity,
  foundationOf,
  mayWith,
  recordVisibleTo,
  refuse,
} from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS, NEEDS } from '../../constants';
import { within } from '../../common/callers-areas';
import type { MemberScope } from './candidates';

/**
 * Where the members are whom the caller may propose for a need: those whose registrations the caller sees by their place.
 * @throws Refusal 403 when the caller has no part in handling needs, 404 when the need is not theirs to see
 */
export async function scopeOfMembers(ctx: Context, id: string): Promise<MemberScope> {
  const members = callerAreas(ctx.app, MEMBER_REGISTRATIONS, 'list');
  if (!currentIdentity() || members === undefined) throw refuse(403, 'NOT_PERMITTED');
  if (!/^[0-9]{1,19}$/.test(id))
    throw id === '' ? refuse(400, 'ID_MISSING') : refuse(400, 'ID_INVALID', { id: id.slice(0, 50) });
  if (!(await recordVisibleTo(ctx, ctx.db.getCollection(NEEDS), id))) throw refuse(404, 'RECORD_NOT_FOUND');
  return within(members)('m."areaCode"');
}

/** Whether the caller moves this need on: by the process, and within the scope of their right to. */
export async function isInChargeOf(ctx: Context, id: string, transaction?: Transaction): Promise<boolean> {
  const need: Model | null = await ctx.db.getRepository(NEEDS).findOne({ filterByTk: id, transaction });
  if (!need || !(await mayWith(ctx.app, need, 'transition', transaction))) return false;
  return foundationOf(ctx.app).transitions.mayPerform(need, 'publish', actorOf(ctx), transaction);
}
