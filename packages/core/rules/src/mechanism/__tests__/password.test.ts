import { isWeakPassword } from '..';

it.each([
  '1',
  '',
  'short-1',
  'letters-only',
  '12345678901',
  'zhang.wei.1985',
  'ZHANG.WEI.1985',
  `a1${'x'.repeat(199)}`,
])('takes %j for weak', (password) => expect(isWeakPassword(password, ['zhang.wei.1985'])).toBe(true));

it.each(['Password-1', '红心善治2026abc', `a1${'x'.repeat(198)}`])('takes %j', (password) =>
  expect(isWeakPassword(password, ['zhang.wei.1985'])).toBe(false),
);
