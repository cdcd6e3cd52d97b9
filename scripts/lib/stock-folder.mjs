// A folder where NocoBase runs as it is without the pack. A package that is only there is imported and stands before its
// gateway already, so there none of ours is: NocoBase's own packages, each linked, and plugins that are added go beside them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './workspace.mjs';

/** @returns {{ folder: string, launcher: string }} what `startProduct` takes */
export function stockFolder(folder) {
  const source = path.join(ROOT, 'node_modules');
  const target = path.join(folder, 'node_modules');
  fs.mkdirSync(target, { recursive: true });
  for (const name of fs.readdirSync(source)) {
    const link = path.join(target, name);
    if (name.startsWith('.') || name === '@hongxin' || fs.existsSync(link)) continue;
    fs.symlinkSync(path.join(source, name), link);
  }
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"stock","private":true}');
  // inside the folder, so that NocoBase and the plugins load the same copies of its packages
  const launcher = path.join(folder, 'start.cjs');
  fs.copyFileSync(path.join(ROOT, 'scripts/lib/nocobase.cjs'), launcher);
  return { folder, launcher };
}
