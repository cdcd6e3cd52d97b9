// npm run verify-events: compares the event log with its chains and says what was altered, removed or inserted behind the
// application's back. --save heads.json notes the ends of the chains, --against heads.json compares with a note of before.
import path from 'node:path';
import { main } from './lib/failure.mjs';
import { readEnvironmentFile } from './lib/environment-file.mjs';
import { ROOT } from './lib/workspace.mjs';

await main(async () => {
  readEnvironmentFile();
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  buildIfNeeded();
  const { runCommand } = await import('./lib/product.mjs');
  const storage = path.resolve(ROOT, process.env.STORAGE_PATH ?? 'storage');
  process.exitCode = await runCommand({ storage, args: ['hx:verify-events', ...process.argv.slice(2)] });
});
