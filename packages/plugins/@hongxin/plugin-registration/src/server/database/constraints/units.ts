import type { Reason } from '@hongxin/rules';

/** SQL that adds what collections cannot express; safe to repeat. */
export const UNITS_STATEMENTS: readonly string[] = [];

/** What the violation of a constraint means to the user. */
export const UNITS_CONSTRAINTS: Readonly<Record<string, Reason>> = {};
