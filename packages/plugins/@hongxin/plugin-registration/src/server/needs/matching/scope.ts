import type { Context } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import { actorOf, callerAreas, foundationOf, mayWith, refuse } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS, NEEDS } from '../../constants';
import { within } from '../../common/callers-areas';
import type { MemberScope } from './candidates';

/** Proposals are for who sees the registrations of a place. */
export const MEMBERS_SEEN = `${MEMBER_REGISTRATIONS}:list` as const;

/**
 * Where the members are whom the caller may propose for a need: those whose registrations the caller sees by their place.
 * @throws Refusal 403 when the caller has no part in handling needs
 */
export function scopeOfMembers(ctx: Context): MemberScope {
  const members = callerAreas(ctx.app, MEMBER_REGISTRATIONS, 'list');
  if (members === undefined) throw refuse(403, 'NOT_PERMITTED');
  return within(members)('m."areaCode"');
}

/** Whether the caller moves this need on: by the process, and within the scope of their right to. */
export async function isInChargeOf(ctx: Context, id: string, transaction?: Transaction): Promise<boolean> {
  const need: Model | null = await ctx.db.getRepository(NEEDS).findOne({ filterByTk: id, transaction });
  if (!need || !(await mayWith(ctx.app, need, 'transition', transaction))) return false;
  return foundationOf(ctx.app).transitions.mayPerform(need, 'publish', actorOf(ctx), transaction);
}
