import fc from 'fast-check';
import { isIsoDate, reasonsOf } from '../../mechanism';
import { checkTerm, isCurrent, termExpired, termsOverlap, type Term } from '..';

const objections = (term: Term): string[] => reasonsOf(checkTerm(term)).map(({ code, field }) => `${code} ${field}`);

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2020-02-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const term = fc
  .tuple(day, fc.option(day))
  .map(([a, b]): Term => (b !== null && b < a ? { startsOn: b, endsOn: a } : { startsOn: a, endsOn: b }));

describe('a term of office', () => {
  it('starts on a real day and does not end before it', () => {
    expect(checkTerm({ startsOn: '2026-01-01', endsOn: '2026-01-01' })).toEqual({ ok: true });
    expect(checkTerm({ startsOn: '2026-01-01', endsOn: null })).toEqual({ ok: true });
    expect(objections({ startsOn: '2026-02-30', endsOn: 'soon' })).toEqual([
      'DATE_INVALID startsOn',
      'DATE_INVALID endsOn',
    ]);
    expect(objections({ startsOn: null })).toEqual(['FIELD_REQUIRED startsOn']);
    expect(objections({ startsOn: '2026-01-02', endsOn: '2026-01-01' })).toEqual(['TERM_ENDS_BEFORE_START endsOn']);
  });

  it('is current on its first and last day, not around them', () => {
    const office = { startsOn: '2026-01-02', endsOn: '2026-01-03' };
    expect(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((on) => isCurrent(office, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('gives no rights when it is not valid', () => {
    expect(isCurrent({ startsOn: null }, '2026-01-01')).toBe(false);
    expect(isCurrent({ startsOn: '2026-01-01', endsOn: 'never' }, '2026-01-01')).toBe(false);
    expect(isCurrent({ startsOn: '2026-01-01' }, 'today')).toBe(false);
  });

  it('expires the day after its end, and never without one', () => {
    expect(termExpired({ startsOn: '2026-01-01', endsOn: '2026-01-03' }, '2026-01-03')).toBe(false);
    expect(termExpired({ startsOn: '2026-01-01', endsOn: '2026-01-03' }, '2026-01-04')).toBe(true);
    expect(termExpired({ startsOn: '2026-01-01' }, '2999-01-01')).toBe(false);
  });

  it('overlaps another exactly when some day is in both', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        const days = Array.from({ length: 60 }, (_, index) =>
          new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
        );
        expect(termsOverlap(a, b)).toBe(days.some((on) => isCurrent(a, on) && isCurrent(b, on)));
      }),
    );
    expect(termsOverlap({ startsOn: null }, { startsOn: null })).toBe(false);
  });
});

describe('an ISO day', () => {
  it('exists in the calendar', () => {
    expect([isIsoDate('2024-02-29'), isIsoDate('2026-02-29'), isIsoDate('2026-1-1'), isIsoDate(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
