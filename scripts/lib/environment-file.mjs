// The installation's own settings.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './workspace.mjs';

/** Reads `.env` beside package.json; what is already set in the environment wins. */
export function readEnvironmentFile() {
  const file = path.join(ROOT, '.env');
  if (!fs.existsSync(file)) return;
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match && process.env[match[1]] === undefined) process.env[match[1]] = match[2].replace(/^(["'])(.*)\1$/, '$2');
  }
}
