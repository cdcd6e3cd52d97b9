import fc from 'fast-check';
import {
  ancestorAreaCodes,
  AREA_CODE_LENGTHS,
  AREA_LEVELS,
  areaLevelOf,
  childLevel,
  isWithinArea,
  parentAreaCode,
  parseAreaCode,
  reasonsOf,
} from '..';
import { nextFreeChildCode } from '../../governance';
import { areaCode } from '../../__tests__/support/area-code-arbitrary';

const codesOf = (code: string): string[] => reasonsOf(parseAreaCode(code)).map((item) => item.code);

describe('area code', () => {
  it('is 6, 9, 12, 15, 18 or 20 digits from city to unit', () => {
    expect(AREA_LEVELS.map((level) => AREA_CODE_LENGTHS[level])).toEqual([6, 9, 12, 15, 18, 20]);
    expect(areaLevelOf('370681')).toBe('city');
    expect(areaLevelOf('37068100100200300401')).toBe('unit');
  });

  it('knows its parent and all ancestors, top first', () => {
    expect(parseAreaCode('370681001002003')).toEqual({
      ok: true,
      level: 'estate',
      code: '370681001002003',
      parent: '370681001002',
      ancestors: ['370681', '370681001', '370681001002'],
    });
    expect(parentAreaCode('370681')).toBeNull();
    expect(ancestorAreaCodes('370681')).toEqual([]);
  });

  it('names every defect of a code at once', () => {
    expect(codesOf('37068X1')).toEqual(['AREA_CODE_NOT_DIGITS', 'AREA_CODE_LENGTH']);
    expect(codesOf('')).toEqual(['AREA_CODE_NOT_DIGITS', 'AREA_CODE_LENGTH']);
    expect(codesOf('070681000')).toEqual(['AREA_CODE_REGION', 'AREA_CODE_SEGMENT_ZERO']);
    expect(codesOf('３７０６８１')).toEqual(['AREA_CODE_NOT_DIGITS']);
    expect(codesOf('370681\n')).toContain('AREA_CODE_NOT_DIGITS');
  });

  it('has no level, parent or ancestors when it is not valid', () => {
    expect([areaLevelOf('12'), parentAreaCode('12'), ancestorAreaCodes('12')]).toEqual([null, null, []]);
  });

  it('extends its parent: parsing and taking the parent agree on every level', () => {
    fc.assert(
      fc.property(areaCode, (code) => {
        const parsed = parseAreaCode(code);
        const parent = parentAreaCode(code);
        expect(parsed.ok).toBe(true);
        expect(parent === null ? 'city' : childLevel(areaLevelOf(parent) ?? 'unit')).toBe(areaLevelOf(code));
      }),
    );
  });

  it('lies within itself and its ancestors only', () => {
    expect(isWithinArea('370681001', '370681001')).toBe(true);
    expect(isWithinArea('370681001002', '370681')).toBe(true);
    expect(isWithinArea('370681', '370681001')).toBe(false);
    expect(isWithinArea('370681002', '370681001')).toBe(false);
  });

  it('never lies within an empty or truncated scope', () => {
    expect(isWithinArea('370681001', '')).toBe(false);
    expect(isWithinArea('370681001', '3706')).toBe(false);
  });
});

describe('next free child code', () => {
  const next = (parent: string, existing: string[]) => nextFreeChildCode(parent, existing);

  it('starts at 001, and at 01 for units', () => {
    expect(next('370681', [])).toEqual({ ok: true, code: '370681001' });
    expect(next('370681001001001001', [])).toEqual({ ok: true, code: '37068100100100100101' });
  });

  it('fills the lowest gap and ignores codes that are not direct children', () => {
    const existing = ['370681001', '370681003', '370681002001', '370682002'];
    expect(next('370681', existing)).toEqual({ ok: true, code: '370681002' });
  });

  it('refuses a unit, a code that is not valid, and a parent whose numbers are all taken', () => {
    const all = Array.from({ length: 99 }, (_, index) => `370681001001001001${String(index + 1).padStart(2, '0')}`);
    expect(reasonsOf(next('37068100100100100101', []))[0].code).toBe('AREA_CODE_NO_CHILDREN');
    expect(reasonsOf(next('37', []))[0].code).toBe('AREA_CODE_LENGTH');
    expect(reasonsOf(next('370681001001001001', all))[0]).toMatchObject({
      code: 'AREA_CODE_FULL',
      params: { capacity: 99 },
    });
  });
});
