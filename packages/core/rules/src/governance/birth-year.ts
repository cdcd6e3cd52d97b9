import { verdict, type Verdict } from '../mechanism/reason';
import { reason } from './reasons';

/** Nobody who is entered was born before [default]. */
const FIRST_YEAR = 1900;

/** Refuses a year of birth that is still to come, or longer ago than anybody lives. @param thisYear in China */
export function checkBirthYear(value: number, thisYear: number, field = 'birthYear'): Verdict {
  const isPossible = Number.isInteger(value) && value >= FIRST_YEAR && value <= thisYear;
  const params = { value, first: FIRST_YEAR, last: thisYear };
  return verdict(isPossible ? [] : [reason('BIRTH_YEAR_OUT_OF_RANGE', params, field)]);
}
