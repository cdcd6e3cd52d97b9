import type { ConstraintDefinition, IndexDefinition } from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';

/** The rules say the same earlier and in more detail. */
export const SERVICE_RECORD_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    // the same time counts once, whatever is entered where
    table: 'hxServiceRecords',
    name: 'hx_service_records_no_overlap',
    definition: `EXCLUDE USING gist ("personId" WITH =, tstzrange("startsAt", "endsAt") WITH &&)
       WHERE (state <> 'refused' AND origin <> 'reversal' AND "reversedAt" IS NULL)`,
    reason: registrationReason('RECORD_OVERLAPS', { title: '—', from: '—', to: '—' }, 'startsAt'),
  },
  {
    table: 'hxServiceRecords',
    name: 'hx_service_records_reversed_once',
    definition: `EXCLUDE USING btree ("reversesId" WITH =) WHERE (state <> 'refused')`,
    reason: registrationReason('RECORD_NOT_REVERSIBLE', {}, 'reversesId'),
  },
];

export const SERVICE_RECORD_INDEXES: readonly IndexDefinition[] = [
  { table: 'hxServiceRecords', name: 'hx_service_records_area_state', definition: '("areaCode", state)' },
  {
    table: 'hxServiceRecords',
    name: 'hx_service_records_person_year',
    definition: `("personId", year) WHERE state = 'verified'`,
  },
];
