import { readMoment, type Reason } from '@hongxin/rules/mechanism';
import { dayReason } from './day-checks';

const ZONE = /(?:Z|[+-][0-9]{2}:?[0-9]{2})$/i;

/**
 * A moment of an own action's body: the day has to exist, and where no zone is named it is China's, as in a form.
 * @returns why it is none, of the field that the caller names
 */
export function momentIn(given: string): Date | Reason {
  const reason = dayReason('DATE', given, '');
  if (reason) return reason;
  const text = given.trim();
  const read = ZONE.test(text) ? null : readMoment(text); // to the second, where no zone is named
  const moment = new Date(read?.ok ? read.moment : text);
  return Number.isNaN(moment.getTime()) ? { code: 'VALUE_NOT_A_DATE' } : moment;
}
