import fc from 'fast-check';
import {
  addWorkingMinutes,
  dueWithPauses,
  reasonsOf,
  remainingAfterPauses,
  workingMinutesBetween,
  type MomentAnswer,
  type Pause,
} from '..';
import { beijing, calendar2026 as calendar } from './support/calendars';

const start = beijing('2026-03-02 08:30');
const pause = (from: string, to: string | null): Pause => ({
  from: beijing(from),
  to: to === null ? null : beijing(to),
});
const time = (answer: MomentAnswer): number => (answer.ok ? answer.at.getTime() : NaN);
const due = (minutes: number, pauses: Pause[]): Date => new Date(time(dueWithPauses(start, minutes, pauses, calendar)));

const moment = fc.date({ min: beijing('2026-02-20 00:00'), max: beijing('2026-04-10 00:00'), noInvalidDate: true });
const pauseOf = fc
  .tuple(moment, fc.integer({ min: 0, max: 4 * 86_400_000 }))
  .map(([from, length]): Pause => ({ from, to: new Date(from.getTime() + length) }));

describe('a deadline with pauses', () => {
  it('moves by the working time paused', () => {
    expect(due(60, [pause('2026-03-02 09:00', '2026-03-02 10:00')])).toEqual(beijing('2026-03-02 10:30'));
    expect(due(60, [pause('2026-03-02 09:00', '2026-03-03 09:00')])).toEqual(beijing('2026-03-03 09:30'));
  });

  it('does not move for a pause outside working time, before the start or after the end', () => {
    const idle = [
      pause('2026-03-02 12:00', '2026-03-02 13:30'),
      pause('2026-03-01 08:30', '2026-03-02 08:00'),
      pause('2026-03-05 08:30', null),
    ];
    expect(due(450, idle)).toEqual(beijing('2026-03-02 17:30'));
  });

  it('counts overlapping pauses once, in any order', () => {
    const pauses = [
      pause('2026-03-02 09:30', '2026-03-02 10:00'),
      pause('2026-03-02 09:00', '2026-03-02 09:45'),
      pause('2026-03-02 08:00', '2026-03-02 08:45'),
    ];
    expect(due(60, pauses)).toEqual(beijing('2026-03-02 10:45'));
  });

  it('is not known while the clock is paused', () => {
    const answer = dueWithPauses(start, 60, [pause('2026-03-02 09:00', null)], calendar);
    expect(reasonsOf(answer).map(({ code }) => code)).toEqual(['CLOCK_PAUSED']);
  });

  it('refuses a pause that ends before it starts', () => {
    const answer = dueWithPauses(start, 60, [pause('2026-03-02 09:00', '2026-03-02 08:59')], calendar);
    expect(reasonsOf(answer).map(({ code }) => code)).toEqual(['PAUSE_INVALID']);
    expect(dueWithPauses(start, 60, [{ from: new Date(NaN), to: null }], calendar).ok).toBe(false);
    expect(dueWithPauses(start, -60, [], calendar).ok).toBe(false);
  });

  it('asks for no calendar of a year that a far pause begins in', () => {
    expect(due(60, [pause('2031-01-01 09:00', null)])).toEqual(beijing('2026-03-02 09:30'));
  });

  it('without pauses is the plain deadline', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 5000 }), (from, minutes) => {
        expect(time(dueWithPauses(from, minutes, [], calendar))).toBe(time(addWorkingMinutes(from, minutes, calendar)));
      }),
    );
  });

  it('leaves nothing at the moment it is due', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 5000 }),
        fc.array(pauseOf, { maxLength: 5 }),
        (from, minutes, pauses) => {
          const answer = dueWithPauses(from, minutes, pauses, calendar);
          const left = remainingAfterPauses(from, minutes, pauses, new Date(time(answer)), calendar);
          expect(left.ok ? left.minutes : NaN).toBeCloseTo(0, 6);
        },
      ),
    );
  });

  it('is never earlier for one more pause', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 0, max: 5000 }),
        fc.array(pauseOf, { maxLength: 4 }),
        pauseOf,
        (from, minutes, pauses, more) => {
          const before = time(dueWithPauses(from, minutes, pauses, calendar));
          expect(time(dueWithPauses(from, minutes, [...pauses, more], calendar))).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});

describe('the time left of a deadline', () => {
  it('stands still during a pause, and is negative once overdue', () => {
    const left = (now: string, pauses: Pause[]): number => {
      const answer = remainingAfterPauses(start, 60, pauses, beijing(now), calendar);
      return answer.ok ? answer.minutes : NaN;
    };
    expect(left('2026-03-02 09:00', [])).toBe(30);
    expect(left('2026-03-02 11:00', [pause('2026-03-02 09:00', null)])).toBe(30);
    expect(left('2026-03-02 10:00', [])).toBe(-30);
    expect(left('2026-03-01 10:00', [])).toBe(60);
  });

  it('is never less than without the pauses', () => {
    fc.assert(
      fc.property(moment, moment, fc.array(pauseOf, { maxLength: 4 }), (a, b, pauses) => {
        const [from, now] = a <= b ? [a, b] : [b, a];
        const left = remainingAfterPauses(from, 600, pauses, now, calendar);
        const passed = workingMinutesBetween(from, now, calendar);
        expect(left.ok && passed.ok && left.minutes).toBeGreaterThanOrEqual(
          passed.ok ? 600 - passed.minutes - 1e-6 : NaN,
        );
      }),
    );
  });
});
