import { chinaMoment } from '../mechanism/china-moment';
import { verdict, type Reason, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** From when to when something took place. */
export interface Period {
  startsAt: Date;
  endsAt: Date;
}

/** An activity as hours entered afterwards are held against it. */
export interface ServiceActivity extends Period {
  /** Longest service that counts as one record, in minutes; the activity's own length when left out. */
  longestMinutes?: number;
  /** From when the days for entering hours count; the activity's end when left out. */
  enteredFrom?: Date;
}

/** Limits of service hours; an administrator changes them [default]. */
export interface ServiceLimits {
  /** How long after the activity hours may still be entered (补录), in days. */
  supplementDays: number;
  /** How long before the start one may check in, in minutes. */
  earlyMinutes: number;
  /** How far entered hours may reach beyond the activity's times, for setting up and clearing away, in minutes. */
  allowanceMinutes: number;
}

export const SERVICE_LIMITS: ServiceLimits = { supplementDays: 7, earlyMinutes: 30, allowanceMinutes: 60 };

/** Whole minutes of a period; zero when it runs backwards. */
export function minutesOf({ startsAt, endsAt }: Period): number {
  return Math.max(0, Math.floor((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS));
}

/** The part of a period that lies inside an activity; null when they do not meet. */
export function insideActivity(service: Period, activity: Period): Period | null {
  const startsAt = new Date(Math.max(service.startsAt.getTime(), activity.startsAt.getTime()));
  const endsAt = new Date(Math.min(service.endsAt.getTime(), activity.endsAt.getTime()));
  return startsAt < endsAt ? { startsAt, endsAt } : null;
}

/**
 * Refuses hours entered afterwards that cannot be: backwards, not over yet, longer than the activity itself
 * [domain §2], at another time, or after the window for entering them has closed.
 */
export function checkSupplement(
  service: Period,
  activity: ServiceActivity,
  now: Date,
  limits = SERVICE_LIMITS,
): Verdict {
  const reasons: Reason[] = [];
  if (service.endsAt <= service.startsAt) return verdict([reason('SERVICE_TIME_REVERSED', {}, 'endsAt')]);
  if (service.endsAt > now) reasons.push(reason('SERVICE_NOT_OVER', { endsAt: chinaMoment(service.endsAt) }, 'endsAt'));
  const minutes = minutesOf(service);
  const limit = Math.min(minutesOf(activity), activity.longestMinutes ?? Infinity);
  if (minutes > limit) reasons.push(reason('SERVICE_LONGER_THAN_ACTIVITY', { minutes, limit }, 'endsAt'));
  const allowance = limits.allowanceMinutes * MINUTE_MS;
  const isElsewhen =
    service.startsAt.getTime() < activity.startsAt.getTime() - allowance ||
    service.endsAt.getTime() > activity.endsAt.getTime() + allowance;
  if (isElsewhen) {
    const params = { from: chinaMoment(activity.startsAt), to: chinaMoment(activity.endsAt) };
    reasons.push(reason('SERVICE_OUTSIDE_ACTIVITY', params, 'startsAt'));
  }
  const until = new Date((activity.enteredFrom ?? activity.endsAt).getTime() + limits.supplementDays * DAY_MS);
  if (now > until) {
    reasons.push(reason('SUPPLEMENT_TOO_LATE', { days: limits.supplementDays, until: chinaMoment(until) }, 'endsAt'));
  }
  return verdict(reasons);
}

/** Refuses a check-in before the doors open and after the end. */
export function checkCheckIn(activity: Period, now: Date, limits = SERVICE_LIMITS): Verdict {
  const opens = new Date(activity.startsAt.getTime() - limits.earlyMinutes * MINUTE_MS);
  if (now < opens) return verdict([reason('CHECK_IN_TOO_EARLY', { opens: chinaMoment(opens) })]);
  return verdict(now > activity.endsAt ? [reason('CHECK_IN_TOO_LATE', { endsAt: chinaMoment(activity.endsAt) })] : []);
}

/**
 * Refuses hours verified by who served them: 谁组织谁记录、谁记录谁证明 (Ministry of Civil Affairs, order 67).
 * @param certifierId the account that verifies
 * @param servedById the account of who served; null when they have none
 */
export function checkCertifier(certifierId: number | null, servedById: number | null): Verdict {
  const isOwn = certifierId !== null && certifierId === servedById;
  return verdict(isOwn ? [reason('OWN_HOURS')] : []);
}
