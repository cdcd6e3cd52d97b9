import fc from 'fast-check';
import { clockOfSerial, readClock, readDay, readMoment } from '..';
import { checkBirthYear } from '../../governance';

const dayOf = (text: string): string => {
  const answer = readDay(text);
  return answer.ok ? answer.day : answer.reason.code;
};

it.each([
  '2024-01-05',
  '2024-1-5',
  '2024/1/5',
  '2024.1.5',
  '2024年1月5日',
  '２０２４－０１－０５',
  '２０２４年１月５日',
  ' 2024/01/05\u200b',
])('reads %s as a day', (text) => expect(dayOf(text)).toBe('2024-01-05'));

it.each(['2021.09', '202109', '2021年9月', '2021-9', '2021/09', '2021', '２０２１．０９'])(
  'says that %s is a month',
  (text) => expect(dayOf(text)).toBe('DAY_IS_MONTH'),
);

it.each(['2024-02-30', '2024-13-01', '2026-11-31', '2023-02-29', '2024年0月1日'])('says that there is no %s', (text) =>
  expect(dayOf(text)).toBe('DAY_IMPOSSIBLE'),
);

it.each(['', '45293', '1-5', '24-01-05', '2024-01/05', 'tomorrow', '05/01/2024', '20240105', '2024-01-05T00:00:00Z'])(
  'takes %s for no day',
  (text) => expect(dayOf(text)).toBe('DAY_UNREADABLE'),
);

it.each(['1024-01-05', '2999-01-01'])('refuses %s', (text) => expect(dayOf(text)).toBe('DAY_OUT_OF_RANGE'));

it('takes every day that exists, and no other', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1900, max: 2200 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
    fc.constantFrom('-', '/', '.'),
  );
  fc.assert(
    fc.property(numbers, ([year, month, day, separator]) => {
      const moment = new Date(Date.UTC(year, month - 1, day));
      const exists = month >= 1 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
      const expected = exists ? moment.toISOString().slice(0, 10) : 'DAY_IMPOSSIBLE';
      expect(dayOf([year, month, day].join(separator))).toBe(expected);
    }),
  );
});

it('reads moments in the zone they name, else in China’s', () => {
  expect(readMoment('2024-01-05')).toEqual({ ok: true, moment: '2024-01-04T16:00:00.000Z' });
  expect(readMoment('2024年1月5日 8:30')).toEqual({ ok: true, moment: '2024-01-05T00:30:00.000Z' });
  expect(readMoment('2024-01-05T08:30:00-0500')).toEqual({ ok: true, moment: '2024-01-05T13:30:00.000Z' });
  expect(readMoment('2024-02-30 08:30').ok).toBe(false);
  expect(readMoment('2024-01-05 25:30').ok).toBe(false);
  expect(readClock('2024-01-05 18:00')).toEqual({ ok: true, day: '2024-01-05', time: '18:00:00', zone: null });
});

it('reads the numbers of days of a workbook', () => {
  expect(clockOfSerial(45296)).toEqual({ day: '2024-01-05', time: '00:00:00' });
  expect(clockOfSerial(45296.75)).toEqual({ day: '2024-01-05', time: '18:00:00' });
  expect(clockOfSerial(1).day).toBe('1900-01-01');
  expect(clockOfSerial(59).day).toBe('1900-02-28');
  expect(clockOfSerial(60).day).toBeNull(); // 1900-02-29, which Excel alone knows
  expect(clockOfSerial(61).day).toBe('1900-03-01');
  expect(clockOfSerial(0.5)).toEqual({ day: null, time: '12:00:00' });
});

it('knows which years somebody may be born in', () => {
  expect([1900, 1980, 2026].map((year) => checkBirthYear(year, 2026).ok)).toEqual([true, true, true]);
  expect([1899, 2027, 1980.5].map((year) => checkBirthYear(year, 2026).ok)).toEqual([false, false, false]);
});
