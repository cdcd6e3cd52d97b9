import type { Reason } from './reason';
import { reason } from './reasons';
import { ClockRefusal, dayOf, isWorked, MINUTE, startOfDay, type WorkingCalendar } from './working-calendar';
import { advance, closeOfWork, duringWork, elapsed, timeOfDay, workingDayAfter } from './working-clock';

/** A point in time, or every reason why it cannot be told (an unannounced year is never guessed). */
export type MomentAnswer = { ok: true; at: Date } | { ok: false; reasons: Reason[] };

/** Working minutes (a fraction when the moments hold seconds), or why they cannot be told. */
export type MinutesAnswer = { ok: true; minutes: number } | { ok: false; reasons: Reason[] };

/** Working days, or why they cannot be told. */
export type DaysAnswer = { ok: true; days: number } | { ok: false; reasons: Reason[] };

/**
 * The earliest moment by which `minutes` of working time have passed since `start`. Time ending with the day's work
 * is due then, not next morning; no time at all is due at `start`.
 * @param minutes working minutes, not below zero
 */
export function addWorkingMinutes(start: Date, minutes: number, calendar: WorkingCalendar): MomentAnswer {
  return answered(() => {
    requireAmount(minutes);
    return { ok: true, at: new Date(advance(momentIn(start), Math.round(minutes * MINUTE), calendar)) };
  });
}

/**
 * The same time of day on the n-th working day after `start`'s day; the day of the start is not counted
 * (Civil Code art. 201). Nothing is due while nobody works: what starts at night, in the break or after work is due when
 * work goes on that day, or at its close. Zero days is `start` itself.
 * @param days whole working days, not below zero
 */
export function addWorkingDays(start: Date, days: number, calendar: WorkingCalendar): MomentAnswer {
  return answered(() => {
    requireAmount(days, true);
    const moment = momentIn(start);
    if (days === 0) {
      return { ok: true, at: new Date(moment) };
    }
    const day = workingDayAfter(dayOf(moment, calendar), days, calendar);
    return {
      ok: true,
      at: new Date(duringWork(startOfDay(day, calendar) + timeOfDay(moment, calendar), calendar)),
    };
  });
}

/**
 * When a period of working days ends: the close of work on its last day (Civil Code art. 203). For publicity windows
 * and other periods that may not be shortened.
 * @param days whole working days, not below zero; zero ends with the day of the start
 */
export function endOfWorkingPeriod(start: Date, days: number, calendar: WorkingCalendar): MomentAnswer {
  return answered(() => {
    requireAmount(days, true);
    const first = dayOf(momentIn(start), calendar);
    const day = workingDayAfter(first, days, calendar);
    return { ok: true, at: new Date(closeOfWork(day, calendar)) };
  });
}

/**
 * A moment that somebody named, as people at work read it: one outside of working time means the next moment of work on
 * that day, after work its close, on a day nobody works the beginning of the next working day.
 */
export function dueDuringWork(moment: Date, calendar: WorkingCalendar): MomentAnswer {
  return answered(() => ({ ok: true, at: new Date(duringWork(momentIn(moment), calendar)) }));
}

/** Working minutes from `a` to `b`; negative when `b` comes first. */
export function workingMinutesBetween(a: Date, b: Date, calendar: WorkingCalendar): MinutesAnswer {
  return answered(() => {
    const [from, to] = [momentIn(a), momentIn(b)];
    const spent = from <= to ? elapsed(from, to, calendar) : -elapsed(to, from, calendar);
    return { ok: true, minutes: spent / MINUTE };
  });
}

/** Working days after `a`'s day up to and with `b`'s day; negative when `b` comes first. */
export function workingDaysBetween(a: Date, b: Date, calendar: WorkingCalendar): DaysAnswer {
  return answered(() => {
    const [from, to] = [dayOf(momentIn(a), calendar), dayOf(momentIn(b), calendar)];
    let days = 0;
    for (let day = Math.min(from, to) + 1; day <= Math.max(from, to); day += 1) {
      days += isWorked(day, calendar) ? 1 : 0;
    }
    return { ok: true, days: from <= to ? days : 0 - days };
  });
}

/**
 * When a share of a deadline has passed, to warn before it is due.
 * @param minutes working minutes of the whole deadline
 * @param share 0–1; default 0.8 [default: warn at 80 %]
 */
export function pointAtShare(
  start: Date,
  minutes: number,
  share: number | undefined,
  calendar: WorkingCalendar,
): MomentAnswer {
  return answered(() => {
    requireAmount(minutes);
    const part = share ?? 0.8;
    if (!(part >= 0 && part <= 1)) {
      throw new ClockRefusal([reason('WORKING_SHARE_INVALID', { share: part })]);
    }
    return { ok: true, at: new Date(advance(momentIn(start), Math.round(minutes * part * MINUTE), calendar)) };
  });
}

/** Runs a calculation, turning its refusal into an answer. */
export function answered<A>(calculate: () => A): A | { ok: false; reasons: Reason[] } {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof ClockRefusal) {
      return { ok: false, reasons: error.reasons };
    }
    throw error;
  }
}

/**
 * Epoch milliseconds of a moment.
 * @throws ClockRefusal when the date is not valid
 */
export function momentIn(date: Date): number {
  const moment = date.getTime();
  if (Number.isNaN(moment)) {
    throw new ClockRefusal([reason('MOMENT_INVALID')]);
  }
  return moment;
}

/**
 * Lets only finite amounts of at least zero pass.
 * @throws ClockRefusal
 */
export function requireAmount(amount: number, whole = false): void {
  if (!Number.isFinite(amount) || amount < 0 || (whole && !Number.isInteger(amount))) {
    throw new ClockRefusal([reason('WORKING_AMOUNT_INVALID', { amount })]);
  }
}
