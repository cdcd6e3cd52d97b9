// npm run screenshots: makes the pictures in docs/images anew. They are what the browser tests see on their way, so a
// picture cannot show what does not work.   npm run screenshots -- e2e/roles   makes those of some files only.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Failure, main } from './lib/failure.mjs';
import { checkNode, installIfMissing } from './lib/prerequisites.mjs';
import { ROOT } from './lib/workspace.mjs';

await main(async () => {
  checkNode();
  installIfMissing();
  const result = spawnSync(process.execPath, ['scripts/test.mjs', 'browser', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, HX_PICTURES: path.join(ROOT, 'docs/images') },
  });
  if (result.status !== 0) throw new Failure('A browser test failed, so its pictures are not true; see above.');
});
