import { type Scope, distinct, keyOf, touches, type Candidate } from '@hongxin/plugin-foundation';
import { householdReason } from './reasons';
import { organizationsByKey } from '../organizations/rules';
import { holdAreas } from '../areas/place-records';

/** A household belongs to a member hub and lies, unless told otherwise, where the hub is. */
export async function placeHouseholds(candidates: readonly Candidate[], scope: Scope): Promise<void> {
  const changed = candidates.filter(({ record }) => touches(record, 'organizationId', 'areaId'));
  const hubs = await organizationsByKey(distinct(changed.map(({ record }) => keyOf(record, 'organizationId'))), scope);
  for (const candidate of changed) {
    const hub = hubs.get(keyOf(candidate.record, 'organizationId') ?? '');
    if (hub?.level !== 'memberHub') candidate.refuse(householdReason('HOUSEHOLD_HUB_REQUIRED', {}, 'organizationId'));
    else if (keyOf(candidate.record, 'areaId') === null) candidate.set('areaId', hub.areaId);
  }
  const areas = await holdAreas(distinct(changed.map(({ record }) => keyOf(record, 'areaId'))), scope);
  for (const candidate of changed) {
    const area = areas.get(keyOf(candidate.record, 'areaId') ?? '');
    candidate.set('areaCode', area?.code ?? null);
    if (area && area.level !== 'unit' && area.level !== 'building') {
      candidate.refuse(
        householdReason('AREA_LEVEL_TOO_HIGH', { expectedAreaLevel: 'building', areaLevel: area.level }, 'areaId'),
      );
    }
  }
}
