import fc from 'fast-check';
import { isInRanges, isWithinArea, mergeRanges, subtreeRange } from '..';
import { areaCode } from '../../__tests__/support/area-code-arbitrary';

const holds = ({ from, to }: { from: string; to: string }, code: string): boolean => code >= from && code < to;

describe('subtree range', () => {
  it('runs from the code to its next sibling', () => {
    expect(subtreeRange('370681')).toEqual({ from: '370681', to: '370682' });
    expect(subtreeRange('370681001009')).toEqual({ from: '370681001009', to: '370681001010' });
  });

  it('ends at the next sibling of the parent after the last sibling, so that no upper area slips in', () => {
    expect(subtreeRange('370681999')).toEqual({ from: '370681999', to: '370682' });
    expect(holds(subtreeRange('370681999'), '370682')).toBe(false);
    expect(subtreeRange('37068100100100199999').to).toBe('370681001001002');
  });

  it('holds exactly the codes within the area', () => {
    fc.assert(
      fc.property(areaCode, areaCode, (code, area) => {
        expect(holds(subtreeRange(area), code)).toBe(isWithinArea(code, area));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a code that is not valid', () => {
    expect(() => subtreeRange('')).toThrow(RangeError);
    expect(() => subtreeRange("370681' OR 1=1")).toThrow(RangeError);
  });
});

describe('merging ranges', () => {
  it('drops an area inside another and joins neighbours', () => {
    const ranges = ['370681002', '370681001', '370681001003', '370681005'].map(subtreeRange);
    expect(mergeRanges(ranges)).toEqual([
      { from: '370681001', to: '370681003' },
      { from: '370681005', to: '370681006' },
    ]);
  });

  it('leaves nothing of nothing, and does not touch its input', () => {
    const input = [subtreeRange('370681001'), subtreeRange('370681002')];
    expect(mergeRanges([])).toEqual([]);
    mergeRanges(input);
    expect(input[0]).toEqual({ from: '370681001', to: '370681002' });
  });

  it('holds the same codes before and after, in ascending ranges that do not touch', () => {
    fc.assert(
      fc.property(fc.array(areaCode, { maxLength: 8 }), areaCode, (areas, code) => {
        const ranges = areas.map(subtreeRange);
        const merged = mergeRanges(ranges);
        expect(isInRanges(code, merged)).toBe(isInRanges(code, ranges));
        merged.slice(1).forEach((range, index) => expect(range.from > merged[index].to).toBe(true));
      }),
    );
  });
});
