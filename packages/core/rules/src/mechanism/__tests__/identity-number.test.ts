import fc from 'fast-check';
import {
  checkIdentityNumber,
  identityHash,
  makeIdentityNumber,
  normalizeIdentityNumber,
  redactIdentifiers,
  reasonsOf,
} from '..';

const TODAY = '2026-06-01';
const objections = (value: string | null): string[] =>
  reasonsOf(checkIdentityNumber(value, TODAY)).map(({ code }) => code);

describe('resident identity number', () => {
  it('is accepted when its check character is right, in the ways people write it', () => {
    expect(objections('11010519491231002X')).toEqual([]); // the example of GB 11643-1999
    expect(objections('110105 19491231 002x')).toEqual([]);
    expect(objections('440524188001010014')).toEqual([]); // the standard's second example
  });

  it('says what is wrong: its form, its birth date, its check character', () => {
    expect(objections('1101051949123100')).toEqual(['IDENTITY_NUMBER_FORM']);
    expect(objections(null)).toEqual(['IDENTITY_NUMBER_FORM']);
    expect(objections('110105194902300021')).toEqual(['IDENTITY_NUMBER_BIRTH']);
    expect(objections(makeIdentityNumber('2026-06-02', 1))).toEqual(['IDENTITY_NUMBER_BIRTH']);
    expect(objections('110105194912310021')).toEqual(['IDENTITY_NUMBER_CHECKSUM']);
  });

  it('shows when any one digit was miscopied', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.integer({ min: 0, max: 16 }), fc.nat(9), (sequence, index, digit) => {
        const number = makeIdentityNumber('1980-02-29', sequence);
        const miscopied = number.slice(0, index) + String(digit) + number.slice(index + 1);
        expect(objections(number)).toEqual([]);
        expect(objections(miscopied).length > 0).toBe(miscopied !== number);
      }),
    );
  });

  it('is told apart by a keyed hash of its normal form', () => {
    const sign = (text: string) => `signed:${text}`;
    expect(identityHash('11010519491231002x', sign)).toBe(identityHash(' 110105-19491231-002X', sign));
    expect(identityHash('11010519491231002X', sign)).not.toContain(' ');
    expect(normalizeIdentityNumber('１１０')).toBe('110');
  });
});

describe('a text for the log', () => {
  it.each([
    ['本人电话13812345678，请回电', '本人电话138****5678，请回电'],
    ['+86 138-1234-5678', '138****5678'],
    ['身份证 11010519491231002X。', '身份证 **************002X。'],
    ['卡号6222 0212 3456 7890 123', '卡号****0123'],
    ['同意，编号BD-2026-370681001001-00012', '同意，编号BD-2026-370681001001-00012'],
    ['区划370681001001001001', '区划370681001001001001'],
    ['3号楼2单元301，2026-05-01', '3号楼2单元301，2026-05-01'],
  ])('keeps its words and loses the numbers that name a person: %s', (text, expected) => {
    const redacted = redactIdentifiers(text);
    expect(redacted).toBe(expected);
    expect(redactIdentifiers(redacted)).toBe(redacted);
  });
});
