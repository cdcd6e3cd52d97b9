import type Database from '@nocobase/database';
import { ROLL_STATES, type Reason } from '@hongxin/rules';
import { execute } from '@hongxin/plugin-governance';
import { registrationReason } from '../reasons';

/** Name of the index behind "one roll at a time"; errors are recognised by it. */
const SINGLE_ROLL = 'hx_member_registrations_single_roll';

const rollStates = ROLL_STATES.map((state) => `'${state}'`).join(', ');

/** Indexes that collections cannot express. */
const STATEMENTS: readonly string[] = [
  `CREATE UNIQUE INDEX IF NOT EXISTS ${SINGLE_ROLL} ON {hxMemberRegistrations} ("personId") WHERE state IN (${rollStates})`,
  // the community's list: its area, newest first, by state
  `CREATE INDEX IF NOT EXISTS hx_member_registrations_area_state ON {hxMemberRegistrations} ("areaCode", state)`,
];

/** What the violation of a constraint means to the user. */
export const CONSTRAINT_REASONS: Readonly<Record<string, Reason>> = {
  [SINGLE_ROLL]: registrationReason('ON_ROLL_ELSEWHERE', { personName: '—', community: '—', receiptNumber: '—' }),
};

/** One member is on one community's roll at a time, whatever writes to the table. Safe to repeat. */
export async function installConstraints(db: Database): Promise<void> {
  for (const statement of STATEMENTS) await execute({ db }, statement);
}
