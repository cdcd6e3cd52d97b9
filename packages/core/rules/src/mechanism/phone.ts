import { verdict, type Verdict } from './reason';
import { reason } from './reasons';

/** Mainland mobile numbers, as assigned by the ministry (工信部): 13 to 19 followed by nine digits. */
const MOBILE = /^1[3-9][0-9]{9}$/;

/** Landline: area code 010, 02x or 03xx–09xx, a subscriber number of 7 or 8 digits, perhaps an extension. */
const LANDLINE = /^(0(10|2[0-9])-?[2-8][0-9]{7}|0[3-9][0-9]{2}-?[2-8][0-9]{6,7})(-[0-9]{1,6})?$/;

/** Area code and the rest of a landline, however it is parted. */
const PARTED = /^(0(?:10|2[0-9]|[3-9][0-9]{2}))-?([2-8][0-9]{6,7}(?:-[0-9]{1,6})?)$/;

/**
 * A number as stored: without spaces, brackets and the country code; a mobile in one piece, a landline with a hyphen after
 * its area code (0535-8512345); full-width signs made plain. So one number is written in one way.
 */
export function normalizePhone(value: string): string {
  const plain = value
    .normalize('NFKC')
    .replace(/[\s()]|\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212\u2043\u30FC]/g, '-');
  const withoutCountry = plain
    .replace(/^(\+86|0086|86)-?(?=1[0-9.-]{10,}$)/, '')
    .replace(/^(\+86|0086)-?0?(?=(10|2[0-9]|[3-9][0-9]{2})-?[2-8][0-9]{6})/, '0');
  if (/^1[0-9.-]+$/.test(withoutCountry)) return withoutCountry.replace(/[.-]/g, '');
  return withoutCountry.replace(PARTED, '$1-$2');
}

/** Accepts a mainland mobile or landline number, in the ways people write them. */
export function checkPhone(value: string | null | undefined, field = 'phone'): Verdict {
  const phone = normalizePhone(value ?? '');
  return verdict(MOBILE.test(phone) || LANDLINE.test(phone) ? [] : [reason('PHONE_INVALID', {}, field)]);
}

/** Accepts a mainland mobile number only, for text messages. */
export function checkMobile(value: string | null | undefined, field = 'phone'): Verdict {
  return verdict(MOBILE.test(normalizePhone(value ?? '')) ? [] : [reason('MOBILE_INVALID', {}, field)]);
}
