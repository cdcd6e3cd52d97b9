import {
  applicationOf,
  currentIdentity,
  Refusal,
  type Scope,
  distinct,
  keyOf,
  textOf,
  touches,
  type Candidate,
} from '@hongxin/plugin-foundation';
import { postReason } from './reasons';
import { mayGrant } from './may-grant';
import { postTypesByKey } from './rules';

/**
 * Nobody makes themselves or a peer mightier: a post that grants a role is filled, changed or prolonged only by who is
 * in charge of an area strictly above it; posts that make city administrators only by city administrators.
 */
export async function refuseGrantsNotBelow(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  if (!currentIdentity()) return;
  const app = applicationOf(scope.db);
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
      const action = candidate.record.isNewRecord ? 'create' : 'update';
      if (!mayGrant(app, action, type.grantsRole, code))
        throw new Refusal(403, [postReason('POST_GRANT_NOT_BELOW', { title: type.title }, 'postTypeId')]);
    }
  }
}
