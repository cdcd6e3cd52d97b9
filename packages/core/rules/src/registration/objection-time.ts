import { chinaDay } from '../mechanism/china-moment';

const DAY_MS = 86_400_000;

/**
 * The day from which a signed feedback may be issued: so many days after the day of the signature, whatever the hour
 * was. A deadline named by its day is kept by the day, for who waits for it as for who must keep it.
 */
export function issuableFrom(signedAt: Date, objectionDays: number): string {
  return chinaDay(new Date(signedAt.getTime() + objectionDays * DAY_MS));
}

/** Moment before which a feedback must have been signed to be issued today: midnight in China. */
export function signedBefore(now: Date, objectionDays: number): Date {
  const next = chinaDay(new Date(now.getTime() - (objectionDays - 1) * DAY_MS));
  return new Date(`${next}T00:00:00+08:00`);
}
