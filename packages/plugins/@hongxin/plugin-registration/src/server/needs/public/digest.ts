import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Without an application key (tests of single pieces) digests hold for this process only. */
const FALLBACK = randomBytes(32).toString('hex');

/** A keyed digest: nobody who reads the table can try out addresses or texts against it. */
export function keyedDigest(purpose: string, content: string): string {
  const key = process.env.APP_KEY ?? FALLBACK;
  return createHmac('sha256', `${key}/hxPublicNeeds/${purpose}`).update(content).digest('hex');
}

export function isSameDigest(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Letters and digits that are not taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 16;

/** A code of 80 random bits: nobody guesses one. */
export function newTrackingCode(): string {
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** What is stored of a code; however it was typed. 80 random bits need no key against trying out. */
export function trackingHash(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('hex');
}
