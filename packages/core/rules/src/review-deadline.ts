import { reasonsOf, type Reason } from './reason';
import type { WorkingCalendar } from './working-calendar';
import { addWorkingDays, addWorkingMinutes, pointAtShare, workingMinutesBetween } from './working-time';

/** A span of working time, or a date that the record names. */
export type ReviewDeadlineRule =
  { kind: 'working'; amount: number; unit: 'hour' | 'day' } | { kind: 'field'; field: string };

/** Share of the deadline at which reviewers are reminded [default]. */
export const REVIEW_REMINDER_SHARE = 0.8;

export interface ReviewTimes {
  dueAt: Date | null;
  remindAt: Date | null;
  /** Why there is no deadline although one is configured: an unannounced year, a date that is missing. */
  reasons: Reason[];
}

/**
 * When a review is due and when its reviewers are reminded, in working time.
 * @param fieldValue value of the record's field, for a deadline at a date; a day without time ends with that day's work
 * @param remindAtPercent 1–100 of the working time until it is due
 */
export function reviewTimes(
  start: Date,
  deadline: ReviewDeadlineRule | null | undefined,
  calendar: WorkingCalendar,
  { fieldValue, remindAtPercent }: { fieldValue?: unknown; remindAtPercent?: number } = {},
): ReviewTimes {
  const none = { dueAt: null, remindAt: null, reasons: [] };
  if (!deadline) return none;
  const due =
    deadline.kind === 'field'
      ? momentOfField(fieldValue, calendar)
      : deadline.unit === 'day'
        ? addWorkingDays(start, deadline.amount, calendar)
        : addWorkingMinutes(start, deadline.amount * 60, calendar);
  if (due === null) return none;
  if (!due.ok) return { ...none, reasons: due.reasons };
  const share = remindAtPercent === undefined ? REVIEW_REMINDER_SHARE : remindAtPercent / 100;
  const span = workingMinutesBetween(start, due.at, calendar);
  if (!span.ok || span.minutes <= 0) return { dueAt: due.at, remindAt: null, reasons: reasonsOf(span) };
  const remind = pointAtShare(start, span.minutes, share, calendar);
  return { dueAt: due.at, remindAt: remind.ok ? remind.at : null, reasons: reasonsOf(remind) };
}

/** A day means the end of that day's work; a moment is itself. */
function momentOfField(value: unknown, calendar: WorkingCalendar): { ok: true; at: Date } | null {
  if (value === null || value === undefined || value === '') return null;
  const text = value instanceof Date ? value.toISOString() : String(value);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = new Date(isDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(moment.getTime())) return null;
  if (!isDay) return { ok: true, at: moment };
  const minutes = calendar.dayEnd - (calendar.utcOffsetMinutes ?? 480);
  return { ok: true, at: new Date(moment.getTime() + minutes * 60_000) };
}
