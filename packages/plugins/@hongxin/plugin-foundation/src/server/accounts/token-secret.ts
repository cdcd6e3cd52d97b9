import type { AuthManager } from '@nocobase/auth';
import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';

/** NocoBase's service of tokens; `secret` is what it signs and checks with. */
interface Tokens {
  secret(): string | Buffer | KeyObject;
  getSecret(): string | Buffer | KeyObject;
}

/**
 * Lets NocoBase check a token with a key that has been read. Given a text, its library tries with every request first
 * whether it might be a public key, and an attempt that fails takes OpenSSL four tenths of a millisecond. NocoBase has no
 * setting for a key, so the answer of its one method is replaced here and nowhere else; whoever derives a secret of their own
 * (`getSecret`) is told the text as ever.
 */
export function readSecretOnce({ jwt }: Pick<AuthManager, 'jwt'>): void {
  const tokens = jwt as unknown as Tokens;
  const secret = tokens.getSecret();
  if (!isSymmetric(secret)) return;
  const key = createSecretKey(typeof secret === 'string' ? Buffer.from(secret) : secret);
  tokens.secret = () => key;
  tokens.getSecret = () => secret;
}

/** A pair of keys in the place of a secret, or none at all, is left to NocoBase. */
function isSymmetric(secret: string | Buffer | KeyObject): secret is string | Buffer {
  if (!(typeof secret === 'string' || Buffer.isBuffer(secret)) || secret.length === 0) return false;
  try {
    createPublicKey(secret);
    return false;
  } catch {
    return true; // no text that OpenSSL knows as a key
  }
}
