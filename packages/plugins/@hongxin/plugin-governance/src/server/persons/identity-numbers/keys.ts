import { createHmac } from 'node:crypto';
import { identityHash } from '@hongxin/rules/mechanism';

/** How identity numbers are compared without being kept. */
export interface IdentityKeys {
  /** What may be stored of a number: by the current key first, then by those before it. */
  hashes(value: string): string[];
}

/**
 * The keys of `HX_IDENTITY_KEY`, and of nothing else: whoever has the database must not have them too. After a change
 * of key the old ones stay behind a comma, since a hash cannot be made anew without the number.
 * @returns null where the city does not keep identity numbers: the setting is off by default (domain §0)
 */
export function identityKeys(environment: NodeJS.ProcessEnv): IdentityKeys | null {
  const secrets = (environment.HX_IDENTITY_KEY ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (secrets.length === 0) return null;
  const hashes = (value: string): string[] =>
    secrets.map((secret) =>
      identityHash(value, (text) => createHmac('sha256', secret).update(text, 'utf8').digest('hex')),
    );
  return { hashes };
}
