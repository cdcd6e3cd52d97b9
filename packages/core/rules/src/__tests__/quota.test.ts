import fc from 'fast-check';
import { averageAtMost, checkQuota, checkRange, reasonsOf, shareAtLeast, shareAtMost, type Verdict } from '..';

const codes = (answer: Verdict): string[] => reasonsOf(answer).map(({ code }) => code);

describe('a quota', () => {
  it('gives what is left and nothing more', () => {
    expect(checkQuota({ limit: 10, used: 8, asked: 2 })).toEqual({ ok: true });
    expect(reasonsOf(checkQuota({ limit: 10, used: 8, asked: 3 }, 'places'))).toEqual([
      { code: 'QUOTA_EXCEEDED', params: { limit: 10, used: 8, left: 2, asked: 3, field: 'places' }, field: 'places' },
    ]);
  });

  it('has nothing left, rather than less, when it was overdrawn before', () => {
    expect(reasonsOf(checkQuota({ limit: 5, used: 7, asked: 1 }))[0].params).toMatchObject({ left: 0 });
  });

  it('does not bind without a limit, but still asks for whole amounts above zero', () => {
    expect(checkQuota({ limit: null, used: 1e9, asked: 1 })).toEqual({ ok: true });
    expect([0, -1, 1.5, NaN].map((asked) => codes(checkQuota({ limit: null, used: 0, asked }))[0])).toEqual(
      Array(4).fill('QUOTA_ASKED_INVALID'),
    );
  });

  it('refuses figures that are none instead of letting them pass', () => {
    expect(codes(checkQuota({ limit: NaN, used: 0, asked: 1 }))).toEqual(['VALUE_NOT_NUMBER']);
    expect(codes(checkQuota({ limit: 1, used: NaN, asked: 1 }))).toEqual(['VALUE_NOT_NUMBER']);
  });

  it('is never exceeded by claims taken one after another', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.array(fc.integer({ min: 1, max: 9 })), (limit, claims) => {
        const used = claims.reduce((sum, asked) => (checkQuota({ limit, used: sum, asked }).ok ? sum + asked : sum), 0);
        expect(used).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('a range', () => {
  it('includes its bounds and binds only where it has them', () => {
    expect([0, 1, 5, 6].map((value) => codes(checkRange(value, { min: 1, max: 5 }))[0])).toEqual([
      'RANGE_BELOW',
      undefined,
      undefined,
      'RANGE_ABOVE',
    ]);
    expect(checkRange(-9, { max: 5, min: null })).toEqual({ ok: true });
    expect(codes(checkRange(NaN, {}))).toEqual(['VALUE_NOT_NUMBER']);
  });
});

describe('a share', () => {
  it('of a third is met exactly, without rounding', () => {
    const third = { whole: 100, numerator: 1, denominator: 3 };
    expect(shareAtLeast({ ...third, part: 34 })).toEqual({ ok: true });
    expect(reasonsOf(shareAtLeast({ ...third, part: 33 }, 'fundCents'))[0]).toMatchObject({
      code: 'SHARE_BELOW',
      params: { expected: 34 },
    });
    expect(shareAtLeast({ ...third, whole: 99, part: 33 })).toEqual({ ok: true });
  });

  it('of a tenth may not be passed by one cent', () => {
    const tenth = { whole: 100_001, numerator: 1, denominator: 10 };
    expect(shareAtMost({ ...tenth, part: 10_000 })).toEqual({ ok: true });
    expect(reasonsOf(shareAtMost({ ...tenth, part: 10_001 }))[0]).toMatchObject({
      code: 'SHARE_ABOVE',
      params: { expected: 10_000 },
    });
  });

  it('refuses figures that are none', () => {
    const broken = { part: 1, whole: NaN, numerator: 1, denominator: 2 };
    expect([...codes(shareAtLeast(broken)), ...codes(shareAtMost(broken))]).toEqual(Array(2).fill('VALUE_NOT_NUMBER'));
  });

  it('names the smallest and largest part that would do', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (part, whole, numerator, denominator) => {
          const share = { part, whole, numerator, denominator };
          for (const check of [shareAtLeast, shareAtMost]) {
            const expected = reasonsOf(check(share))[0]?.params?.expected ?? part;
            expect(check({ ...share, part: Number(expected) })).toEqual({ ok: true });
          }
        },
      ),
    );
  });
});

describe('an average', () => {
  it('of fifty yuan a household may be reached, not passed', () => {
    expect(averageAtMost({ total: 60_000, count: 12, limit: 5_000 })).toEqual({ ok: true });
    expect(reasonsOf(averageAtMost({ total: 60_001, count: 12, limit: 5_000 }))[0]).toMatchObject({
      code: 'AVERAGE_ABOVE',
      params: { expected: 60_000 },
    });
  });

  it('needs households and usable figures', () => {
    expect(codes(averageAtMost({ total: 1, count: 0, limit: 1 }))).toEqual(['AVERAGE_COUNT_MISSING']);
    expect(codes(averageAtMost({ total: NaN, count: 1, limit: 1 }))).toEqual(['VALUE_NOT_NUMBER']);
    expect(codes(averageAtMost({ total: 1, count: 1, limit: NaN }))).toEqual(['VALUE_NOT_NUMBER']);
  });
});
