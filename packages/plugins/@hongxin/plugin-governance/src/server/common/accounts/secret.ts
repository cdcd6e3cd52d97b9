import { createHash, randomBytes, randomInt } from 'node:crypto';

const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code to write down: twelve places out of 31 letters and digits that are not mixed up, 59 bits. */
export function readableCode(): string {
  const pick = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return `${pick()}-${pick()}-${pick()}`;
}

/** A token for a link, 192 bits. */
export const linkToken = (): string => randomBytes(24).toString('base64url');

/** Secrets are too long to be guessed, so a plain hash keeps them; spaces, small letters and dashes do not matter in codes. */
export function codeHash(code: string): string {
  return hashOf(
    code
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, ''),
  );
}

export const hashOf = (text: string): string => createHash('sha256').update(`hongxin/account/${text}`).digest('hex');
