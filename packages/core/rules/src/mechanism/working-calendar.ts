import type { Reason } from './reason';
import { reason } from './reasons';

/** Working hours of a day in minutes after local midnight; breaks are `[from, to]` in the same minutes. */
export interface WorkingHours {
  dayStart: number;
  dayEnd: number;
  breaks?: readonly (readonly [number, number])[];
}

/** A calendar of working time. */
export interface WorkingCalendar extends WorkingHours {
  /** Whether an ISO day is worked; null while the year's holidays have not been announced. */
  isWorkingDay(isoDate: string): boolean | null;
  /** Minutes local time is ahead of UTC. Default 480: China, without daylight saving. */
  utcOffsetMinutes?: number;
}

/** Office hours 8:30–12:00 and 13:30–17:30 [default]. */
export const DEFAULT_WORKING_HOURS: WorkingHours = { dayStart: 510, dayEnd: 1050, breaks: [[720, 810]] };

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** A refusal thrown inside this package only; public functions turn it into `{ ok: false }`. */
export class ClockRefusal extends Error {
  constructor(readonly reasons: Reason[]) {
    super(reasons.map(({ code }) => code).join(', '));
  }
}

/**
 * A calendar from a table of days: weekends are free unless a make-up day is listed, and a year counts as announced
 * only when it is named (放假安排 of the State Council General Office appears year by year).
 * @param days ISO day → whether it is worked, for holidays and make-up days
 */
export function makeCalendar(
  days: ReadonlyMap<string, boolean>,
  announcedYears: ReadonlySet<number>,
  hours: WorkingHours = DEFAULT_WORKING_HOURS,
): WorkingCalendar {
  return {
    ...hours,
    isWorkingDay(isoDate) {
      if (!announcedYears.has(Number(isoDate.slice(0, 4)))) {
        return null;
      }
      return days.get(isoDate) ?? ![0, 6].includes(new Date(`${isoDate}T00:00:00Z`).getUTCDay());
    },
  };
}

/** Number of the local day a moment falls on, counted from 1970-01-01. */
export function dayOf(moment: number, calendar: WorkingCalendar): number {
  return Math.floor((moment + offset(calendar)) / DAY);
}

/** Moment (epoch milliseconds) at which a local day begins. */
export function startOfDay(day: number, calendar: WorkingCalendar): number {
  return day * DAY - offset(calendar);
}

/** The ISO date of a local day. */
export function isoDateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * Whether a local day is worked.
 * @throws ClockRefusal when its year has not been announced
 */
export function isWorked(day: number, calendar: WorkingCalendar): boolean {
  const isoDate = isoDateOf(day);
  const worked = calendar.isWorkingDay(isoDate);
  if (worked === null) {
    throw new ClockRefusal([reason('CALENDAR_YEAR_NOT_ANNOUNCED', { year: Number(isoDate.slice(0, 4)) })]);
  }
  return worked;
}

/**
 * The working spells of a day without its breaks, in minutes after midnight, ascending and apart.
 * @throws ClockRefusal when hours are reversed, outside a day, or leave no time to work
 */
export function spellsOf({ dayStart, dayEnd, breaks = [] }: WorkingHours): [number, number][] {
  const spells: [number, number][] = [];
  let from = dayStart;
  for (const [breakStart, breakEnd] of [...breaks].sort((a, b) => a[0] - b[0])) {
    if (breakEnd > breakStart) {
      spells.push([from, Math.min(breakStart, dayEnd)]);
      from = Math.max(from, breakEnd);
    }
  }
  const worked = [...spells, [from, dayEnd] as [number, number]].filter(([start, end]) => start < end);
  if (!(dayStart >= 0 && dayEnd <= 1440) || worked.length === 0) {
    throw new ClockRefusal([reason('CALENDAR_HOURS_INVALID', { dayStart, dayEnd })]);
  }
  return worked;
}

function offset(calendar: WorkingCalendar): number {
  return (calendar.utcOffsetMinutes ?? 480) * MINUTE;
}
