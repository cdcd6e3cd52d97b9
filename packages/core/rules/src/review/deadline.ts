import { reasonsOf, type Reason } from '../mechanism/reason';
import { dueOfField } from './deadline-field';
import type { WorkingCalendar } from '../mechanism/working-calendar';
import {
  addWorkingDays,
  addWorkingMinutes,
  dueDuringWork,
  pointAtShare,
  workingMinutesBetween,
  type MomentAnswer,
} from '../mechanism/working-time';

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
 * When a review is due and when its reviewers are reminded: always while people are at work, whatever the kind of the
 * deadline and at whatever hour the review began. A year that is not announced has no deadline, except the one that a
 * record names: its hour is then held to office hours, and the day is the record's say.
 * @param fieldValue value of the record's field, for a deadline at a date; see `dueOfField`
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
  const due = deadline.kind === 'field' ? dueOfField(fieldValue, calendar) : dueAfter(start, deadline, calendar);
  if (due === null) return none;
  if (!due.ok) return { ...none, reasons: due.reasons };
  const share = remindAtPercent === undefined ? REVIEW_REMINDER_SHARE : remindAtPercent / 100;
  const span = workingMinutesBetween(start, due.at, calendar);
  if (!span.ok || span.minutes <= 0) return { dueAt: due.at, remindAt: null, reasons: reasonsOf(span) };
  const remind = pointAtShare(start, span.minutes, share, calendar);
  return { dueAt: due.at, remindAt: remind.ok ? remind.at : null, reasons: reasonsOf(remind) };
}

/** A span of nothing at all would be due at the moment it began, at night too. */
function dueAfter(
  start: Date,
  { amount, unit }: Extract<ReviewDeadlineRule, { kind: 'working' }>,
  calendar: WorkingCalendar,
): MomentAnswer {
  const end =
    unit === 'day' ? addWorkingDays(start, amount, calendar) : addWorkingMinutes(start, amount * 60, calendar);
  return end.ok ? dueDuringWork(end.at, calendar) : end;
}
