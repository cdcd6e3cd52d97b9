// Builds the plugins whose sources changed since their last build.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { listPlugins, ROOT } from './workspace.mjs';

function* sourcesBelow(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '__tests__'].includes(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesBelow(file);
    else yield file;
  }
}

function fingerprint(folders) {
  const hash = crypto.createHash('sha256');
  for (const folder of folders) {
    for (const file of [...sourcesBelow(folder)].sort())
      hash.update(path.relative(ROOT, file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

const stampOf = (plugin) => path.join(plugin.folder, 'dist/.fingerprint');
const sourcesOf = (plugin) =>
  fingerprint([plugin.folder, path.join(ROOT, 'packages/core'), path.join(ROOT, 'scripts/lib')]);

/** Notes what a plugin has been built from. */
export function stampBuild(plugin) {
  fs.writeFileSync(stampOf(plugin), sourcesOf(plugin));
}

/** Builds in a process of its own, because the build needs what `installIfMissing` may just have installed. */
export function buildIfNeeded() {
  const stale = listPlugins().filter((plugin) => {
    const stamp = stampOf(plugin);
    return !fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== sourcesOf(plugin);
  });
  if (stale.length === 0) return;
  console.log(`• Building ${stale.length} plugins …`);
  const result = spawnSync(process.execPath, ['scripts/build.mjs', ...stale.map((plugin) => plugin.name)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (result.status !== 0) throw new Failure('The build failed; see the messages above.');
}
