import { getDayDetail } from 'chinese-days';

/** A day the State Council General Office named in its yearly arrangement. */
export interface OfficialDay {
  date: string;
  kind: 'holiday' | 'workday';
  name: string;
  year: number;
}

/** First year that is filled in: nothing of the programme is older [default]. */
const FIRST_YEAR = 2020;
/** No arrangement is published further ahead. */
const YEARS_AHEAD = 2;
const DAY = 86_400_000;

/**
 * The holidays and make-up days the library knows. A year it does not know has none: on such a year the library
 * answers by the week alone, which would be a guess.
 */
export function officialDays(now: Date): OfficialDay[] {
  const end = Date.UTC(now.getUTCFullYear() + YEARS_AHEAD + 1, 0, 1);
  const days: OfficialDay[] = [];
  for (let moment = Date.UTC(FIRST_YEAR, 0, 1); moment < end; moment += DAY) {
    const date = new Date(moment).toISOString().slice(0, 10);
    const { name, work } = getDayDetail(date);
    // Named days read "National Day,国庆节,3"; ordinary ones only "Friday".
    const [, chinese] = name.split(',');
    if (chinese !== undefined) {
      days.push({
        date,
        kind: work ? 'workday' : 'holiday',
        name: work ? `${chinese}调休` : chinese,
        year: Number(date.slice(0, 4)),
      });
    }
  }
  return days;
}
