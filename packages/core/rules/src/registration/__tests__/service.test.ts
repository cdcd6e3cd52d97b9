import { chinaDay, chinaMoment, chinaYear, reasonsOf, type Verdict } from '../../mechanism';
import {
  checkCertifier,
  checkCheckIn,
  checkClaimTime,
  checkPlaces,
  checkSupplement,
  checkWithdrawalTime,
  insideActivity,
  minutesOf,
  placesLeft,
  SERVICE_LIMITS,
} from '..';
import { ACTIVITY, AFTERWARDS, at } from '../../__tests__/support/service-provocations';

const codes = (verdict: Verdict): string[] => reasonsOf(verdict).map(({ code }) => code);
const served = (from: string, to: string) => ({ startsAt: at(`2026-11-21T${from}`), endsAt: at(`2026-11-21T${to}`) });

describe('the places of a post', () => {
  it('are never exceeded, whoever brings how many', () => {
    expect(checkPlaces({ headCount: 20, taken: 19 }, 1)).toEqual({ ok: true });
    expect(reasonsOf(checkPlaces({ headCount: 20, taken: 18 }, 3))[0]).toMatchObject({
      code: 'PLACES_TAKEN',
      params: { left: 2, wanted: 3, headCount: 20 },
    });
  });

  it('are none, not fewer than none, when the head count was lowered', () => {
    expect(placesLeft({ headCount: 5, taken: 8 })).toBe(0);
  });
});

describe('a claim', () => {
  it('comes before the deadline, or before the start where no deadline is set', () => {
    expect(codes(checkClaimTime(at('2026-11-21T08:59'), ACTIVITY))).toEqual([]);
    expect(codes(checkClaimTime(at('2026-11-21T09:01'), ACTIVITY))).toEqual(['CLAIM_TOO_LATE']);
    const early = { ...ACTIVITY, claimBy: at('2026-11-20T18:00') };
    expect(codes(checkClaimTime(at('2026-11-20T18:01'), early))).toEqual(['CLAIM_TOO_LATE']);
    expect(codes(checkClaimTime(AFTERWARDS, {}))).toEqual([]);
  });

  it('is withdrawn before the activity begins', () => {
    expect(codes(checkWithdrawalTime(at('2026-11-21T08:59'), ACTIVITY.startsAt))).toEqual([]);
    expect(codes(checkWithdrawalTime(ACTIVITY.startsAt, ACTIVITY.startsAt))).toEqual(['WITHDRAWAL_TOO_LATE']);
    expect(codes(checkWithdrawalTime(AFTERWARDS, null))).toEqual([]);
  });
});

describe('service hours', () => {
  it('are whole minutes inside the activity', () => {
    expect(minutesOf(served('09:00', '10:30'))).toBe(90);
    expect(minutesOf({ startsAt: ACTIVITY.endsAt, endsAt: ACTIVITY.startsAt })).toBe(0);
    expect(insideActivity(served('08:40', '10:00'), ACTIVITY)).toEqual(served('09:00', '10:00'));
    expect(insideActivity(served('07:00', '08:00'), ACTIVITY)).toBeNull();
  });

  it('entered afterwards never exceed the activity’s own length', () => {
    expect(checkSupplement(served('09:00', '11:00'), ACTIVITY, AFTERWARDS)).toEqual({ ok: true });
    expect(checkSupplement(served('08:30', '10:30'), ACTIVITY, AFTERWARDS)).toEqual({ ok: true });
    expect(codes(checkSupplement(served('09:00', '11:01'), ACTIVITY, AFTERWARDS))).toEqual([
      'SERVICE_LONGER_THAN_ACTIVITY',
    ]);
  });

  it('lie at the time of the activity, are over, and are entered in time', () => {
    expect(codes(checkSupplement(served('05:00', '06:00'), ACTIVITY, AFTERWARDS))).toEqual([
      'SERVICE_OUTSIDE_ACTIVITY',
    ]);
    expect(codes(checkSupplement(ACTIVITY, ACTIVITY, at('2026-11-21T10:00')))).toEqual(['SERVICE_NOT_OVER']);
    expect(codes(checkSupplement(ACTIVITY, ACTIVITY, at('2026-11-28T11:00')))).toEqual([]);
    expect(codes(checkSupplement(ACTIVITY, ACTIVITY, at('2026-11-28T11:01')))).toEqual(['SUPPLEMENT_TOO_LATE']);
    const longer = { ...SERVICE_LIMITS, supplementDays: 30 };
    expect(codes(checkSupplement(ACTIVITY, ACTIVITY, at('2026-11-28T11:01'), longer))).toEqual([]);
    expect(codes(checkSupplement(served('11:00', '09:00'), ACTIVITY, AFTERWARDS))).toEqual(['SERVICE_TIME_REVERSED']);
  });

  it('of an activity of weeks are a day at most, entered in the days after that day', () => {
    const weeks = { startsAt: at('2026-11-01T00:00'), endsAt: at('2027-01-01T00:00'), longestMinutes: 480 };
    const served8 = { startsAt: at('2026-11-21T08:00'), endsAt: at('2026-11-21T16:00') };
    const activity = { ...weeks, enteredFrom: served8.endsAt };
    expect(codes(checkSupplement(served8, activity, at('2026-11-28T16:00')))).toEqual([]);
    expect(codes(checkSupplement(served8, activity, at('2026-11-28T16:01')))).toEqual(['SUPPLEMENT_TOO_LATE']);
    const longer = { ...served8, endsAt: at('2026-11-21T17:00') };
    expect(codes(checkSupplement(longer, activity, at('2026-11-21T18:00')))).toEqual(['SERVICE_LONGER_THAN_ACTIVITY']);
  });

  it('begin with a check-in from shortly before the start to the end', () => {
    expect(codes(checkCheckIn(ACTIVITY, at('2026-11-21T08:29')))).toEqual(['CHECK_IN_TOO_EARLY']);
    expect(codes(checkCheckIn(ACTIVITY, at('2026-11-21T08:30')))).toEqual([]);
    expect(codes(checkCheckIn(ACTIVITY, AFTERWARDS))).toEqual(['CHECK_IN_TOO_LATE']);
  });

  it('are verified by the host, never by oneself', () => {
    expect(codes(checkCertifier(7, 7))).toEqual(['OWN_HOURS']);
    expect(codes(checkCertifier(7, 8))).toEqual([]);
    expect(codes(checkCertifier(null, null))).toEqual([]);
  });
});

it('writes moments as people in China read them', () => {
  const moment = new Date('2025-12-31T16:05:00Z');
  expect([chinaMoment(moment), chinaDay(moment), chinaYear(moment)]).toEqual(['2026-01-01 00:05', '2026-01-01', 2026]);
});
