import { apportion } from '../city/apportion';
import { addDays, addYears } from '../city/days';
import { Random } from '../city/random';

it('draws the same numbers for the same seed and others for another', () => {
  const draw = (random: Random) => Array.from({ length: 5 }, () => random.integer(0, 999));
  expect(draw(new Random(7))).toEqual(draw(new Random(7)));
  expect(draw(new Random(7))).not.toEqual(draw(new Random(8)));
  expect(draw(new Random(7).fork('a'))).not.toEqual(draw(new Random(7).fork('b')));
});

it('draws weighted values in about their proportion', () => {
  const random = new Random(1);
  const draws = Array.from({ length: 10_000 }, () =>
    random.weighted([
      ['often', 9],
      ['seldom', 1],
    ] as const),
  );
  const seldom = draws.filter((value) => value === 'seldom').length;
  expect(seldom).toBeGreaterThan(850);
  expect(seldom).toBeLessThan(1150);
});

it('shares out every piece and at least one to each', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(apportion(4, [100, 1, 1])).toEqual([2, 1, 1]);
  expect(() => apportion(2, [1, 1, 1])).toThrow(RangeError);
});

it('counts days over months and leap years', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addYears('2024-02-29', 3)).toBe('2027-02-28');
});
