// npm run pages: lets NocoBase build every seeded page once and keeps what came out of it in the plugins, so that an
// installation copies its pages instead of building them (seconds instead of minutes). Run it after changing a page,
// an own block or action on one, or the kind of a field; pages out of date are built from their blueprint.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { buildIfNeeded } from './lib/build-if-needed.mjs';
import { listPlugins } from './lib/workspace.mjs';

const require = createRequire(import.meta.url);
const { boot } = require('../test/server/boot.cjs');

/** The order of keys is the order of pages in the menu: a change of one page is a change of one line. */
function fileText(pages) {
  const lines = Object.entries(pages).map(([key, page]) => `  ${JSON.stringify(key)}: ${JSON.stringify(page)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

buildIfNeeded(); // the application runs what is built
const { app, stop } = await boot();
const { seeds } = app.pm.get('@hongxin/plugin-foundation');
for (const plugin of listPlugins()) {
  const pages = seeds.compiledPagesOf(plugin.name);
  const file = path.join(plugin.folder, 'src/server/compiled-pages.json');
  const count = Object.keys(pages).length;
  if (count === 0) fs.rmSync(file, { force: true });
  else fs.writeFileSync(file, fileText(pages));
  console.log(`${plugin.name}: ${count} compiled pages`);
}
await stop();
process.exit(0);
