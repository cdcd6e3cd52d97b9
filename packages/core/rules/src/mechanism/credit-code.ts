import { verdict, type Reason, type Verdict } from './reason';
import { reason } from './reasons';

/** The alphabet of GB 32100-2015: a character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Powers of three modulo 31 (GB 32100-2015, 4.6). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Weights of the organisation code inside (GB 11714). */
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A code as stored: without spaces, capitals, full-width signs made plain. */
export function normalizeCreditCode(value: string): string {
  return value.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015) as it is stored; see `normalizeCreditCode`.
 * @returns every defect: length, characters, division digits; the checksum once the rest is right
 */
export function checkCreditCode(value: string | null | undefined, field = 'creditCode'): Verdict {
  const code = value ?? '';
  const reasons: Reason[] = [];
  const length = Array.from(code).length;
  if (length !== 18) {
    reasons.push(reason('CREDIT_CODE_LENGTH', { length }, field));
  }
  const strangers = Array.from(new Set(code)).filter((character) => !ALPHABET.includes(character));
  if (strangers.length > 0) {
    reasons.push(reason('CREDIT_CODE_CHARACTERS', { characters: strangers.join(' ') }, field));
  }
  if (length === 18 && !/^[0-9]{6}$/.test(code.slice(2, 8))) {
    reasons.push(reason('CREDIT_CODE_AREA', { area: code.slice(2, 8) }, field));
  }
  if (reasons.length === 0 && code[17] !== checkCharacter(code.slice(0, 17))) {
    reasons.push(reason('CREDIT_CODE_CHECKSUM', {}, field));
  }
  return verdict(reasons);
}

/**
 * A well-formed credit code for demo data, the same for the same seed.
 * @param seedDigits one to eight digits
 * @param head registering department and kind of organisation: 52 民办非企业单位 (default), 51 社会团体, 91 企业, 12 事业单位, 11 机关
 * @param cityCode six digits of the division; default Longkou
 * @throws RangeError when a part does not have its form
 */
export function makeCreditCode(seedDigits: string | number, head = '52', cityCode = '370681'): string {
  const seed = String(seedDigits);
  if (!/^[0-9]{1,8}$/.test(seed) || !/^[1-9ANY][1-9]$/.test(head) || !/^[0-9]{6}$/.test(cityCode)) {
    throw new RangeError(`No credit code can be made of head "${head}", division "${cityCode}" and seed "${seed}".`);
  }
  const body = seed.padStart(8, '0');
  const sum = Array.from(body).reduce((total, digit, index) => total + Number(digit) * ORGANIZATION_WEIGHTS[index], 0);
  const organizationCheck = '0123456789X0'[11 - (sum % 11)];
  const code = `${head}${cityCode}${body}${organizationCheck}`;
  return code + checkCharacter(code);
}

function checkCharacter(first17: string): string {
  const sum = Array.from(first17).reduce(
    (total, character, index) => total + ALPHABET.indexOf(character) * WEIGHTS[index],
    0,
  );
  return ALPHABET[(31 - (sum % 31)) % 31];
}
