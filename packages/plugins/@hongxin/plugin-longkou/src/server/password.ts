import { randomInt } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Letters and digits that are not mistaken for each other when read aloud. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Where the password of the demo accounts is kept when HX_DEMO_PASSWORD does not give it. */
export function demoPasswordFile(environment: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(environment.STORAGE_PATH ?? 'storage', 'demo-password.txt');
}

/**
 * The password of all demo accounts: HX_DEMO_PASSWORD, else the one kept in the storage folder, else a new one, which
 * is kept there for its owner only.
 */
export async function demoPassword(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (environment.HX_DEMO_PASSWORD) return environment.HX_DEMO_PASSWORD;
  const file = demoPasswordFile(environment);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim()) return kept.trim();
  const password = readablePassword();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return password;
}

/** About 47 bits of chance, in groups one can type from a projector. */
function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return `Hx-${group()}-${group()}-${randomInt(100, 1000)}`;
}
