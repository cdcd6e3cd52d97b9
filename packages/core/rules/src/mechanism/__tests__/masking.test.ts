import fc from 'fast-check';
import { isMaskOf, mask, MASK_KINDS, type MaskKind } from '..';

const cases: readonly [MaskKind, string, string][] = [
  ['phone', '13812341234', '138****1234'],
  ['phone', '+86 138-1234-5678', '138****5678'],
  ['phone', '0535-8512567', '0535-****567'],
  ['phone', '010-65123456', '010-****3456'],
  ['phone', '12345', '****'],
  ['phone', '13812341234*', '****'],
  ['idNumber', '370681199001011234', '**************1234'],
  ['idNumber', '37068119900101123X', '**************123X'],
  ['idNumber', '1234', '****'],
  ['name', '王芳', '王**'],
  ['name', '王', '王**'],
  ['name', '欧阳修', '欧阳**'],
  ['name', '欧阳', '欧**'],
  ['name', '𠮷田一郎', '𠮷**'],
  ['account', '6222 0212 3456 7890', '****7890'],
  ['account', '7890', '****'],
  ['doorNumber', '3-2-501', '***'],
];

const addresses: readonly [string, string][] = [
  ['龙口市东莱街道锦里7号小区3号楼2单元301室', '龙口市东莱街道锦里7号小区***'],
  ['康泰路一区5号楼', '康泰路一区***'],
  ['锦里社区三号楼二单元', '锦里社区***'],
  ['果品小区A座1201', '果品小区***'],
  ['果品小区Ａ座１２０１', '果品小区***'],
  ['府东一路123号', '府东一路***'],
  ['锦里小区3号楼301（近超市）', '锦里小区***'],
  ['锦里小区老王家', '锦里小区***'],
  ['3-2-501', '***'],
  ['王家', '***'],
  ['龙口市锦里小区', '龙口市锦里小区'],
  ['龙口市锦绣华庭二期12-3-301', '龙口市锦绣华庭二期***'],
];

describe('masking', () => {
  it.each(cases)('shows a %s %s as %s', (kind, original, masked) => {
    expect(mask(kind, original)).toBe(masked);
  });

  it.each(addresses)('shows the address %s as %s', (original, masked) => {
    expect(mask('address', original)).toBe(masked);
  });

  it('keeps nothing as nothing and a blank as blank', () => {
    for (const kind of MASK_KINDS) {
      expect([mask(kind, null), mask(kind, undefined), mask(kind, ' ')]).toEqual([null, null, '']);
    }
  });

  it('changes nothing the second time, whatever was typed', () => {
    const pieces = fc.constantFrom(
      '*',
      '1',
      '３',
      '王',
      '欧阳',
      '小区',
      '社区',
      '7号',
      '路',
      '三号楼',
      '-',
      ' ',
      'A座',
      '138',
      '0535',
      '12345678',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 9 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...MASK_KINDS), text, (kind, value) => {
        const once = mask(kind, value);
        expect(mask(kind, once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('never shows building, entrance or room behind an estate', () => {
    const number = fc.integer({ min: 1, max: 2999 }).map(String);
    const estate = fc.constantFrom('锦里7号小区', '康泰路一区', '润新社区', '果品小区');
    const door = fc
      .tuple(
        number,
        fc.constantFrom('号楼', '栋', '幢', '-', '座', '#'),
        number,
        fc.constantFrom('单元', '-', '门'),
        number,
      )
      .map((parts) => parts.join(''));
    fc.assert(fc.property(estate, door, (place, rest) => expect(mask('address', place + rest)).toBe(`${place}***`)));
  });

  it('hides at least the middle of every mobile number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13000000000, max: 19999999999 }).map(String), (phone) => {
        expect(mask('phone', phone)).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`);
      }),
    );
  });
});

describe('a masked value sent back by a form', () => {
  it('is recognised as not changed', () => {
    expect(isMaskOf('phone', '138****1234', '13812341234')).toBe(true);
    expect(isMaskOf('name', '王**', '王芳')).toBe(true);
    expect(isMaskOf('phone', null, null)).toBe(true);
  });

  it('is a change when it is another number, cleared, or the original itself', () => {
    expect(isMaskOf('phone', '13912341234', '13812341234')).toBe(false);
    expect(isMaskOf('phone', '139****1234', '13812341234')).toBe(false);
    expect(isMaskOf('phone', null, '13812341234')).toBe(false);
    expect(isMaskOf('phone', '13812341234', '13812341234')).toBe(false);
  });
});
