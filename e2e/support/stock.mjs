// Starts a stock NocoBase in a folder of its own, without any package of the pack, and prints one line of JSON when it
// serves; SIGTERM stops it.   usage: node e2e/support/stock.mjs <folder>
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '../../scripts/lib/embedded-database.mjs';
import { main } from '../../scripts/lib/failure.mjs';
import { startProduct } from '../../scripts/lib/product.mjs';
import { ROOT } from '../../scripts/lib/workspace.mjs';
import { announce } from './announce.mjs';

const [folder] = process.argv.slice(2);

/** NocoBase's own packages, each linked: plugins that are added go beside them, not into the workspace's. */
function linkPackages(target) {
  const source = path.join(ROOT, 'node_modules');
  fs.mkdirSync(target, { recursive: true });
  for (const name of fs.readdirSync(source)) {
    const link = path.join(target, name);
    if (name.startsWith('.') || name === '@hongxin' || fs.existsSync(link)) continue;
    fs.symlinkSync(path.join(source, name), link);
  }
}

await main(async () => {
  linkPackages(path.join(folder, 'node_modules'));
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"stock","private":true}');
  // inside the folder, so that NocoBase and the plugins load the same copies of its packages
  const launcher = path.join(folder, 'start.cjs');
  fs.copyFileSync(path.join(ROOT, 'scripts/lib/nocobase.cjs'), launcher);
  const product = await startProduct({
    storage: path.join(folder, 'storage'),
    folder,
    launcher,
    plugins: [],
    demo: 'none',
    port: await freePort(),
    durable: false,
    onLine: (line) => console.error(line),
  });
  announce(product);
});
