import type { ConstraintDefinition, IndexDefinition } from '@hongxin/plugin-foundation';
import { ROLL_STATES } from '@hongxin/rules/registration';
import { registrationReason } from '../reasons';

const rollStates = ROLL_STATES.map((state) => `'${state}'`).join(', ');

/**
 * One roll at a time is an exclusion constraint, not a unique index: NocoBase drops every unique index of one column that
 * its own fields do not declare, each time somebody adds a field.
 */
export const MEMBER_CONSTRAINTS: readonly ConstraintDefinition[] = [
  {
    table: 'hxMemberRegistrations',
    name: 'hx_member_registrations_single_roll',
    definition: `EXCLUDE USING btree ("personId" WITH =) WHERE (state IN (${rollStates}))`,
    reason: registrationReason('ON_ROLL_ELSEWHERE'),
  },
];

export const MEMBER_INDEXES: readonly IndexDefinition[] = [
  // the community's list: its area, newest first, by state
  { table: 'hxMemberRegistrations', name: 'hx_member_registrations_area_state', definition: '("areaCode", state)' },
  {
    // how many each community carries, counted in the index alone
    table: 'hxMemberRegistrations',
    name: 'hx_member_registrations_area_on_roll',
    definition: `("areaCode") WHERE state IN (${rollStates})`,
  },
];
