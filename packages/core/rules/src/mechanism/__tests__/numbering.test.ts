import fc from 'fast-check';
import { checkNumberPattern, counterKey, formatNumber, reasonsOf } from '..';

const PATTERN = 'BD-{year}-{areaCode:9}-{sequence:5}';
const parts = { year: 2026, areaCode: '370681001002', sequence: 42 };
const defects = (pattern: string): string[] => reasonsOf(checkNumberPattern(pattern)).map(({ code }) => code);

describe('a number', () => {
  it('shows year, area and sequence as its pattern says', () => {
    expect(formatNumber(PATTERN, parts)).toBe('BD-2026-370681001-00042');
    expect(formatNumber('{prefix}〔{year}〕{sequence}号', { ...parts, prefix: '龙善' })).toBe('龙善〔2026〕42号');
  });

  it('pads the code of an upper area, and lets a sequence outgrow its width', () => {
    expect(formatNumber(PATTERN, { ...parts, areaCode: '370681' })).toBe('BD-2026-370681000-00042');
    expect(formatNumber(PATTERN, { ...parts, sequence: 123456 })).toBe('BD-2026-370681001-123456');
  });

  it('is never made of missing parts or by a pattern that is not valid', () => {
    expect(() => formatNumber(PATTERN, { ...parts, areaCode: null })).toThrow(/usable areaCode/);
    expect(() => formatNumber(PATTERN, { ...parts, sequence: 0 })).toThrow(/usable sequence/);
    expect(() => formatNumber(PATTERN, { ...parts, year: NaN })).toThrow(/usable year/);
    expect(() => formatNumber('{prefix}-{sequence}', parts)).toThrow(/usable prefix/);
    expect(() => formatNumber('BD-{year}', parts)).toThrow(/NUMBER_PATTERN_NO_SEQUENCE/);
  });

  it('tells apart whatever differs in what its pattern shows', () => {
    const pattern = fc.constantFrom(
      PATTERN,
      '{sequence:3}{year}',
      '{year}.{areaCode}/{sequence}',
      '{areaCode:12}{sequence:4}',
    );
    const area = fc.integer({ min: 370681001, max: 370681999 }).map(String);
    const count = fc.integer({ min: 1, max: 9_999_999 });
    const years = fc.integer({ min: 1000, max: 9999 });
    const one = fc.record({ year: years, sequence: count, areaCode: area });
    fc.assert(
      fc.property(pattern, one, one, (text, first, second) => {
        const shown = ({ year, sequence, areaCode }: typeof first) =>
          [text.includes('{year') && year, sequence, text.includes('{areaCode') && areaCode].join();
        const isSame = formatNumber(text, first) === formatNumber(text, second);
        expect(isSame).toBe(shown(first) === shown(second));
      }),
    );
  });
});

describe('a number pattern', () => {
  it('has exactly one sequence', () => {
    expect(defects(PATTERN)).toEqual([]);
    expect(defects('')).toEqual(['NUMBER_PATTERN_NO_SEQUENCE']);
    expect(defects('{sequence}-{sequence}')).toEqual(['NUMBER_PATTERN_TOKEN_REPEATED']);
  });

  it('names every defect at once', () => {
    expect(defects('{month}-{year:2}-{areaCode:3}-{')).toEqual([
      'NUMBER_PATTERN_TOKEN_UNKNOWN',
      'NUMBER_PATTERN_WIDTH_NOT_TAKEN',
      'NUMBER_PATTERN_WIDTH',
      'NUMBER_PATTERN_BRACES',
      'NUMBER_PATTERN_NO_SEQUENCE',
    ]);
  });

  it('keeps parts without a fixed width apart', () => {
    expect(defects('{areaCode}{sequence:5}')).toEqual(['NUMBER_PATTERN_AMBIGUOUS']);
    expect(defects('{prefix}{year}{sequence:5}')).toEqual(['NUMBER_PATTERN_AMBIGUOUS']);
    expect(defects('{areaCode:9}{sequence:5}')).toEqual([]);
    expect(defects('{prefix}-{sequence:5}')).toEqual([]);
  });
});

describe('a counter', () => {
  it('is kept by series, year and area', () => {
    expect(counterKey('registration', { year: 2026, areaCode: '370681001' })).toBe('registration:2026:370681001');
    expect(counterKey('registration', { year: null })).toBe('registration');
  });

  it('follows its pattern, so that two communities of a street never get the same number', () => {
    const key = (areaCode: string) => counterKey('registration', { year: 2026, areaCode }, PATTERN);
    expect(key('370681001002')).toBe('registration:2026:370681001');
    expect(key('370681001003')).toBe(key('370681001002'));
    expect(counterKey('need', { year: 2026, areaCode: '370681001' }, 'XQ-{sequence}')).toBe('need');
    expect(counterKey('need', { year: 2026, areaCode: '370681001' }, '{areaCode}-{sequence}')).toBe('need:370681001');
  });

  it('is the same for two records exactly when their numbers would differ by the sequence alone', () => {
    const area = fc.constantFrom('370681', '370681001', '370681001002', '370681001003', '370681002001');
    const year = fc.constantFrom(2025, 2026);
    fc.assert(
      fc.property(
        area,
        area,
        year,
        year,
        fc.constantFrom(PATTERN, '{year}-{sequence}', '{areaCode}-{sequence}'),
        (a, b, x, y, pattern) => {
          const sameKey =
            counterKey('s', { year: x, areaCode: a }, pattern) === counterKey('s', { year: y, areaCode: b }, pattern);
          const number = (areaCode: string, inYear: number) =>
            formatNumber(pattern, { areaCode, year: inYear, sequence: 1 });
          expect(sameKey).toBe(number(a, x) === number(b, y));
        },
      ),
    );
  });
});
