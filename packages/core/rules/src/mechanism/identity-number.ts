import { verdict, type Verdict } from './reason';
import { reason } from './reasons';

/** Weights of GB 11643-1999 (公民身份号码), and the check characters by the sum modulo 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** A number as it is compared: without spaces, capital X, full-width signs made plain. */
export function normalizeIdentityNumber(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s.()-]|[\u2010-\u2015\u2212\u2043\u30FC]|\p{Cf}/gu, '')
    .toUpperCase();
}

/**
 * Checks a resident identity number (居民身份证号, GB 11643-1999): 18 places, a real birth date that is not to come, the
 * check character.
 * @param today ISO day, in the city's own time
 */
export function checkIdentityNumber(
  value: string | null | undefined,
  today: string,
  field = 'identityNumber',
): Verdict {
  const number = normalizeIdentityNumber(value ?? '');
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return verdict([reason('IDENTITY_NUMBER_FORM', {}, field)]);
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(born) || born < '1850-01-01' || born > today)
    return verdict([reason('IDENTITY_NUMBER_BIRTH', {}, field)]);
  return verdict(number[17] === checkCharacter(number) ? [] : [reason('IDENTITY_NUMBER_CHECKSUM', {}, field)]);
}

/**
 * What tells two people apart without keeping their numbers. A plain hash would not do: there are few enough numbers
 * to try them all; so it is keyed, and the key lies outside the database.
 * @param sign HMAC-SHA-256 with the installation's key, as hexadecimal text
 */
export function identityHash(value: string, sign: (text: string) => string): string {
  return sign(`hongxin/identity/${normalizeIdentityNumber(value)}`);
}

/** A well-formed number for demo data and tests. @param sequence three digits; odd for men */
export function makeIdentityNumber(birthDay: string, sequence: number, division = '370681'): string {
  const body = `${division}${birthDay.replace(/-/g, '')}${String(sequence).padStart(3, '0')}`;
  if (!/^[0-9]{17}$/.test(body)) throw new RangeError(`No identity number can be made of "${body}".`);
  return body + checkCharacter(body);
}

function isRealDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_CHARACTERS[sum % 11];
}
