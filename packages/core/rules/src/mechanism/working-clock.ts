import { reason } from './reasons';
import {
  ClockRefusal,
  dayOf,
  isoDateOf,
  isWorked,
  MINUTE,
  spellsOf,
  startOfDay,
  type WorkingCalendar,
} from './working-calendar';

/** How far a clock looks for working days before it gives up, in days. */
const HORIZON = 3660;

/**
 * The earliest moment by which so much working time has passed. All in epoch milliseconds; nothing to wait for is `start` itself.
 * @throws ClockRefusal
 */
export function advance(start: number, amount: number, calendar: WorkingCalendar): number {
  const spells = spellsOf(calendar);
  let left = amount;
  if (left <= 0) {
    return start;
  }
  const first = dayOf(start, calendar);
  for (let day = first; day <= first + HORIZON + amount / MINUTE; day += 1) {
    if (!isWorked(day, calendar)) {
      continue;
    }
    for (const [from, to] of spellMoments(day, spells, calendar)) {
      const begin = Math.max(from, start);
      if (begin + left <= to) {
        return begin + left;
      }
      left -= Math.max(0, to - begin);
    }
  }
  throw new ClockRefusal([reason('CALENDAR_NO_WORKING_DAY', { from: isoDateOf(first), days: HORIZON })]);
}

/**
 * Working milliseconds from one moment to a later one.
 * @throws ClockRefusal
 */
export function elapsed(from: number, to: number, calendar: WorkingCalendar): number {
  const spells = spellsOf(calendar);
  let total = 0;
  for (let day = dayOf(from, calendar); startOfDay(day, calendar) < to; day += 1) {
    if (isWorked(day, calendar)) {
      for (const [begin, end] of spellMoments(day, spells, calendar)) {
        total += Math.max(0, Math.min(end, to) - Math.max(begin, from));
      }
    }
  }
  return total;
}

/**
 * The n-th working day after a local day, that day not counted.
 * @throws ClockRefusal
 */
export function workingDayAfter(day: number, count: number, calendar: WorkingCalendar): number {
  let left = count;
  let current = day;
  for (let free = 0; left > 0;) {
    current += 1;
    const worked = isWorked(current, calendar);
    left -= worked ? 1 : 0;
    free = worked ? 0 : free + 1;
    if (free > HORIZON) {
      throw new ClockRefusal([reason('CALENDAR_NO_WORKING_DAY', { from: isoDateOf(day), days: HORIZON })]);
    }
  }
  return current;
}

/**
 * A moment as people at work read it: outside of working time it means the next moment of work on that day, or, after
 * work, that day's close. On a day nobody works it means the beginning of the next working day.
 * @throws ClockRefusal
 */
export function duringWork(moment: number, calendar: WorkingCalendar): number {
  const spells = spellsOf(calendar);
  const day = dayOf(moment, calendar);
  if (!isWorked(day, calendar)) {
    return momentOf(workingDayAfter(day, 1, calendar), spells[0][0], calendar);
  }
  const moments = spellMoments(day, spells, calendar);
  const spell = moments.find(([, end]) => moment <= end);
  return spell ? Math.max(spell[0], moment) : moments[moments.length - 1][1];
}

/**
 * The close of work of a day, or of the next working day when nobody works on it (Civil Code art. 203).
 * @throws ClockRefusal
 */
export function closeOfWork(day: number, calendar: WorkingCalendar): number {
  const spells = spellsOf(calendar);
  const worked = isWorked(day, calendar) ? day : workingDayAfter(day, 1, calendar);
  return momentOf(worked, spells[spells.length - 1][1], calendar);
}

/** Moment `minutes` after a local day's midnight. */
export function momentOf(day: number, minutes: number, calendar: WorkingCalendar): number {
  return startOfDay(day, calendar) + minutes * MINUTE;
}

/** The local time of day of a moment, in milliseconds. */
export function timeOfDay(moment: number, calendar: WorkingCalendar): number {
  return moment - startOfDay(dayOf(moment, calendar), calendar);
}

function spellMoments(day: number, spells: [number, number][], calendar: WorkingCalendar): [number, number][] {
  return spells.map(([from, to]) => [momentOf(day, from, calendar), momentOf(day, to, calendar)]);
}
