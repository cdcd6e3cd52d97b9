import { reasonsOf } from '../../mechanism';
import { checkReviewDecision, reviewPlace, reviewTimes, timeoutStep, type ReviewAttempt } from '..';
import { beijing, calendar2026 as calendar } from '../../__tests__/support/calendars';

const terms = {
  allow: { return: true, reject: false, transfer: true, addSigner: true },
  fields: [
    { name: 'note', mode: 'write' as const },
    { name: 'grade', mode: 'required' as const },
    { name: 'phone', mode: 'read' as const },
  ],
  isOpinionRequiredOnApprove: false,
};
const objections = (attempt: Partial<ReviewAttempt>) =>
  reasonsOf(checkReviewDecision(terms, { decision: 'approve', record: { grade: 'A' }, ...attempt })).map(
    ({ code, field }) => `${code}/${field}`,
  );

describe('a decision', () => {
  it('fills only the fields the node lists as writable', () => {
    expect(objections({ values: { note: 'x', phone: '1', state: 'accepted' } })).toEqual([
      'REVIEW_FIELD_NOT_WRITABLE/phone',
      'REVIEW_FIELD_NOT_WRITABLE/state',
    ]);
  });

  it('needs the required fields when it approves, from the record or along with it', () => {
    expect(objections({ record: {} })).toEqual(['FIELD_REQUIRED/grade']);
    expect(objections({ record: {}, values: { grade: 'B' } })).toEqual([]);
    expect(objections({ record: {}, decision: 'return', opinion: '请补材料' })).toEqual([]);
  });

  it('says why when it sends back, and all that is wrong at once', () => {
    expect(objections({ decision: 'return', opinion: '  ', values: { phone: '1' } })).toEqual([
      'OPINION_REQUIRED/opinion',
      'REVIEW_FIELD_NOT_WRITABLE/phone',
    ]);
    expect(objections({ opinion: '字'.repeat(2001) })).toEqual(['OPINION_TOO_LONG/opinion']);
  });

  it('is one that the node allows', () => {
    expect(objections({ decision: 'reject', opinion: '不符合' })).toEqual(['REVIEW_DECISION_NOT_ALLOWED/decision']);
    expect(objections({ decision: 'constructor' })).toEqual(['REVIEW_DECISION_UNKNOWN/decision']);
  });
});

describe('the deadline', () => {
  const start = beijing('2026-02-13 16:30'); // Friday before the Spring Festival, Saturday is a make-up day

  it('counts working days and hours', () => {
    const days = reviewTimes(start, { kind: 'working', amount: 2, unit: 'day' }, calendar);
    expect(days.dueAt).toEqual(beijing('2026-02-24 16:30'));
    const hours = reviewTimes(start, { kind: 'working', amount: 2, unit: 'hour' }, calendar);
    expect(hours.dueAt).toEqual(beijing('2026-02-14 09:30'));
    expect(hours.remindAt).toEqual(beijing('2026-02-14 09:06'));
  });

  it('may be a date of the record, with that day’s work', () => {
    const times = reviewTimes(start, { kind: 'field', field: 'until' }, calendar, { fieldValue: '2026-02-25' });
    expect(times.dueAt).toEqual(beijing('2026-02-25 17:30'));
    expect(reviewTimes(start, { kind: 'field', field: 'until' }, calendar, {}).dueAt).toBeNull();
  });

  it('is not guessed for a year whose holidays are unknown', () => {
    const { dueAt, reasons } = reviewTimes(
      beijing('2026-12-31 10:00'),
      { kind: 'working', amount: 3, unit: 'day' },
      calendar,
    );
    expect(dueAt).toBeNull();
    expect(reasons.map(({ code }) => code)).toEqual(['CALENDAR_YEAR_NOT_ANNOUNCED']);
  });
});

describe('a time-out', () => {
  it('does what the node says, one level further each time', () => {
    expect(timeoutStep('approve', { raised: 0, levelsLeft: 1 })).toEqual({ do: 'settle', outcome: 'approved' });
    expect(timeoutStep('return', { raised: 0, levelsLeft: 1 })).toEqual({ do: 'settle', outcome: 'returned' });
    expect(timeoutStep('end', { raised: 0, levelsLeft: 1 })).toEqual({ do: 'end' });
    expect(timeoutStep('passUp', { raised: 1, levelsLeft: 1 })).toEqual({ do: 'passUp', levelsAbove: 2 });
  });

  it('reminds when nothing else is configured, and at the top', () => {
    expect(timeoutStep(undefined, { raised: 0, levelsLeft: 3 })).toEqual({ do: 'remind' });
    expect(timeoutStep('passUp', { raised: 2, levelsLeft: 0 })).toEqual({ do: 'remind' });
  });
});

describe('the place whose posts are asked', () => {
  const building = '370681001001001001';

  it('is so many levels above the record, or the level it lies in', () => {
    expect(reviewPlace(building, {})).toBe(building);
    expect(reviewPlace(building, { levelsAbove: 2 })).toBe('370681001001');
    expect(reviewPlace(building, { level: 'street' })).toBe('370681001');
  });

  it('is nowhere above the city, below the record, or without a place', () => {
    expect(reviewPlace('370681', { levelsAbove: 1 })).toBeNull();
    expect(reviewPlace('370681001', { level: 'community' })).toBeNull();
    expect(reviewPlace(null, { level: 'city' })).toBeNull();
    expect(reviewPlace('37068', {})).toBeNull();
  });
});
