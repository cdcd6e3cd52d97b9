// npm test: on a fresh clone installs and builds, then types, lint, unit, server, client and browser tests.
// npm test -- server plugin-registration   runs one suite, optionally with a path pattern.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure, main } from './lib/failure.mjs';
import { checkNode, installIfMissing } from './lib/prerequisites.mjs';
import { ROOT } from './lib/workspace.mjs';

const SUITES = ['rules', 'client', 'server', 'access', 'browser'];
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function check(title, command, args) {
  const started = Date.now();
  const result = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', command), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  if (result.status === 0) console.log(`✓ ${title} (${seconds} s)`);
  else failures.push(title);
}

function runSuite(suite, pattern, environment) {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-report-')), `${suite}.json`);
  const started = Date.now();
  const workers = suite === 'rules' || suite === 'client' ? '2' : '1';
  const args = [
    '--selectProjects',
    suite,
    '--maxWorkers',
    workers,
    '--json',
    '--outputFile',
    report,
    '--silent=false',
    '--forceExit',
    ...pattern,
  ];
  const result = spawnSync(
    process.execPath,
    ['--no-warnings', '--max-semi-space-size=64', path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...environment },
    },
  );
  if (!fs.existsSync(report)) {
    failures.push(`${suite} tests did not run`);
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, numTotalTests } = JSON.parse(
    fs.readFileSync(report, 'utf8'),
  );
  totals.passed += numPassedTests;
  totals.failed += numFailedTests + numRuntimeErrorTestSuites;
  totals.skipped += numPendingTests;
  const ok = result.status === 0 && numTotalTests > 0;
  if (!ok) failures.push(`${suite} tests${numTotalTests === 0 ? ' (none ran)' : ''}`);
  console.log(
    `${ok ? '✓' : '✗'} ${suite}: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
}

await main(async () => {
  const started = Date.now();
  checkNode();
  installIfMissing();
  const { buildIfNeeded } = await import('./lib/build-if-needed.mjs');
  buildIfNeeded();
  const [only, ...pattern] = process.argv.slice(2);
  if (only && !SUITES.includes(only)) throw new Failure(`There is no suite "${only}"; there are ${SUITES.join(', ')}.`);
  if (!only) {
    check('types', 'typescript/bin/tsc', ['-p', '.', '--noEmit']);
    check('lint', 'eslint/bin/eslint.js', ['packages', 'test', 'e2e']);
    check('format', 'prettier/bin/prettier.cjs', [
      '--check',
      '--log-level',
      'warn',
      'packages',
      'scripts',
      'test',
      'e2e',
    ]);
  }
  for (const suite of only ? [only] : SUITES) {
    const environment = {};
    if (suite === 'browser') {
      const { findChromium } = await import('./lib/chromium.mjs');
      environment.CHROMIUM_PATH = findChromium();
    }
    runSuite(suite, pattern, environment);
  }
  if (failures.length > 0) console.log(`Failed: ${failures.join('; ')}`);
  console.log(`Whole run: ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
  console.log(
    `${totals.passed} passed, ${Math.max(totals.failed, failures.length > 0 ? 1 : 0)} failed, ${totals.skipped} skipped`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
});
