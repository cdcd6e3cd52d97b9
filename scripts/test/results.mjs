// What a run has found: tests, failures, the time of every file and of every part; and what its end says of them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/workspace.mjs';
import { BUDGETS } from './plan.mjs';

/** How many of the slowest test files the end of a whole run names. */
const SLOWEST = 10;

export const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
export const failures = [];
/** @type {{ name: string, seconds: number }[]} every test file that ran */
const files = [];
/** @type {Map<string, number>} seconds by project or check, its parts together */
const spent = new Map();

export const secondsSince = (started) => (Date.now() - started) / 1000;

export function spend(name, seconds) {
  spent.set(name, (spent.get(name) ?? 0) + seconds);
}

/** Tests that failed first and were run once more (e2e/support/once-more.cjs). */
const runTwice = (tests) => tests.filter(({ invocations }) => invocations > 1);

/**
 * Takes in what jest has reported of a project, or of a part of one.
 * @returns how many tests there were (the pattern may have meant another project), and whether some were run once more
 */
export function take({ project, title, report, status, seconds }) {
  if (!fs.existsSync(report)) {
    failures.push(`${title} tests did not run`);
    return { tests: null, hasRunTwice: false };
  }
  const said = JSON.parse(fs.readFileSync(report, 'utf8'));
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, numTotalTests } = said;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  if (status === 0 && numTotalTests + failed === 0) return { tests: 0, hasRunTwice: false };
  totals.passed += numPassedTests;
  totals.failed += failed;
  totals.skipped += numPendingTests;
  for (const { name, startTime, endTime } of said.testResults)
    files.push({ name: path.relative(ROOT, name), seconds: (endTime - startTime) / 1000 });
  spend(project, seconds);
  if (status !== 0 || failed > 0) failures.push(`${title} tests`);
  const sign = status === 0 && failed === 0 ? '✓' : '✗';
  console.log(`${sign} ${title}: ${numPassedTests} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
  const twice = runTwice(said.testResults.flatMap((file) => file.assertionResults));
  for (const { fullName } of twice.filter(({ status: ended }) => ended === 'passed'))
    console.log(`  unsteady, passed at the second attempt: ${fullName}`);
  return { tests: numTotalTests + numRuntimeErrorTestSuites, hasRunTwice: twice.length > 0 };
}

function tellSlowest() {
  console.log('The slowest test files:');
  for (const { name, seconds } of files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST))
    console.log(`${seconds.toFixed(0).padStart(5)} s  ${name}`);
}

function warnOfBudgets() {
  for (const [name, seconds] of spent) {
    const budget = BUDGETS[name];
    if (budget !== undefined && seconds > budget * 60)
      console.log(`! ${name} took ${(seconds / 60).toFixed(1)} minutes; its budget is ${budget}`);
  }
}

/** The last lines of a run. @returns whether it passed */
export function conclude(started, isWhole) {
  if (isWhole) {
    spend('whole run', secondsSince(started));
    tellSlowest();
    warnOfBudgets();
  }
  if (failures.length > 0) console.log(`Failed: ${failures.join('; ')}`);
  console.log(`Whole run: ${(secondsSince(started) / 60).toFixed(1)} minutes`);
  const failed = Math.max(totals.failed, failures.length > 0 ? 1 : 0);
  console.log(`${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
  return failures.length === 0;
}
