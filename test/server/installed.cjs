// The database that an installation has made, with the files it uploaded, kept to be copied: by every process of a whole run (HX_TEST_DATABASE names its
// folder), and for whoever changes code and tests it again and again (HX_TEST_REUSE=1 keeps one beside the workspace's caches).
const { spawnSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/hongxin-test-database');
/**
 * A copy is upgraded where something has changed that is written into the database, else it just starts: seconds instead of
 * more than a minute. A whole run installs anew: what an installation writes is tested too.
 */
const KEPT = process.env.HX_TEST_DATABASE ?? (process.env.HX_TEST_REUSE ? CACHE : null);
/** Sources of what an installation or upgrade writes. */
const WRITTEN =
  /\/(collections|migrations|pages|fields|access|database|workflows|processes|seeding|settings|setup|protection|translations)\/|(plugin|domain)[^/]*\.ts$|\.json$/;

/** What the kept database was made from. */
function sources() {
  const hash = crypto.createHash('sha256');
  const packages = path.join(ROOT, 'packages');
  for (const name of fs.readdirSync(packages, { recursive: true }).sort()) {
    const file = path.join(packages, name);
    if (/(^|\/)(dist|node_modules|__tests__|client-v2)\//.test(name) || !WRITTEN.test(`/${name}`)) continue;
    if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/** As root, the database runs as another user, who keeps its files. */
const own = (from, to) => spawnSync('chown', ['-R', `--reference=${from}`, to]);

/** Where the installation's uploads lie (the logo), beside its database. */
const uploadsBeside = (folder) => path.join(path.dirname(folder), 'uploads');

/** @returns whether the copy has to be upgraded; null where there is nothing to copy */
function copyInstalled(folder) {
  const madeFrom = `${KEPT}.sources`;
  if (!KEPT || !fs.existsSync(madeFrom) || !fs.existsSync(`${KEPT}.uploads`)) return null;
  fs.cpSync(KEPT, folder, { recursive: true, preserveTimestamps: true });
  own(KEPT, folder);
  fs.chmodSync(folder, 0o700);
  fs.cpSync(`${KEPT}.uploads`, uploadsBeside(folder), { recursive: true });
  return fs.readFileSync(madeFrom, 'utf8') !== sources();
}

/** Keeps what a stopped database holds; whole only when its sources are named. */
function keepInstalled(folder) {
  fs.rmSync(`${KEPT}.sources`, { force: true });
  fs.rmSync(KEPT, { recursive: true, force: true });
  fs.cpSync(folder, KEPT, { recursive: true, preserveTimestamps: true });
  own(folder, KEPT);
  fs.rmSync(`${KEPT}.uploads`, { recursive: true, force: true });
  fs.cpSync(uploadsBeside(folder), `${KEPT}.uploads`, { recursive: true });
  fs.writeFileSync(`${KEPT}.sources`, sources());
}

module.exports = { copyInstalled, keepInstalled, isKept: KEPT !== null };
