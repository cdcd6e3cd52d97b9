import { reason } from './reason';
import { ClockRefusal, MINUTE, type WorkingCalendar } from './working-calendar';
import { advance, elapsed } from './working-clock';
import { answered, momentIn, needAmount, type MinutesAnswer, type MomentAnswer } from './working-time';

/** A time the clock stood still; `to` is null while it still does. */
export interface Pause {
  from: Date;
  to: Date | null;
}

/**
 * When a deadline is due if the clock stands still during the pauses. Pauses may overlap, come in any order, and lie
 * before the start or after the end.
 * @param minutes working minutes of the deadline
 * @returns the moment; `CLOCK_PAUSED` when a pause that still runs began before it
 */
export function dueWithPauses(
  start: Date,
  minutes: number,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): MomentAnswer {
  return answered(() => {
    needAmount(minutes);
    let cursor = momentIn(start);
    let left = Math.round(minutes * MINUTE);
    for (const [from, to] of joined(pauses)) {
      if (to <= cursor) {
        continue;
      }
      const worked = from > cursor ? elapsedUpTo(cursor, from, left, calendar) : 0;
      if (worked >= left) {
        break;
      }
      if (to === Infinity) {
        throw new ClockRefusal([reason('CLOCK_PAUSED')]);
      }
      left -= worked;
      cursor = to;
    }
    return { ok: true, at: new Date(advance(cursor, left, calendar)) };
  });
}

/**
 * Working minutes left of a deadline at `now`, time in pauses not counted; negative once overdue.
 * @param minutes working minutes of the deadline
 */
export function remainingAfterPauses(
  start: Date,
  minutes: number,
  pauses: readonly Pause[],
  now: Date,
  calendar: WorkingCalendar,
): MinutesAnswer {
  return answered(() => {
    needAmount(minutes);
    const [from, to] = [momentIn(start), momentIn(now)];
    let spent = elapsed(from, to, calendar);
    for (const [pauseStart, pauseEnd] of joined(pauses)) {
      const [begin, end] = [Math.max(pauseStart, from), Math.min(pauseEnd, to)];
      spent -= begin < end ? elapsed(begin, end, calendar) : 0;
    }
    return { ok: true, minutes: minutes - spent / MINUTE };
  });
}

/** Elapsed working time, looking no further than the deadline: a pause years away asks for no calendar. */
function elapsedUpTo(from: number, to: number, enough: number, calendar: WorkingCalendar): number {
  const due = advance(from, enough, calendar);
  return due <= to ? enough : elapsed(from, to, calendar);
}

/** Pauses in order, overlapping ones as one; a pause that still runs ends at infinity. */
function joined(pauses: readonly Pause[]): [number, number][] {
  const ordered = pauses
    .map(({ from, to }): [number, number] => [from.getTime(), to === null ? Infinity : to.getTime()])
    .sort((a, b) => a[0] - b[0]);
  if (ordered.some(([from, to]) => !(from <= to))) {
    throw new ClockRefusal([reason('PAUSE_INVALID')]);
  }
  return ordered.reduce<[number, number][]>((spans, [from, to]) => {
    const last = spans[spans.length - 1];
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      spans.push([from, to]);
    }
    return spans;
  }, []);
}
