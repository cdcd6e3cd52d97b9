import type { ConstraintDefinition, IndexDefinition } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

export const UNIT_REGISTRATION_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    // a unit registers once with a community
    table: 'hxUnitRegistrations',
    name: 'hx_unit_registrations_single',
    definition: `EXCLUDE USING btree ("unitId" WITH =, (left("areaCode", 12)) WITH =)
       WHERE (state IN ('submitted', 'accepted', 'onRoll'))`,
    reason: registrationReason('UNIT_REGISTERED_ALREADY', { community: '—', number: '—' }),
  },
];

export const UNIT_REGISTRATION_INDEXES: readonly IndexDefinition[] = [
  { table: 'hxUnitRegistrations', name: 'hx_unit_registrations_area_state', definition: '("areaCode", state)' },
];
