import fc from 'fast-check';
import { targetsFor, type AreaTargets } from '../year-targets';

const CITY = '370681';
const STREET = '370681001';
const COMMUNITY = '370681001001';
const otherwise = { times: 4, minutes: 1200, claims: 4 };
const of = (areaCode: string, minutes: number, more: Partial<AreaTargets> = {}): AreaTargets => ({
  year: 2026,
  subject: 'member',
  areaCode,
  times: 1,
  minutes,
  claims: 1,
  ...more,
});
const member = { year: 2026, subject: 'member' as const };

it('takes the targets of the nearest area above, in whatever order they were set', () => {
  const rows = [of(STREET, 300), of(CITY, 600), of('370681002', 10)];
  for (const each of [rows, [...rows].reverse()]) {
    expect(targetsFor(each, { ...member, areaCode: COMMUNITY }, otherwise).minutes).toBe(300);
    expect(targetsFor(each, { ...member, areaCode: '370681003001' }, otherwise).minutes).toBe(600);
  }
});

it('keeps years and subjects apart, and falls back on the rubric', () => {
  const rows = [of(CITY, 600), of(CITY, 60, { subject: 'unit' }), of(CITY, 6, { year: 2025 })];
  expect(targetsFor(rows, { ...member, subject: 'unit', areaCode: COMMUNITY }, otherwise).minutes).toBe(60);
  expect(targetsFor(rows, { ...member, year: 2025, areaCode: COMMUNITY }, otherwise).minutes).toBe(6);
  expect(targetsFor(rows, { ...member, year: 2024, areaCode: COMMUNITY }, otherwise)).toEqual(otherwise);
});

it('holds for nobody of no place', () => {
  expect(targetsFor([of(CITY, 600)], { ...member, areaCode: null }, otherwise)).toEqual(otherwise);
});

it('never takes the targets of an area that one does not live in', () => {
  const code = fc.integer({ min: 1, max: 5 }).chain((depth) => fc.constant('370681'.padEnd(6 + 3 * depth, '001')));
  fc.assert(
    fc.property(fc.array(code), code, (codes, home) => {
      const rows = codes.map((each, index) => of(each, index + 1));
      const { minutes } = targetsFor(rows, { ...member, areaCode: home }, otherwise);
      const from = rows.find((row) => row.minutes === minutes);
      if (!from) return minutes === otherwise.minutes && codes.every((each) => !home.startsWith(each));
      return (
        home.startsWith(from.areaCode) &&
        codes.every((each) => !home.startsWith(each) || each.length <= from.areaCode.length)
      );
    }),
  );
});
