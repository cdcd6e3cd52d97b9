import type { Reason } from '@hongxin/rules';

/** SQL that adds what collections cannot express; safe to repeat. */
export const SERVICE_STATEMENTS: readonly string[] = [];

/** What the violation of a constraint means to the user. */
export const SERVICE_CONSTRAINTS: Readonly<Record<string, Reason>> = {};
