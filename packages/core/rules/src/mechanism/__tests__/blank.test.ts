import { isBlank } from '..';

it.each(['', '  ', '\u3000', '\u00a0\t\n', '\u200b', '\u2060\ufeff \u200d', '\u3164', [], null, undefined])(
  '%j is blank',
  (value) => {
    expect(isBlank(value)).toBe(true);
  },
);

it.each(['a', ' a ', '０', 0, false, [null], {}])('%j is not', (value) => {
  expect(isBlank(value)).toBe(false);
});
