import type Database from '@nocobase/database';
import { execute } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';
import { FEEDBACK_CONSTRAINTS, FEEDBACK_STATEMENTS } from './feedback';
import { LISTS_CONSTRAINTS, LISTS_STATEMENTS } from './lists';
import { REGISTRATION_CONSTRAINTS, REGISTRATION_STATEMENTS } from './registration';
import { SERVICE_CONSTRAINTS, SERVICE_STATEMENTS } from './service';
import { UNITS_CONSTRAINTS, UNITS_STATEMENTS } from './units';

/** What the violation of a constraint means to the user. */
export const CONSTRAINT_REASONS: Readonly<Record<string, Reason>> = {
  ...REGISTRATION_CONSTRAINTS,
  ...UNITS_CONSTRAINTS,
  ...LISTS_CONSTRAINTS,
  ...SERVICE_CONSTRAINTS,
  ...FEEDBACK_CONSTRAINTS,
};

const STATEMENTS: readonly string[] = [
  ...REGISTRATION_STATEMENTS,
  ...UNITS_STATEMENTS,
  ...LISTS_STATEMENTS,
  ...SERVICE_STATEMENTS,
  ...FEEDBACK_STATEMENTS,
];

/** What holds whatever writes to the tables. Safe to repeat. */
export async function installConstraints(db: Database): Promise<void> {
  for (const statement of STATEMENTS) await execute({ db }, statement);
}
