import { type Reason } from '@hongxin/rules/mechanism';
import { ROLL_STATES } from '@hongxin/rules/registration';
import { registrationReason } from '../../reasons';

/** Name of the constraint behind "one roll at a time"; errors are recognised by it. */
const SINGLE_ROLL = 'hx_member_registrations_single_roll';

const rollStates = ROLL_STATES.map((state) => `'${state}'`).join(', ');

/**
 * What collections cannot express. One roll at a time is an exclusion constraint, not a unique index: NocoBase drops
 * every unique index of one column that its own fields do not declare, each time somebody adds a field.
 */
export const REGISTRATION_STATEMENTS: readonly string[] = [
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '${SINGLE_ROLL}') THEN
       ALTER TABLE {hxMemberRegistrations} ADD CONSTRAINT ${SINGLE_ROLL}
         EXCLUDE USING btree ("personId" WITH =) WHERE (state IN (${rollStates}));
     END IF;
   END $$`,
  // the community's list: its area, newest first, by state
  `CREATE INDEX IF NOT EXISTS hx_member_registrations_area_state ON {hxMemberRegistrations} ("areaCode", state)`,
  // how many each community carries, counted in the index alone
  `CREATE INDEX IF NOT EXISTS hx_member_registrations_area_on_roll ON {hxMemberRegistrations} ("areaCode") WHERE state IN (${rollStates})`,
];

/** What the violation of a constraint means to the user. */
export const REGISTRATION_CONSTRAINTS: Readonly<Record<string, Reason>> = {
  [SINGLE_ROLL]: registrationReason('ON_ROLL_ELSEWHERE'),
};
