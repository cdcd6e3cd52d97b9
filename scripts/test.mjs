// npm test: on a fresh clone installs and builds, then types, lint, unit, server, client and browser tests.
// npm test -- server plugin-registration   runs one suite, optionally with a path pattern.
// npm test -- --changed                    runs the rules, and what depends on the plugins that have been changed.
import { Failure, main } from './lib/failure.mjs';
import { checkNode, installIfMissing } from './lib/prerequisites.mjs';

/** Runs the projects of a suite one after another: a browser that draws takes all a small machine has. */
async function runSuite(suite, patterns) {
  const { SUITES } = await import('./test/plan.mjs');
  const { failures } = await import('./test/results.mjs');
  const { runProject } = await import('./test/run.mjs');
  const environment = suite === 'browser' ? await browserEnvironment() : {};
  const found = [];
  for (const project of SUITES[suite]) found.push(await runProject(project, patterns, { environment }));
  if (found.every((count) => count === 0)) failures.push(`${suite} tests (none ran)`);
}

async function browserEnvironment() {
  const { findChromium } = await import('./lib/chromium.mjs');
  return { CHROMIUM_PATH: findChromium() };
}

async function runChanged() {
  const { pluginsOfChange } = await import('./test/changed.mjs');
  const { runProject } = await import('./test/run.mjs');
  const folders = pluginsOfChange();
  console.log(`• Changed, or built on what has changed: ${folders.join(', ') || 'no plugin'}`);
  await runProject('rules', []);
  const patterns = folders.map((folder) => `${folder}/`);
  if (patterns.length === 0) return;
  for (const project of ['client', 'server']) await runProject(project, patterns);
}

await main(async () => {
  const started = Date.now();
  checkNode();
  installIfMissing();
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  buildIfNeeded();
  const { SUITES } = await import('./test/plan.mjs');
  const { conclude } = await import('./test/results.mjs');
  const [only, ...patterns] = process.argv.slice(2);
  if (only === '--changed') await runChanged();
  else if (only && !SUITES[only])
    throw new Failure(`There is no suite "${only}"; there are ${Object.keys(SUITES).join(', ')}, and --changed.`);
  else if (only) await runSuite(only, patterns);
  else await (await import('./test/whole.mjs')).runWhole(await browserEnvironment());
  process.exitCode = conclude(started, !only) ? 0 : 1;
});
