import fc from 'fast-check';
import { makeIdentityNumber, redactIdentifiers } from '..';

const DASHES = ['-', '－', '–', '—', '‐', '‑', '−'];
const wide = (text: string): string =>
  text.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const invisible = (text: string): string => [...text].join('\u200b');

const PHONE = '13812345678';
const SHAPES: string[] = [
  PHONE,
  wide(PHONE),
  invisible(PHONE),
  '138.1234.5678',
  '138 1234 5678',
  '138-123-45678',
  '+86（138）12345678',
  '+86 138-1234-5678',
  '(138)1234-5678',
  '8613812345678',
  '0086-13812345678',
  '1 3 8 1 2 3 4 5 6 7 8',
  '①③⑧①②③④⑤⑥⑦⑧',
  '\u202d13812345678\u202c',
  '138\u00a01234\u30005678',
  ...DASHES.map((dash) => `138${dash}1234${dash}5678`),
];

it.each(SHAPES)('masks a mobile number written as %s', (written) => {
  const redacted = redactIdentifiers(`本人电话${written}，请回电`);
  expect(redacted).toContain('138****5678');
  expect(redacted.normalize('NFKC').replace(/\D/g, '')).not.toContain('1234');
  expect(redactIdentifiers(redacted)).toBe(redacted);
});

it.each([
  '370681 19900101 0123',
  '37068119900101012X',
  wide('37068119900101012X'),
  '370681-19900101-0123',
  '370681.19900101.0123',
  '370681－1990－0101－0123',
  invisible('370681199001010123'),
  '370681 900101 012',
  '370681900101012',
])('masks an identity number written as %s', (written) => {
  const redacted = redactIdentifiers(`身份证${written}。`);
  expect(redacted.normalize('NFKC').replace(/[^0-9X*]/g, '')).toMatch(/^\*{11,14}[0-9X]{4}$/);
});

it.each([
  '同意，编号XQ-2026-370681001-00001',
  '2026-370681001-00001',
  '区划370681001001001001，小区370681001001001',
  '2026年11月29日15:30-16:30，2026-11-29，2026.11.29，20261129',
  '拨付1500.00元、138000000.00元、13,812,345,678元',
  '1500.00 20000',
  '3号楼2单元301室，共15人次',
  '统一社会信用代码91370681MA3C0QK87X',
  'ＸＱ－２０２６－３７０６８１００１－００００１',
])('leaves what names nobody: %s', (text) => expect(redactIdentifiers(text)).toBe(text));

it.each([
  ['测t13812345678x', '测t138****5678x'],
  ['微信wx13812345678', '微信wx138****5678'],
  ['电话138,1234,5678。', '电话138****5678。'],
  ['138、1234、5678', '138****5678'],
  ['138，1234，5678', '138****5678'],
  ['138|1234|5678', '138****5678'],
  ['138[1234]5678', '138****5678'],
  ['【138】1234 5678', '138****5678'],
  ['622202 1234 5678 9012 3', '****0123'],
  ['6222 0212 3456 7890 123', '****0123'],
  ['测𝟣𝟥𝟪𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪', '测138****5678'],
  ['𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝐱', '138****5678𝐱'],
  ['（0535）8512345', '0535-****345'],
  ['（电话（0535）8512345）', '（电话0535-****345）'],
  ['（0535-8512345）', '（0535-****345）'],
  ['(138)1234-5678', '138****5678'],
  ['一三八一二三四五六七八', '138****5678'],
  ['幺三八〇零二三四五六七', '138****4567'],
  ['13812345678、13912345678', '138****5678、139****5678'],
  ['6222021234567890123、6222021234567890124', '****0123、****0124'],
])('masks a number between other signs: %s', (written, shown) => {
  expect(redactIdentifiers(written)).toBe(shown);
  expect(redactIdentifiers(shown)).toBe(shown);
});

it('leaves no half of a sign', () => {
  expect(redactIdentifiers('测\ud800𝟣𝟥𝟪𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪')).toBe('测\uFFFD138****5678');
});

it.each(['3、5、8号楼', '甲13,812,345,678元', '1,381,234,567', '二〇二六年十一月', '第138、139、1404号'])(
  'leaves lists, amounts and years: %s',
  (text) => expect(redactIdentifiers(text)).toBe(text),
);

it('masks a landline, which is somebody’s too', () => {
  expect(redactIdentifiers('家里0535-8512345')).toBe('家里0535-****345');
});

const gap = fc.constantFrom('', ' ', '-', '.', '－', '—', '　', '\u200b', ' - ');
const fill = (digits: string, sizes: readonly number[], by: string): string => {
  let place = 0;
  return sizes.map((size) => digits.slice(place, (place += size))).join(by);
};

it('masks any mobile number in the groups people write, between any words', () => {
  const phones = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
  const groups = fc.constantFrom([11], [3, 4, 4], [3, 8], [3, 3, 5]);
  const word = fc.constantFrom('', '电话', '请联系：', '，', '张三');
  fc.assert(
    fc.property(phones, groups, gap, word, word, fc.boolean(), ([second, rest], sizes, by, before, after, isWide) => {
      const phone = `1${second}${String(rest).padStart(9, '0')}`;
      const written = fill(phone, sizes, by);
      const redacted = redactIdentifiers(before + (isWide ? wide(written) : written) + after);
      expect(redacted).toBe(`${before}${phone.slice(0, 3)}****${phone.slice(-4)}${after}`);
      expect(redactIdentifiers(redacted)).toBe(redacted);
    }),
  );
});

it('masks any identity number in the groups people write', () => {
  const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2015-12-31'), noInvalidDate: true });
  const groups = fc.constantFrom([18], [6, 8, 4], [6, 4, 4, 4], [4, 4, 4, 4, 2], [3, 3, 4, 4, 4]);
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 999 }), groups, gap, (born, sequence, sizes, by) => {
      const number = makeIdentityNumber(born.toISOString().slice(0, 10), sequence);
      expect(redactIdentifiers(`证件${fill(number, sizes, by)}。`)).toBe(`证件${'*'.repeat(14)}${number.slice(-4)}。`);
    }),
  );
});

it('leaves days, amounts and numbers of documents alone', () => {
  const digits = (count: number) =>
    fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'));
  const harmless = fc.oneof(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).chain((day) => {
      const iso = day.toISOString().slice(0, 10);
      return fc.constantFrom(iso, iso.replaceAll('-', '.'), iso.replaceAll('-', '/'), iso.replaceAll('-', ''));
    }),
    fc.tuple(fc.constantFrom('XQ', 'BD', 'HZ'), digits(5)).map(([kind, number]) => `${kind}-2026-370681001-${number}`),
    fc.integer({ min: 1, max: 999_999_999 }).map((cents) => `${(cents / 100).toFixed(2)}元`),
  );
  fc.assert(
    fc.property(fc.array(harmless, { maxLength: 4 }), (texts) => {
      const text = texts.join('，');
      expect(redactIdentifiers(text)).toBe(text);
    }),
  );
});
