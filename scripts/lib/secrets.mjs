// Secrets of one installation: made once, kept beside its data, readable by its owner only.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** @returns {string} a password one can read aloud, with a capital letter, digits and a sign */
export function readablePassword() {
  const pick = (count) => Array.from({ length: count }, () => READABLE[crypto.randomInt(READABLE.length)]).join('');
  return `Hx-${pick(4)}-${pick(4)}-${crypto.randomInt(10, 99)}`;
}

/**
 * @param {string} storage the installation's storage folder
 * @returns {{ appKey: string, databasePassword: string, rootPassword: string, demoPassword: string, isNew: boolean }}
 */
export function installationSecrets(storage) {
  const file = path.join(storage, 'secrets.json');
  if (fs.existsSync(file)) return { ...JSON.parse(fs.readFileSync(file, 'utf8')), isNew: false };
  const secrets = {
    appKey: crypto.randomBytes(32).toString('base64url'),
    databasePassword: crypto.randomBytes(18).toString('base64url'),
    rootPassword: readablePassword(),
    demoPassword: readablePassword(),
  };
  fs.mkdirSync(storage, { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return { ...secrets, isNew: true };
}
