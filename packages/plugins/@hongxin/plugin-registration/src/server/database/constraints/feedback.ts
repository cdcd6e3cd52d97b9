import type { Reason } from '@hongxin/rules/mechanism';
import { registrationReason } from '../../reasons';
import { addConstraint } from './add-constraint';

/** SQL that adds what collections cannot express; safe to repeat. */
export const FEEDBACK_STATEMENTS: readonly string[] = [
  // two rows for the same would leave open which one holds
  addConstraint(
    'hxYearTargets',
    'hx_year_targets_once',
    'EXCLUDE USING btree (year WITH =, subject WITH =, "areaCode" WITH =)',
  ),
];

/** What the violation of a constraint means to the user. */
export const FEEDBACK_CONSTRAINTS: Readonly<Record<string, Reason>> = {
  hx_year_targets_once: registrationReason('TARGETS_EXIST', {}, 'area'),
};
