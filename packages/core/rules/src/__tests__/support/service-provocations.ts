import {
  checkCertifier,
  checkCheckIn,
  checkClaimTime,
  checkPlaces,
  checkSupplement,
  checkWithdrawalTime,
  SERVICE_LIMITS,
} from '../../registration';

const at = (text: string): Date => new Date(`${text}+08:00`);

/** An activity of two hours. */
export const ACTIVITY = { startsAt: at('2026-11-21T09:00'), endsAt: at('2026-11-21T11:00') };
export const AFTERWARDS = at('2026-11-21T20:00');
export { at };

/** One answer for each reason of service posts, claims and hours. */
export function serviceAnswers() {
  const late = at('2026-12-24T09:00');
  return [
    checkPlaces({ headCount: 2, taken: 2 }, 1),
    checkClaimTime(late, ACTIVITY),
    checkWithdrawalTime(late, ACTIVITY.startsAt),
    checkSupplement({ startsAt: ACTIVITY.endsAt, endsAt: ACTIVITY.startsAt }, ACTIVITY, AFTERWARDS),
    checkSupplement({ startsAt: at('2026-11-21T07:00'), endsAt: at('2026-11-22T11:00') }, ACTIVITY, AFTERWARDS),
    checkSupplement(ACTIVITY, ACTIVITY, late, SERVICE_LIMITS),
    checkCheckIn(ACTIVITY, at('2026-11-21T08:00')),
    checkCheckIn(ACTIVITY, late),
    checkCertifier(7, 7),
  ];
}
