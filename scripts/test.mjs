// npm test: on a fresh clone installs and builds, then types, lint, unit, server, client and browser tests.
// npm test -- server plugin-registration   runs one suite, optionally with a path pattern.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure, main } from './lib/failure.mjs';
import { checkNode, installIfMissing } from './lib/prerequisites.mjs';
import { ROOT } from './lib/workspace.mjs';

/** Suites, each with its jest projects. */
const SUITES = {
  rules: ['rules'],
  client: ['client'],
  server: ['server'],
  access: ['access'],
  browser: ['city', 'installation'],
};
const CHECKS = [
  ['types', 'typescript/bin/tsc', ['-p', '.', '--noEmit']],
  ['lint', 'eslint/bin/eslint.js', ['packages', 'test', 'e2e']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', 'packages', 'scripts', 'test', 'e2e']],
];
/** Two lanes side by side, then the browser's two, alone: what people do in it has time limits that a busy machine would miss. */
const LANES = [['server'], ['rules', 'client', 'access']];
/** How many of the slowest test files the end of a whole run names. */
const SLOWEST = 10;
const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {{ name: string, seconds: number }[]} every test file that ran */
const files = [];
const failures = [];

/** Runs node to its end. What a lane says is told in one piece, so that two lanes do not talk into each other. */
function run(args, { environment, isQuiet = false, isAlone = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', isQuiet ? 'ignore' : 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    const said = [];
    const tell = isAlone ? (chunk) => process.stderr.write(chunk) : (chunk) => said.push(chunk);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', tell);
    child.on('close', (status) => {
      process.stderr.write(Buffer.concat(said));
      resolve(status);
    });
  });
}

const secondsSince = (started) => ((Date.now() - started) / 1000).toFixed(0);

async function check([title, command, args]) {
  const started = Date.now();
  const status = await run([path.join(ROOT, 'node_modules', command), ...args]);
  if (status === 0) console.log(`✓ ${title} (${secondsSince(started)} s)`);
  else failures.push(title);
}

/** Runs the projects of a suite one after another: a browser that draws takes all a small machine has. */
async function runSuite(suite, pattern, isAlone = true) {
  const environment = {};
  if (suite === 'browser') {
    const { findChromium } = await import('./lib/chromium.mjs');
    environment.CHROMIUM_PATH = findChromium();
  }
  const found = [];
  for (const project of SUITES[suite]) found.push(await runProject(project, pattern, { environment, isAlone }));
  if (found.every((count) => count === 0)) failures.push(`${suite} tests (none ran)`);
}

/** @returns how many tests there are in the project */
async function runProject(project, pattern, { environment, isAlone }) {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-report-')), `${project}.json`);
  const started = Date.now();
  const jest = ['--no-warnings', '--max-semi-space-size=64', path.join(ROOT, 'node_modules/jest/bin/jest.js')];
  const workers = project === 'rules' || project === 'client' ? '2' : '1';
  const options = ['--maxWorkers', workers, '--json', '--outputFile', report, '--silent=false', '--forceExit'];
  const status = await run([...jest, '--selectProjects', project, '--passWithNoTests', ...options, ...pattern], {
    environment,
    isAlone,
    isQuiet: true, // the report's own text; what people read goes the other way
  });
  if (!fs.existsSync(report)) {
    failures.push(`${project} tests did not run`);
    return null;
  }
  const said = JSON.parse(fs.readFileSync(report, 'utf8'));
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, numTotalTests } = said;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  if (status === 0 && numTotalTests + failed === 0) return 0; // the pattern means another project
  totals.passed += numPassedTests;
  totals.failed += failed;
  totals.skipped += numPendingTests;
  for (const { name, startTime, endTime } of said.testResults)
    files.push({ name: path.relative(ROOT, name), seconds: (endTime - startTime) / 1000 });
  if (status !== 0 || failed > 0) failures.push(`${project} tests`);
  const sign = status === 0 && failed === 0 ? '✓' : '✗';
  console.log(`${sign} ${project}: ${numPassedTests} passed, ${failed} failed (${secondsSince(started)} s)`);
  for (const name of passedAtSecond(said)) console.log(`  unsteady, passed at the second attempt: ${name}`);
  return numTotalTests + numRuntimeErrorTestSuites;
}

/** Tests that failed first and passed when run once more (e2e/support/once-more.cjs). */
const passedAtSecond = (report) =>
  report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'passed' && test.invocations > 1)
    .map((test) => test.fullName);

async function inOrder(tasks) {
  for (const task of tasks) await task();
}

await main(async () => {
  const started = Date.now();
  checkNode();
  installIfMissing();
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  buildIfNeeded();
  const [only, ...pattern] = process.argv.slice(2);
  if (only && !SUITES[only])
    throw new Failure(`There is no suite "${only}"; there are ${Object.keys(SUITES).join(', ')}.`);
  if (only) await runSuite(only, pattern);
  else {
    await inOrder(CHECKS.map((each) => () => check(each)));
    await Promise.all(LANES.map((lane) => inOrder(lane.map((suite) => () => runSuite(suite, pattern, false)))));
    await runSuite('browser', pattern);
  }
  if (!only) {
    console.log('The slowest test files:');
    for (const { name, seconds } of files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST))
      console.log(`${seconds.toFixed(0).padStart(5)} s  ${name}`);
  }
  if (failures.length > 0) console.log(`Failed: ${failures.join('; ')}`);
  console.log(`Whole run: ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
  console.log(
    `${totals.passed} passed, ${Math.max(totals.failed, failures.length > 0 ? 1 : 0)} failed, ${totals.skipped} skipped`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
});
