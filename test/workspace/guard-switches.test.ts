import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');
const SOURCE = path.join(ROOT, 'packages/plugins/@hongxin/plugin-foundation/src/server/access/switches.ts');

const built = (isTestBuild: boolean): string =>
  transformSync(fs.readFileSync(SOURCE, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    define: { HX_GUARD_SWITCHES: String(isTestBuild) },
    minifySyntax: !isTestBuild,
  }).code;

/** Runs the built module with a switch set, in an environment of its own. */
function isOnWith(code: string, environment: Record<string, string>): boolean {
  const exported: { exports: { isOn?: (guard: string) => boolean } } = { exports: {} };
  const off = { [Symbol.for('hongxin.guards.off')]: new Set(['masks']) };
  new Function('module', 'process', 'globalThis', code)(exported, { env: environment }, off);
  return exported.exports.isOn!('masks');
}

it('switches a guard off only in a test build, inside a test runner, never in production', () => {
  expect(isOnWith(built(true), { JEST_WORKER_ID: '1', APP_ENV: 'development' })).toBe(false);
  expect(isOnWith(built(true), { JEST_WORKER_ID: '1', APP_ENV: 'production' })).toBe(true);
  expect(isOnWith(built(true), { APP_ENV: 'development' })).toBe(true);
  expect(isOnWith(built(false), { JEST_WORKER_ID: '1', APP_ENV: 'development' })).toBe(true);
});

it('packs plugins without the switches', () => {
  expect(fs.readFileSync(path.join(ROOT, 'scripts/pack.mjs'), 'utf8')).not.toContain('guardSwitches');
  expect(built(false)).not.toMatch(/globalThis|JEST_WORKER_ID/);
});
