// npm run screenshots: makes the pictures in docs/images anew. They are what the browser tests see on their way, so a
// picture cannot show what does not work; those that a page of the documentation shows are kept.
//   npm run screenshots -- e2e/city/roles   makes those of some tests only
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure, main } from './lib/failure.mjs';
import { checkNode, installIfMissing } from './lib/prerequisites.mjs';
import { listPlugins, ROOT } from './lib/workspace.mjs';

const IMAGES = path.join(ROOT, 'docs/images');
const SHOWN = /docs\/images\/([\w-]+)\.png|\bimages\/([\w-]+)\.png/g;

/** Names of the pictures that some page of the documentation shows. */
function shownPictures() {
  const inDocs = fs.readdirSync(path.join(ROOT, 'docs')).map((name) => path.join(ROOT, 'docs', name));
  const readmes = [ROOT, ...listPlugins().map(({ folder }) => folder)].flatMap((folder) =>
    fs.readdirSync(folder).map((name) => path.join(folder, name)),
  );
  const pages = [...inDocs, ...readmes].filter((file) => file.endsWith('.md'));
  const names = pages.flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(SHOWN)].map(([, full, relative]) => full ?? relative),
  );
  return [...new Set(names)].sort();
}

await main(async () => {
  checkNode();
  installIfMissing();
  const taken = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-pictures-'));
  const result = spawnSync(process.execPath, ['scripts/test.mjs', 'browser', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, HX_PICTURES: taken },
  });
  if (result.status !== 0) throw new Failure('A browser test failed, so its pictures are not true; see above.');
  fs.mkdirSync(IMAGES, { recursive: true });
  const [made, missing] = [[], []];
  for (const name of shownPictures()) {
    const picture = path.join(taken, `${name}.png`);
    if (!fs.existsSync(picture)) missing.push(name);
    else {
      fs.copyFileSync(picture, path.join(IMAGES, `${name}.png`));
      made.push(name);
    }
  }
  fs.rmSync(taken, { recursive: true, force: true });
  console.log(`${made.length} pictures in docs/images: ${made.join(', ')}`);
  const isWhole = process.argv.length === 2;
  if (isWhole && missing.length > 0) throw new Failure(`No test takes these pictures: ${missing.join(', ')}`);
});
