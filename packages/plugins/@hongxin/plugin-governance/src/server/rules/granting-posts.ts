import { currentIdentity, Refusal } from '@hongxin/plugin-foundation';
import { isWithinArea } from '@hongxin/rules';
import type { Scope } from '../database/sql';
import { governanceReason } from '../reasons';
import { distinct, keyOf, textOf, touches, type Candidate } from './bind-rules';
import { postTypesByKey } from './posts';

/**
 * Nobody makes themselves or a peer mightier: a post that grants a role is filled, changed or prolonged only by who is
 * in charge of an area strictly above it; posts that make city administrators only by city administrators.
 */
export async function refuseGrantsNotBelow(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const identity = currentIdentity();
  if (!identity || identity.isAdministrator || identity.roles.includes('hx-city')) return;
  const changed = candidates.filter(({ record }) =>
    touches(record, 'personId', 'postTypeId', 'areaId', 'organizationId', 'startsOn', 'endsOn'),
  );
  const before = (candidate: Candidate, field: string): string | null => {
    const value: unknown = candidate.record.previous(field as never);
    return value === null || value === undefined ? null : String(value);
  };
  const types = await postTypesByKey(
    distinct(changed.flatMap((each) => [keyOf(each.record, 'postTypeId'), before(each, 'postTypeId')])),
    scope,
  );
  for (const candidate of changed) {
    const places = [
      { type: types.get(keyOf(candidate.record, 'postTypeId') ?? ''), code: textOf(candidate.record, 'areaCode') },
      { type: types.get(before(candidate, 'postTypeId') ?? ''), code: before(candidate, 'areaCode') },
    ];
    for (const { type, code } of places) {
      if (!type?.grantsRole || code === null) continue;
      const isAbove =
        type.grantsRole !== 'hx-city' &&
        identity.areaGrants.some((grant) => grant.areaCode !== code && isWithinArea(code, grant.areaCode));
      if (!isAbove)
        throw new Refusal(403, [governanceReason('POST_GRANT_NOT_BELOW', { title: type.title }, 'postTypeId')]);
    }
  }
}
