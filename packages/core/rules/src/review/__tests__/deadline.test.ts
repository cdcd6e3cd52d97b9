import fc from 'fast-check';
import { reviewTimes, type ReviewDeadlineRule } from '..';
import { spellsOf } from '../../mechanism/working-calendar';
import { beijing, calendar2026 as calendar } from '../../__tests__/support/calendars';

const DAY: ReviewDeadlineRule = { kind: 'working', amount: 1, unit: 'day' };
const HOUR: ReviewDeadlineRule = { kind: 'working', amount: 1, unit: 'hour' };
const FIELD: ReviewDeadlineRule = { kind: 'field', field: 'until' };
const dueAt = (start: string, rule: ReviewDeadlineRule, fieldValue?: unknown): Date | null =>
  reviewTimes(beijing(start), rule, calendar, { fieldValue }).dueAt;

/** Whether people are at work at a moment, its bounds included. */
function isDuringWork(moment: Date): boolean {
  const local = new Date(moment.getTime() + 480 * 60_000).toISOString();
  const minutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) + Number(local.slice(17, 19)) / 60;
  return (
    calendar.isWorkingDay(local.slice(0, 10)) === true &&
    spellsOf(calendar).some(([from, to]) => minutes >= from && minutes <= to)
  );
}

describe('a deadline in working days', () => {
  it.each([
    ['at night', '2026-03-02 01:35', '2026-03-03 08:30'],
    ['in the lunch break', '2026-03-02 12:30', '2026-03-03 13:30'],
    ['after work', '2026-03-02 23:50', '2026-03-03 17:30'],
    ['during work', '2026-03-02 10:15', '2026-03-03 10:15'],
    ['on a Saturday night', '2026-03-07 23:50', '2026-03-09 17:30'],
    ['before a make-up Saturday', '2026-02-13 01:35', '2026-02-14 08:30'],
    ['before the Spring Festival', '2026-02-14 23:50', '2026-02-24 17:30'],
    ['within a holiday', '2026-02-18 03:00', '2026-02-24 08:30'],
  ])('that begins %s is due while people work', (_, start, due) => {
    expect(dueAt(start, DAY)).toEqual(beijing(due));
  });
});

describe('a deadline in working hours', () => {
  it.each([
    ['at night', '2026-03-02 01:35', '2026-03-02 09:30'],
    ['in the lunch break', '2026-03-02 12:30', '2026-03-02 14:30'],
    ['after work', '2026-03-02 23:50', '2026-03-03 09:30'],
    ['before the Spring Festival', '2026-02-14 23:50', '2026-02-24 09:30'],
  ])('that begins %s is due while people work', (_, start, due) => {
    expect(dueAt(start, HOUR)).toEqual(beijing(due));
  });
});

describe('a deadline that the record names', () => {
  it.each([
    ['a moment at night', '2026-03-03T01:35:00+08:00', '2026-03-03 08:30'],
    ['a moment in the break', new Date('2026-03-03T12:30:00+08:00'), '2026-03-03 13:30'],
    ['a moment after work', '2026-03-03T23:50:00+08:00', '2026-03-03 17:30'],
    ['a moment on a Sunday', '2026-03-08T10:00:00+08:00', '2026-03-09 08:30'],
    ['a moment without a zone', '2026-03-03 09:40:00', '2026-03-03 09:40'],
    ['a day', '2026-03-03', '2026-03-03 17:30'],
    ['a day kept as its midnight', new Date('2026-03-03T00:00:00+08:00'), '2026-03-03 17:30'],
    ['a holiday', '2026-02-18', '2026-02-24 17:30'],
    ['a make-up Saturday', '2026-02-28', '2026-02-28 17:30'],
  ])('by %s is due while people work', (_, value, due) => {
    expect(dueAt('2026-01-05 09:00', FIELD, value)).toEqual(beijing(due));
  });

  it('keeps to the hours of work in a year whose holidays are unknown, and says why nobody is reminded', () => {
    const {
      dueAt: due,
      remindAt,
      reasons,
    } = reviewTimes(beijing('2026-03-02 09:00'), FIELD, calendar, {
      fieldValue: '2027-03-03T01:35:00+08:00',
    });
    expect(due).toEqual(beijing('2027-03-03 08:30'));
    expect(remindAt).toBeNull();
    expect(reasons.map(({ code }) => code)).toEqual(['CALENDAR_YEAR_NOT_ANNOUNCED']);
  });

  it('is none where the field says no time', () => {
    expect(dueAt('2026-03-02 09:00', FIELD, 'soon')).toBeNull();
    expect(dueAt('2026-03-02 09:00', FIELD, new Date(Number.NaN))).toBeNull();
  });
});

it('is never due, and nobody is reminded, outside of working time, whenever it begins', () => {
  const moment = fc.date({ min: beijing('2026-01-01 00:00'), max: beijing('2026-10-30 00:00'), noInvalidDate: true });
  const rule = fc.oneof(
    fc.record({
      kind: fc.constant('working' as const),
      amount: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(0.0001)),
      unit: fc.constant('hour' as const),
    }),
    fc.record({
      kind: fc.constant('working' as const),
      amount: fc.integer({ min: 0, max: 20 }),
      unit: fc.constant('day' as const),
    }),
    fc.constant(FIELD),
  );
  fc.assert(
    fc.property(moment, rule, moment, (start, deadline, fieldValue) => {
      const times = reviewTimes(start, deadline, calendar, {
        fieldValue: deadline.kind === 'field' ? fieldValue : null,
      });
      expect(times.dueAt && isDuringWork(times.dueAt)).toBe(true);
      expect(times.remindAt === null || isDuringWork(times.remindAt)).toBe(true);
    }),
  );
});
