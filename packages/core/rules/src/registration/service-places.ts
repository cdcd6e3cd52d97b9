import { chinaMoment } from '../mechanism/china-moment';
import { verdict, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** The places of a service post or a project. */
export interface Places {
  /** How many people may take part. */
  headCount: number;
  /** How many places are taken already. */
  taken: number;
}

/** Places still free; never below zero, also when an administrator has lowered the head count. */
export function placesLeft({ headCount, taken }: Places): number {
  return Math.max(0, headCount - taken);
}

/**
 * Refuses a claim that wants more places than are left [domain §2: a claim never exceeds the head count].
 * @param wanted people the claim brings along: one for a member, several for a unit
 */
export function checkPlaces(places: Places, wanted: number): Verdict {
  const left = placesLeft(places);
  return verdict(wanted > left ? [reason('PLACES_TAKEN', { left, wanted, headCount: places.headCount })] : []);
}

/**
 * The last moment to claim: the deadline its host has set, otherwise the start of the activity [default]; what has
 * neither can be claimed as long as it is open.
 */
export function claimDeadline(activity: { claimBy?: Date | null; startsAt?: Date | null }): Date | null {
  return activity.claimBy ?? activity.startsAt ?? null;
}

/** Refuses a claim after the deadline. */
export function checkClaimTime(now: Date, activity: { claimBy?: Date | null; startsAt?: Date | null }): Verdict {
  const deadline = claimDeadline(activity);
  const isLate = deadline !== null && now.getTime() > deadline.getTime();
  return verdict(isLate ? [reason('CLAIM_TOO_LATE', { deadline: chinaMoment(deadline) })] : []);
}

/** Refuses to step back from an activity that has begun: the host counts on who is there [default]. */
export function checkWithdrawalTime(now: Date, startsAt: Date | null): Verdict {
  const isLate = startsAt !== null && now.getTime() >= startsAt.getTime();
  return verdict(isLate ? [reason('WITHDRAWAL_TOO_LATE', { startsAt: chinaMoment(startsAt) })] : []);
}
