// NocoBase hands out files from below its storage folder. So it gets one of its own inside the installation's, beside the
// secrets and the database, and never above them.
import fs from 'node:fs';
import path from 'node:path';

const FOLDER = 'nocobase';
/** What is the installation's own, or of this workspace; everything else in an earlier installation is NocoBase's. */
const OWN = new Set([FOLDER, 'postgres', 'secrets.json', '.installed', 'logs', 'tar', 'dev', '.tsbuildinfo']);

/**
 * @param {string} storage the installation's folder
 * @returns {string} the folder below it that is NocoBase's STORAGE_PATH; what an earlier version kept beside the secrets is
 *   moved there, once
 */
export function servedFolder(storage) {
  const folder = path.join(storage, FOLDER);
  if (fs.existsSync(folder)) return folder;
  const aside = `${folder}.moving`; // a move that is cut off goes on at the next start
  fs.mkdirSync(aside, { recursive: true });
  for (const name of fs.readdirSync(storage)) {
    if (!OWN.has(name) && name !== path.basename(aside))
      fs.renameSync(path.join(storage, name), path.join(aside, name));
  }
  fs.renameSync(aside, folder);
  return folder;
}
