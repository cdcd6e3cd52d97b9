import type { Reason } from '@hongxin/rules';

/** SQL that adds what collections cannot express; safe to repeat. */
export const FEEDBACK_STATEMENTS: readonly string[] = [];

/** What the violation of a constraint means to the user. */
export const FEEDBACK_CONSTRAINTS: Readonly<Record<string, Reason>> = {};
