// npm run verify-events: compares the event log with its chains and says what was altered, removed or inserted behind the
// application's back. --save heads.json notes the ends of the chains, --against heads.json compares with a note of before.
// Ends with 0 only when the log was read and is as it was written.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, main } from './lib/failure.mjs';
import { readEnvironmentFile } from './lib/environment-file.mjs';
import { ROOT } from './lib/workspace.mjs';

/** What the command writes when it has read the whole log and found nothing. */
const FOUND_NOTHING = /^✓ \d+ events in \d+ chains/m;

function options() {
  try {
    const { values } = parseArgs({ options: { against: { type: 'string' }, save: { type: 'string' } } });
    return values;
  } catch (error) {
    throw new Failure(`${error.message}. It takes --save <file> and --against <file>.`);
  }
}

await main(async () => {
  const folder = process.env.INIT_CWD ?? process.cwd();
  const files = Object.entries(options()).flatMap(([name, file]) => [`--${name}`, path.resolve(folder, file)]);
  readEnvironmentFile();
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  buildIfNeeded();
  const { runCommand } = await import('./lib/product.mjs');
  const storage = path.resolve(ROOT, process.env.STORAGE_PATH ?? 'storage');
  const { code, output } = await runCommand({ storage, args: ['hx:verify-events', ...files] });
  if (code === 0 && !FOUND_NOTHING.test(output))
    throw new Failure(
      'The event log was not verified: NocoBase has not run the command. Its log is in the storage folder.',
    );
  process.exitCode = code;
});
