import { isIsoDate } from './iso-date';
import type { Reason } from './reason';
import { reason } from './reasons';

/** Days before and after these are slips of the pen, or numbers that were none [default]. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

const DASHES = /[\u2010-\u2015\u2212\uFE58]/g;
const DAY = /^([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})$|^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]$/;
/** A month alone, in the ways people write it; a year alone is one too. */
const MONTH = /^(?:[0-9]{4}[-/.][0-9]{1,2}|[0-9]{4}年(?:[0-9]{1,2}月)?|(?:19|20|21)[0-9]{2}(?:0[1-9]|1[0-2])?)$/;
const TIME = /^([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9])(?:\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$/i;
const CHINA = '+08:00';

export type DayAnswer = { ok: true; day: string } | { ok: false; reason: Reason };
export type ClockAnswer = { ok: true; day: string; time: string; zone: string | null } | { ok: false; reason: Reason };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(DASHES, '-')
    .trim();
const shown = (text: string): string => text.trim().slice(0, 40);

/**
 * Reads a day as people write it: 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, full-width digits too. A day has no zone
 * and no clock; a month is no day; what does not exist is not moved to the next day.
 */
export function readDay(text: string, field?: string): DayAnswer {
  const found = DAY.exec(plain(text));
  if (!found) {
    const value = shown(text);
    const isMonth = MONTH.test(plain(text));
    return {
      ok: false,
      reason: isMonth ? reason('DAY_IS_MONTH', { value }, field) : reason('DAY_UNREADABLE', { value }, field),
    };
  }
  const [year, month, date] = found[1] ? [found[1], found[3], found[4]] : [found[5], found[6], found[7]];
  return realDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`, text, field);
}

function realDay(day: string, text: string, field?: string): DayAnswer {
  if (!isIsoDate(day)) return { ok: false, reason: reason('DAY_IMPOSSIBLE', { value: shown(text) }, field) };
  const year = Number(day.slice(0, 4));
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return { ok: true, day };
  const params = { value: shown(text), first: FIRST_YEAR, last: LAST_YEAR };
  return { ok: false, reason: reason('DAY_OUT_OF_RANGE', params, field) };
}

/** Reads a day with a time of the clock, or without one: then its first minute. @returns the zone only where one is named */
export function readClock(text: string, field?: string): ClockAnswer {
  const [first, ...rest] = plain(text)
    .replace(/(?<=[0-9])[Tt](?=[0-9])/, ' ')
    .split(/ +/);
  const day = readDay(first, field);
  if (!day.ok) return { ok: false, reason: { ...day.reason, params: { ...day.reason.params, value: shown(text) } } };
  if (rest.length === 0) return { ok: true, day: day.day, time: '00:00:00', zone: null };
  const found = TIME.exec(rest.join(''));
  if (!found || Number(found[1]) > 23)
    return { ok: false, reason: reason('DAY_UNREADABLE', { value: shown(text) }, field) };
  const [, hour, minute, second = '00', zone = null] = found;
  return { ok: true, day: day.day, time: `${hour.padStart(2, '0')}:${minute}:${second}`, zone };
}

/** Reads a moment; where no zone is named it is China's. */
export function readMoment(text: string, field?: string): { ok: true; moment: string } | { ok: false; reason: Reason } {
  const read = readClock(text, field);
  if (!read.ok) return read;
  const zone = read.zone?.replace(/^([+-][0-9]{2})([0-9]{2})$/, '$1:$2').toUpperCase() ?? CHINA;
  const moment = new Date(`${read.day}T${read.time}${zone}`);
  return Number.isNaN(moment.getTime())
    ? { ok: false, reason: reason('DAY_UNREADABLE', { value: shown(text) }, field) }
    : { ok: true, moment: moment.toISOString() };
}

/** What a workbook's number of days means: Excel counts from 1900 and has a day too many in that February. */
export function clockOfSerial(serial: number): { day: string | null; time: string } {
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const time = new Date((seconds - days * 86_400) * 1000).toISOString().slice(11, 19);
  if (days < 1 || days === 60 || days > 200_000) return { day: null, time };
  const moment = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  return { day: moment.toISOString().slice(0, 10), time };
}
