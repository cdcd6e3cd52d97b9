import type { Reason } from '@hongxin/rules/mechanism';
import { registrationReason } from '../../reasons';

/** Name of the constraint behind "one registration of a unit per community"; errors are recognised by it. */
const SINGLE_REGISTRATION = 'hx_unit_registrations_single';

/** SQL that adds what collections cannot express; safe to repeat. */
export const UNITS_STATEMENTS: readonly string[] = [
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '${SINGLE_REGISTRATION}') THEN
       ALTER TABLE {hxUnitRegistrations} ADD CONSTRAINT ${SINGLE_REGISTRATION}
         EXCLUDE USING btree ("unitId" WITH =, (left("areaCode", 12)) WITH =)
         WHERE (state IN ('submitted', 'accepted', 'onRoll'));
     END IF;
   END $$`,
  `CREATE INDEX IF NOT EXISTS hx_unit_registrations_area_state ON {hxUnitRegistrations} ("areaCode", state)`,
];

/** What the violation of a constraint means to the user. */
export const UNITS_CONSTRAINTS: Readonly<Record<string, Reason>> = {
  [SINGLE_REGISTRATION]: registrationReason('UNIT_REGISTERED_ALREADY', { community: '—', number: '—' }),
};
