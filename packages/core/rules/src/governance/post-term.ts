import { isIsoDate } from '../mechanism/iso-date';
import { verdict, type Reason, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** A term of office: ISO days, both included. No end means it is open. */
export interface Term {
  startsOn: string | null | undefined;
  endsOn?: string | null;
}

/** Refuses a missing start, a day that does not exist, and an end before the start. */
export function checkTerm(term: Term): Verdict {
  const { startsOn } = term;
  const endsOn = term.endsOn || null;
  const reasons: Reason[] = [];
  if (!startsOn) {
    reasons.push(reason('FIELD_REQUIRED', {}, 'startsOn'));
  } else if (!isIsoDate(startsOn)) {
    reasons.push(reason('DATE_INVALID', { value: startsOn }, 'startsOn'));
  }
  if (endsOn !== null && !isIsoDate(endsOn)) {
    reasons.push(reason('DATE_INVALID', { value: endsOn }, 'endsOn'));
  }
  if (isIsoDate(startsOn) && isIsoDate(endsOn) && endsOn < startsOn) {
    reasons.push(reason('TERM_ENDS_BEFORE_START', { startsOn, endsOn }, 'endsOn'));
  }
  return verdict(reasons);
}

/**
 * Whether a term is running on a day. A term that is not valid is never current: rights hang on this answer.
 * @param onDate ISO day
 */
export function isCurrent(term: Term, onDate: string): boolean {
  if (!isIsoDate(onDate) || !checkTerm(term).ok) {
    return false;
  }
  return String(term.startsOn) <= onDate && !termExpired(term, onDate);
}

/** Whether two terms share at least one day; terms that are not valid share none. */
export function termsOverlap(a: Term, b: Term): boolean {
  if (!checkTerm(a).ok || !checkTerm(b).ok) {
    return false;
  }
  return !termExpired(a, String(b.startsOn)) && !termExpired(b, String(a.startsOn));
}

/** Whether a term has ended before a day; an open term never has. */
export function termExpired(term: Term, onDate: string): boolean {
  return isIsoDate(term.endsOn) && term.endsOn < onDate;
}
