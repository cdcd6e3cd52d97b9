// A date that stands for what is in a folder. NocoBase names the scripts of plugins to browsers by their version and date, and
// browsers keep them for a year: packages of one version with another content must not have the same date.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const FROM_SECONDS = Date.UTC(1990, 0) / 1000;
const UP_TO_SECONDS = Date.UTC(2020, 0) / 1000;

/** @returns {Date} the same one for the same files, whoever packs them and when */
export function contentDate(folder) {
  const hash = crypto.createHash('sha256');
  const names = fs.readdirSync(folder, { recursive: true }).sort();
  for (const name of names) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) hash.update(`${name}\0`).update(fs.readFileSync(file));
  }
  const seconds = FROM_SECONDS + (hash.digest().readUInt32BE() % (UP_TO_SECONDS - FROM_SECONDS));
  return new Date(seconds * 1000);
}
