import { isIsoDate } from '@hongxin/rules/mechanism';
import { parseDate } from '@nocobase/utils';

const UNITS = new Set([undefined, 'day', 'week', 'isoWeek', 'month', 'quarter', 'year', 'hour', 'minute', 'second']);
const DAYS = /\d{4}-\d{2}-\d{2}/g;
const NO_SUCH_PART = /^\d{4}(Q[^1-4]|[Ww](00|5[4-9]|[6-9]\d))$/;
const MOST_UNITS = 10_000;

/** Whether the operand of `$dateOn` and its like is a day, a period or two of them, as NocoBase itself reads them. */
export function isDateOperand(value: unknown): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPeriod(value)) return false;
  const texts = [value].flat().filter((each): each is string => typeof each === 'string');
  if (texts.some((text) => NO_SUCH_PART.test(text) || (text.match(DAYS) ?? []).some((day) => !isIsoDate(day))))
    return false;
  try {
    // the host fails at what it cannot read, or answers nothing
    return [parseDate(value, { timezone: '+00:00' })].flat().every(isReadable);
  } catch {
    return false;
  }
}

/** `{ type: 'past', number: 3, unit: 'day' }` or `{ type: 'thisMonth' }`; which types there are NocoBase knows. */
function isPeriod({ type, number, unit }: { type?: unknown; number?: unknown; unit?: unknown }): boolean {
  const isCounted = number === undefined || number === null || /^\d{1,5}$/.test(String(number));
  return (
    typeof type === 'string' &&
    isCounted &&
    Number(number ?? 0) <= MOST_UNITS &&
    UNITS.has((unit ?? undefined) as string | undefined)
  );
}

/** Bounds are written `[)`, `[]` and the like, after the two ends. */
const isReadable = (end: unknown): boolean =>
  typeof end === 'string' && (/^[[(][\])]$/.test(end) || !Number.isNaN(Date.parse(end)));
