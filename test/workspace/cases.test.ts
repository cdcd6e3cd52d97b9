/** Inputs that once failed: each file of test/cases is named by a test that asserts its right value. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const CASES = fs.readdirSync(path.join(ROOT, 'test/cases')).filter((file) => file !== 'expected.json');

/** The texts of all tests that are kept. */
const tests = execFileSync('git', ['ls-files', 'packages/**/__tests__/*.test.ts'], { cwd: ROOT, encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((file) => fs.readFileSync(path.join(ROOT, file), 'utf8'));

it.each(CASES)('%s has its test', (file) => {
  expect(tests.some((text) => text.includes(file))).toBe(true);
});
