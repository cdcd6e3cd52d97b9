import fc from 'fast-check';
import {
  addWorkingDays,
  addWorkingMinutes,
  endOfWorkingPeriod,
  pointAtShare,
  reasonsOf,
  workingDaysBetween,
  workingMinutesBetween,
  type MomentAnswer,
} from '..';
import { beijing, calendar2026 as calendar } from '../../__tests__/support/calendars';

const at = (answer: MomentAnswer): Date => {
  if (!answer.ok) {
    throw new Error(JSON.stringify(answer.reasons));
  }
  return answer.at;
};
const minutesAfter = (start: string, minutes: number): Date => at(addWorkingMinutes(beijing(start), minutes, calendar));
const between = (a: Date, b: Date): number => {
  const answer = workingMinutesBetween(a, b, calendar);
  return answer.ok ? answer.minutes : NaN;
};

const moment = fc.date({ min: beijing('2026-01-01 00:00'), max: beijing('2026-06-30 00:00'), noInvalidDate: true });
const amount = fc.integer({ min: 0, max: 10000 });

describe('adding working minutes', () => {
  it('counts office hours only, without the noon break', () => {
    expect(minutesAfter('2026-03-02 08:30', 60)).toEqual(beijing('2026-03-02 09:30'));
    expect(minutesAfter('2026-03-02 11:30', 60)).toEqual(beijing('2026-03-02 14:00'));
    expect(minutesAfter('2026-03-02 03:00', 1)).toEqual(beijing('2026-03-02 08:31'));
  });

  it('is due at the close of work rather than next morning', () => {
    expect(minutesAfter('2026-03-02 08:30', 450)).toEqual(beijing('2026-03-02 17:30'));
    expect(minutesAfter('2026-03-02 08:30', 451)).toEqual(beijing('2026-03-03 08:31'));
  });

  it('skips weekends and holidays and works make-up days', () => {
    expect(minutesAfter('2026-03-06 17:00', 60)).toEqual(beijing('2026-03-09 09:00'));
    expect(minutesAfter('2026-02-13 17:30', 1)).toEqual(beijing('2026-02-14 08:31'));
    expect(minutesAfter('2026-02-14 17:30', 1)).toEqual(beijing('2026-02-24 08:31'));
  });

  it('is the start itself for no time, whatever the hour', () => {
    expect(minutesAfter('2026-03-01 02:00', 0)).toEqual(beijing('2026-03-01 02:00'));
  });

  it('never guesses a year that has not been announced, and asks for none it does not need', () => {
    const late = beijing('2026-12-31 17:00');
    expect(at(addWorkingMinutes(late, 30, calendar))).toEqual(beijing('2026-12-31 17:30'));
    expect(addWorkingMinutes(late, 31, calendar)).toEqual({
      ok: false,
      reasons: [{ code: 'CALENDAR_YEAR_NOT_ANNOUNCED', params: { year: 2027 } }],
    });
  });

  it('refuses negative or endless amounts, moments that are none, and hours without work', () => {
    const start = beijing('2026-03-02 08:30');
    const code = (answer: MomentAnswer): string => reasonsOf(answer)[0].code;
    expect(code(addWorkingMinutes(start, -1, calendar))).toBe('WORKING_AMOUNT_INVALID');
    expect(code(addWorkingMinutes(start, Infinity, calendar))).toBe('WORKING_AMOUNT_INVALID');
    expect(code(addWorkingMinutes(new Date('never'), 1, calendar))).toBe('MOMENT_INVALID');
    expect(code(addWorkingMinutes(start, 1, { ...calendar, dayEnd: 500 }))).toBe('CALENDAR_HOURS_INVALID');
    expect(code(addWorkingMinutes(start, 1, { ...calendar, breaks: [[0, 1440]] }))).toBe('CALENDAR_HOURS_INVALID');
    expect(code(addWorkingMinutes(start, 1, { ...calendar, isWorkingDay: () => false }))).toBe(
      'CALENDAR_NO_WORKING_DAY',
    );
  });

  it('takes breaks in any order, overlapping or outside the hours', () => {
    const breaks: [number, number][] = [
      [780, 840],
      [0, 60],
      [720, 800],
      [900, 900],
    ];
    expect(at(addWorkingMinutes(beijing('2026-03-02 11:59'), 2, { ...calendar, breaks }))).toEqual(
      beijing('2026-03-02 14:01'),
    );
  });

  it('counts by the calendar’s own offset from UTC', () => {
    const utc = { ...calendar, utcOffsetMinutes: 0 };
    expect(at(addWorkingMinutes(new Date('2026-03-02T00:00:00Z'), 1, utc))).toEqual(new Date('2026-03-02T08:31:00Z'));
  });

  it('adds up: a then b is a + b', () => {
    fc.assert(
      fc.property(moment, amount, amount, (start, a, b) => {
        const inTwo = at(addWorkingMinutes(at(addWorkingMinutes(start, a, calendar)), b, calendar));
        expect(inTwo).toEqual(at(addWorkingMinutes(start, a + b, calendar)));
      }),
    );
  });

  it('never comes earlier for more time or a later start', () => {
    fc.assert(
      fc.property(moment, moment, amount, amount, (one, other, a, b) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const less = at(addWorkingMinutes(first, Math.min(a, b), calendar));
        expect(at(addWorkingMinutes(first, Math.max(a, b), calendar)) >= less).toBe(true);
        expect(at(addWorkingMinutes(second, Math.min(a, b), calendar)) >= less).toBe(true);
      }),
    );
  });

  it('is undone by counting: the minutes between start and due are those added', () => {
    fc.assert(
      fc.property(moment, amount, (start, minutes) => {
        expect(between(start, at(addWorkingMinutes(start, minutes, calendar)))).toBe(minutes);
      }),
    );
  });
});

describe('working minutes between two moments', () => {
  it('are counted backwards as negative', () => {
    expect(between(beijing('2026-03-02 11:00'), beijing('2026-03-02 14:00'))).toBe(90);
    expect(between(beijing('2026-03-02 14:00'), beijing('2026-03-02 11:00'))).toBe(-90);
    expect(between(beijing('2026-02-28 20:00'), beijing('2026-03-02 08:00'))).toBe(0);
  });

  it('add up over any moment in between', () => {
    fc.assert(
      fc.property(moment, moment, moment, (...moments) => {
        const [a, b, c] = moments.sort((x, y) => x.getTime() - y.getTime());
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 6);
      }),
    );
  });
});

describe('working days', () => {
  const daysAfter = (start: string, days: number): Date => at(addWorkingDays(beijing(start), days, calendar));

  it('start counting the day after, and keep the time of day', () => {
    expect(daysAfter('2026-03-02 10:15', 1)).toEqual(beijing('2026-03-03 10:15'));
    expect(daysAfter('2026-03-06 10:15', 5)).toEqual(beijing('2026-03-13 10:15'));
    expect(daysAfter('2026-02-13 10:15', 2)).toEqual(beijing('2026-02-24 10:15'));
    expect(daysAfter('2026-03-07 23:00', 0)).toEqual(beijing('2026-03-07 23:00'));
  });

  it('make a period that ends with the close of work of its last day', () => {
    expect(at(endOfWorkingPeriod(beijing('2026-03-02 23:59'), 5, calendar))).toEqual(beijing('2026-03-09 17:30'));
  });

  it('must be whole', () => {
    expect(reasonsOf(addWorkingDays(beijing('2026-03-02 08:30'), 1.5, calendar))[0].code).toBe(
      'WORKING_AMOUNT_INVALID',
    );
    expect(reasonsOf(endOfWorkingPeriod(beijing('2026-12-30 08:30'), 5, calendar))[0].params).toEqual({ year: 2027 });
  });

  it('give up when no day is ever worked', () => {
    const never = { ...calendar, isWorkingDay: () => false };
    expect(reasonsOf(addWorkingDays(beijing('2026-03-02 08:30'), 1, never))[0].code).toBe('CALENDAR_NO_WORKING_DAY');
  });

  it('are undone by counting, and add up', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (start, a, b) => {
        const end = at(addWorkingDays(start, a, calendar));
        expect(workingDaysBetween(start, end, calendar)).toEqual({ ok: true, days: a });
        expect(workingDaysBetween(end, start, calendar).ok).toBe(true);
        expect(at(addWorkingDays(end, b, calendar))).toEqual(at(addWorkingDays(start, a + b, calendar)));
      }),
    );
  });
});

describe('the warning point of a deadline', () => {
  it('comes at four fifths by default', () => {
    const start = beijing('2026-03-02 08:30');
    expect(at(pointAtShare(start, 450, undefined, calendar))).toEqual(beijing('2026-03-02 16:00'));
    expect(at(pointAtShare(start, 450, 1, calendar))).toEqual(beijing('2026-03-02 17:30'));
    expect(reasonsOf(pointAtShare(start, 450, 80, calendar))[0].code).toBe('WORKING_SHARE_INVALID');
  });

  it('never comes after the deadline', () => {
    fc.assert(
      fc.property(moment, amount, fc.double({ min: 0, max: 1, noNaN: true }), (start, minutes, share) => {
        const due = at(addWorkingMinutes(start, minutes, calendar));
        expect(at(pointAtShare(start, minutes, share, calendar)) <= due).toBe(true);
      }),
    );
  });
});
