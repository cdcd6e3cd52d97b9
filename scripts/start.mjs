// npm start: on a fresh clone installs, builds, makes the database, loads the demo city and serves; again: just serves.
import fs from 'node:fs';
import path from 'node:path';
import { readEnvironmentFile } from './lib/environment-file.mjs';
import { Failure, main } from './lib/failure.mjs';
import { firstStartProgress } from './lib/first-start-progress.mjs';
import { checkDisk, checkNode, checkPort, installIfMissing } from './lib/prerequisites.mjs';
import { ROOT } from './lib/workspace.mjs';

const DEMO_ACCOUNTS =
  'demo-city demo-street demo-community demo-estate demo-building demo-unit demo-member demo-org demo-expert1…5 demo-evaluator';
/** Lines of NocoBase that a person who starts the product wants to see: our own progress, and what went wrong. */
const WORTH_SHOWING = /^(•|✓|✗|龙口)|error|Error/;
/** Nobody waits longer than that without a word. */
const SILENCE_MS = 20_000;

function chosenDemo() {
  const demo = process.env.HX_DEMO ?? (process.env.APP_ENV === 'production' ? 'none' : 'longkou');
  if (demo !== 'longkou' && demo !== 'none') throw new Failure(`HX_DEMO must be "longkou" or "none", not "${demo}".`);
  return demo;
}

/** Says that nothing has stopped, until there is something to say. */
function quietly(text) {
  const since = Date.now();
  const timer = setInterval(() => {
    console.log(`  ${text} (${((Date.now() - since) / 1000).toFixed(0)} s so far)`);
  }, SILENCE_MS);
  return { end: () => clearInterval(timer) };
}

await main(async () => {
  const started = Date.now();
  checkNode();
  readEnvironmentFile();
  const port = Number(process.env.APP_PORT ?? 13000);
  const storage = path.resolve(ROOT, process.env.STORAGE_PATH ?? 'storage');
  fs.mkdirSync(storage, { recursive: true });
  checkDisk(storage);
  await checkPort(port);
  const demo = chosenDemo();
  installIfMissing({ tools: false });
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  buildIfNeeded();
  const { startProduct } = await import('./lib/product.mjs');
  const isFirst = !fs.existsSync(path.join(storage, '.installed'));
  console.log(
    isFirst
      ? `• First start: installing NocoBase with the pack${demo === 'none' ? '' : ' and the demo city'} (about two minutes) …`
      : '• Starting …',
  );
  let serving = false;
  const progress = isFirst ? firstStartProgress() : () => '';
  const silent = quietly(isFirst ? '• Still installing NocoBase, its tables, pages and roles …' : '• Still starting …');
  const product = await startProduct({
    storage,
    port,
    demo,
    onLine: (line) => {
      if (!serving && !WORTH_SHOWING.test(line)) return;
      silent.end();
      console.log(`  ${line}${progress(line)}`);
    },
  }).finally(() => silent.end());
  serving = true;

  let stopping = false;
  const shutDown = async () => {
    if (stopping) return;
    stopping = true;
    console.log('\n• Stopping …');
    await product.stop();
    console.log('✓ Stopped; all data is kept.');
    process.exit(0);
  };
  process.on('SIGINT', () => void shutDown());
  process.on('SIGTERM', () => void shutDown());
  void product.exited.then(async ({ code, signal }) => {
    if (stopping) return;
    await product.stopDatabase();
    console.error(
      `✗ NocoBase ended (${signal ?? `code ${code}`}); its log is in ${path.join(product.environment.STORAGE_PATH, 'logs')}. Start again with npm start.`,
    );
    process.exit(1);
  });

  product.watchDatabase({
    onRestart: () => console.log('• The embedded PostgreSQL had ended; it runs again, with all that was committed.'),
    onLost: async (error) => {
      if (stopping) return;
      stopping = true;
      await product.stop().catch(() => undefined); // what is left of it; the sentence below matters
      console.error(`✗ The embedded PostgreSQL ended and cannot be started again: ${error.message}`);
      process.exit(1);
    },
  });

  const { INIT_ROOT_EMAIL, INIT_ROOT_PASSWORD, HX_DEMO_PASSWORD } = product.environment;
  console.log(
    `✓ 红心善治 serves at ${product.url} (phone: ${product.url}/v/mobile) after ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  console.log(`  Administrator: ${INIT_ROOT_EMAIL}, password ${INIT_ROOT_PASSWORD}`);
  if (demo !== 'none') console.log(`  Demo accounts: ${DEMO_ACCOUNTS}, password ${HX_DEMO_PASSWORD}`);
  console.log('  Ctrl-C stops it.');
});
