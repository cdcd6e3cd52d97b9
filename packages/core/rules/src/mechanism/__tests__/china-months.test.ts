import { chinaDay, monthsBefore, startOfChinaDay } from '..';

it.each([
  ['2026-03-31T10:00:00+08:00', 1, '2026-02-28T10:00:00+08:00'],
  ['2024-03-31T10:00:00+08:00', 1, '2024-02-29T10:00:00+08:00'],
  ['2026-01-15T00:30:00+08:00', 12, '2025-01-15T00:30:00+08:00'],
  ['2026-01-01T07:59:59+08:00', 1, '2025-12-01T07:59:59+08:00'],
])('%s less %d months is %s', (moment, months, expected) => {
  expect(monthsBefore(new Date(moment), months).toISOString()).toBe(new Date(expected).toISOString());
});

it('begins a day at midnight in China', () => {
  const begin = startOfChinaDay('2026-03-01');
  expect(begin.toISOString()).toBe('2026-02-28T16:00:00.000Z');
  expect(chinaDay(begin)).toBe('2026-03-01');
  expect(chinaDay(new Date(begin.getTime() - 1))).toBe('2026-02-28');
});
