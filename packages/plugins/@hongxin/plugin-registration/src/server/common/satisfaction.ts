import { isBlank, type Reason } from '@hongxin/rules/mechanism';
import { registrationReason } from '../reasons';

const KNOWN = new Set(['1', '2', '3', '4', '5']);

/** A rating counts in averages, so it is a number from 1 to 5; blank ones are for the process's own check. */
export function satisfactionIsKnown(field: 'satisfaction' | 'rating') {
  return (record: Readonly<Record<string, unknown>>): Reason[] => {
    const value = record[field];
    return isBlank(value) || KNOWN.has(String(value)) ? [] : [registrationReason('SATISFACTION_UNKNOWN', {}, field)];
  };
}
