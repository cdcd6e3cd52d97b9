// npm run pack: one self-contained .tgz per plugin under storage/tar/, installable into a stock NocoBase 2.2, and
// plugins.env, which tells docker-compose.yml what a production enables.
import fs from 'node:fs';
import path from 'node:path';
import { contentDate } from './lib/content-date.mjs';
import { main } from './lib/failure.mjs';
import { checkNode, installIfMissing } from './lib/prerequisites.mjs';
import { listPlugins, productionPlugins, ROOT } from './lib/workspace.mjs';

/** What NocoBase reads of a package besides its build; sources and tests stay here. */
const SHIPPED = ['client.js', 'client-v2.js', 'server.js', 'README.md', 'package.json', 'LICENSE'];

await main(async () => {
  checkNode();
  installIfMissing();
  const { buildPlugin } = await import('./lib/build-plugin.mjs');
  const tar = await import('tar');
  const target = path.join(ROOT, 'storage/tar');
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  for (const plugin of listPlugins()) {
    const stage = fs.mkdtempSync(path.join(target, '.stage-'));
    const folder = path.join(stage, 'package');
    fs.mkdirSync(folder);
    for (const name of SHIPPED) {
      const source = path.join(name === 'LICENSE' ? ROOT : plugin.folder, name);
      if (fs.existsSync(source)) fs.cpSync(source, path.join(folder, name), { recursive: true });
    }
    // Built apart from the workspace's own builds, which hold what only tests need.
    await buildPlugin(plugin, { dist: path.join(folder, 'dist') });
    // What the package needs is inside dist/node_modules; nothing of it is to be looked for on a registry.
    const { dependencies: _bundled, devDependencies: _development, ...manifest } = plugin.manifest;
    fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const file = path.join(target, `${plugin.name.replace('@', '').replace('/', '-')}-${plugin.manifest.version}.tgz`);
    await tar.create({ gzip: { level: 9 }, file, cwd: stage, portable: true, mtime: contentDate(folder) }, ['package']);
    fs.rmSync(stage, { recursive: true, force: true });
    console.log(`${path.relative(ROOT, file)}  ${(fs.statSync(file).size / 1024).toFixed(0)} kB`);
  }
  fs.writeFileSync(
    path.join(target, 'plugins.env'),
    `APPEND_PRESET_BUILT_IN_PLUGINS=${productionPlugins().join(',')}\n`,
  );
});
