import { isIsoDate, readDay, readMoment, type Reason } from '@hongxin/rules/mechanism';
import type { Collection } from '@nocobase/database';
import { Refusal } from './refusal';

/** A moment as programs write it; what stands before the time has to be a day that exists. */
const PROGRAMS_MOMENT = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})?$/i;

/**
 * Why a day or moment as sent is none. It is asked before the host reads it: that moves a 30 February to March, takes
 * 2021.09 for a day and a number for milliseconds, each in the server's own zone.
 * @param type of the column: DATEONLY, DATE, or anything else
 */
export function dayReason(type: string, value: unknown, field: string): Reason | null {
  if (type !== 'DATEONLY' && type !== 'DATE') return null;
  const none = { code: 'VALUE_NOT_A_DATE', params: { field }, field };
  if (value === null || value === undefined || value instanceof Date) return null;
  if (typeof value === 'number') return type === 'DATE' && isMoment(value) ? null : none;
  if (typeof value !== 'string') return isWrittenByServer(value) ? null : none; // the host takes [] and {} for today
  if (value.trim() === '') return null;
  const day = PROGRAMS_MOMENT.exec(value.trim())?.[1];
  if (day !== undefined)
    return isIsoDate(day) ? null : { code: 'DAY_IMPOSSIBLE', params: { value: value.slice(0, 40), field }, field };
  const read = type === 'DATEONLY' ? readDay(value, field) : readMoment(value, field);
  // what people write and the host cannot read (2027年1月5日) is taken from sheets only
  if (read.ok) return Number.isNaN(Date.parse(value)) ? none : null;
  // what is no day at all had its code before
  return read.reason.code === 'DAY_UNREADABLE' ? none : read.reason;
}

/** Milliseconds of a moment that somebody may mean: a small number is a slip. */
const isMoment = (value: number): boolean =>
  value >= Date.UTC(1900) && value < Date.UTC(2200) && Math.abs(value) > DAY_MS;
const DAY_MS = 86_400_000;

/** SQL that the server itself puts in a value's place. */
const isWrittenByServer = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && /^(Literal|Fn|Col|Cast)$/.test(value.constructor?.name ?? '');

/** What the column holds, as far as days are concerned: moments are kept with a zone, without one, or as seconds. */
export function dayType(collection: Collection, name: string): string {
  const { key = '' } = (collection.model.rawAttributes[name]?.type ?? {}) as { key?: string };
  const isMoment = key === 'TIMESTAMP' || (key === 'BIGINT' && collection.getField(name)?.type === 'unixTimestamp');
  return isMoment ? 'DATE' : key;
}

/** Every day among values as they were given that is none. */
export function dayReasons(collection: Collection, values: unknown): Reason[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
  return Object.entries(values).flatMap(([name, value]) => {
    return dayReason(dayType(collection, name), value, name) ?? [];
  });
}

/**
 * Asked of what a repository was given, before a row is written: a workflow's nodes and plugins come past the requests.
 * @throws Refusal 400 naming every day that is none
 */
export function requireTrueDays(collection: Collection, values: unknown): void {
  if (typeof values !== 'object' || values === null) return;
  // only what is written as a text is read, and moved, by the host
  const texts = Object.entries(values).filter(([, value]) => typeof value === 'string');
  const reasons = dayReasons(collection, Object.fromEntries(texts));
  if (reasons.length > 0) throw new Refusal(400, reasons);
}
