import { isIsoDate, readDay, readMoment, type Reason } from '@hongxin/rules';

/** A moment as programs write it; what stands before the time has to be a day that exists. */
const PROGRAMS_MOMENT = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})?$/i;

/**
 * Why a day or moment as sent is none. It is asked before the host reads it: that moves a 30 February to March, takes
 * 2021.09 for a day and a number for milliseconds, each in the server's own zone.
 * @param type of the column, as Sequelize names it
 */
export function dayReason(type: string, value: unknown, field: string): Reason | null {
  if (type !== 'DATEONLY' && type !== 'DATE') return null;
  if (typeof value === 'number' && type === 'DATEONLY') return { code: 'VALUE_NOT_A_DATE', params: { field }, field };
  if (typeof value !== 'string' || value.trim() === '') return null;
  const day = PROGRAMS_MOMENT.exec(value.trim())?.[1];
  if (day !== undefined)
    return isIsoDate(day) ? null : { code: 'DAY_IMPOSSIBLE', params: { value: value.slice(0, 40), field }, field };
  const read = type === 'DATEONLY' ? readDay(value, field) : readMoment(value, field);
  if (read.ok) return null;
  // what is no day at all had its code before
  return read.reason.code === 'DAY_UNREADABLE' ? { code: 'VALUE_NOT_A_DATE', params: { field }, field } : read.reason;
}
