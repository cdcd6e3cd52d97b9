import type { Context } from '@nocobase/actions';
import { currentIdentity, refuse } from '@hongxin/plugin-foundation';
import { select } from '@hongxin/plugin-governance';
import { mergeRanges, subtreeRange } from '@hongxin/rules';
import { NEEDS } from '../constants';
import { COMMUNITY } from '../processes/parties-in-charge';
import type { MemberScope } from './candidates';

/** @throws Refusal 403 when the caller has no part in handling needs, 404 when the need is not theirs to see */
export async function scopeOfMembers(ctx: Context, id: string): Promise<MemberScope> {
  const identity = currentIdentity();
  const mayHandle = identity?.isAdministrator || ctx.can({ resource: 'hxMemberRegistrations', action: 'list' });
  const isInCharge =
    identity?.isAdministrator || identity?.roles.some((role) => role === 'hx-city' || role === 'hx-official');
  if (!identity || !mayHandle || !isInCharge) throw refuse(403, 'NOT_PERMITTED');
  if (!/^[0-9]{1,19}$/.test(id)) throw refuse(400, 'ID_INVALID', { id: id.slice(0, 50) });
  const isEverywhere = identity.isAdministrator || identity.roles.includes('hx-city');
  const ranges = isEverywhere
    ? null
    : mergeRanges(
        identity.areaGrants.filter(({ role }) => role === 'hx-official').map(({ areaCode }) => subtreeRange(areaCode)),
      );
  const within = (column: string): MemberScope => {
    if (ranges === null) return { sql: 'TRUE', replacements: {} };
    if (ranges.length === 0) return { sql: 'FALSE', replacements: {} };
    const replacements = Object.fromEntries(
      ranges.flatMap(({ from, to }, index) => [
        [`from${index}`, from],
        [`to${index}`, to],
      ]),
    );
    const parts = ranges.map((_range, index) => `(${column} >= :from${index} AND ${column} < :to${index})`);
    return { sql: `(${parts.join(' OR ')})`, replacements };
  };
  const own = within('"areaCode"');
  const found = await select({ db: ctx.db }, `SELECT 1 AS one FROM {${NEEDS}} WHERE id = :id AND ${own.sql}`, {
    id,
    ...own.replacements,
  });
  if (found.length === 0) throw refuse(404, 'RECORD_NOT_FOUND');
  return within('m."areaCode"');
}

/** Whether the caller moves needs of this place on: an official of its community or street, or an administrator. */
export function isInChargeOf(ctx: Context, areaCode: string): boolean {
  const identity = currentIdentity();
  if (!identity) return false;
  if (identity.isAdministrator) return true;
  const levels: readonly string[] = COMMUNITY.level;
  return (
    Boolean(ctx.can({ resource: NEEDS, action: 'transition' })) &&
    identity.roles.includes(COMMUNITY.role) &&
    identity.areaGrants.some(
      (grant) => grant.role === COMMUNITY.role && levels.includes(grant.level) && areaCode.startsWith(grant.areaCode),
    )
  );
}
