import fc from 'fast-check';
import { checkCreditCode, makeCreditCode, normalizeCreditCode, reasonsOf } from '..';

const objections = (code: string | null): string[] => reasonsOf(checkCreditCode(code)).map((item) => item.code);

describe('unified social credit code', () => {
  it('is accepted when its check character is right', () => {
    // Published codes of well-known public companies.
    expect(objections('91350100M000100Y43')).toEqual([]);
    expect(objections('914403001922038216')).toEqual([]);
  });

  it('names every defect at once', () => {
    expect(objections('9144OI')).toEqual(['CREDIT_CODE_LENGTH', 'CREDIT_CODE_CHARACTERS']);
    expect(objections('91A40300192203821S')).toEqual(['CREDIT_CODE_CHARACTERS', 'CREDIT_CODE_AREA']);
    expect(objections(null)).toEqual(['CREDIT_CODE_LENGTH']);
  });

  it('is judged as stored: small letters are made capitals first', () => {
    expect(objections('91350100m000100y43')).toEqual(['CREDIT_CODE_CHARACTERS']);
    expect(objections(normalizeCreditCode(' 91350100m000100y43'))).toEqual([]);
  });

  it('shows when any one character was miscopied', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(17), character, (seed, index, wrong) => {
        const code = makeCreditCode(seed);
        const miscopied = code.slice(0, index) + wrong + code.slice(index + 1);
        expect(checkCreditCode(code)).toEqual({ ok: true });
        expect(checkCreditCode(miscopied).ok).toBe(miscopied === code);
      }),
    );
  });

  it('can be made for demo data, the same for the same seed', () => {
    expect(makeCreditCode('7')).toBe(makeCreditCode(7));
    expect(makeCreditCode(1, '91', '370600').slice(0, 8)).toBe('91370600');
    expect(() => makeCreditCode('123456789')).toThrow(RangeError);
    expect(() => makeCreditCode('1', '00')).toThrow(RangeError);
    expect(() => makeCreditCode('1', '52', '3706')).toThrow(RangeError);
  });
});
