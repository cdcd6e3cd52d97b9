/** How `npm test` cuts its work: every plugin's server tests are in a part, and a change runs what builds on it. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const PLUGINS = path.join(ROOT, 'packages/plugins/@hongxin');
const plugins = fs.readdirSync(PLUGINS).filter((name) => fs.existsSync(path.join(PLUGINS, name, 'package.json')));

/** What an expression over the scripts of the run comes to. */
function answerOf<T>(module: string, expression: string): T {
  const code = `import * as run from './scripts/test/${module}.mjs'; console.log(JSON.stringify(await (${expression})));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(said) as T;
}

it('puts every plugin’s server tests in just one part', () => {
  const parts = answerOf<{ name: string; patterns: string[] }[]>('plan', 'run.serverParts()');
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(({ patterns }) => patterns).sort()).toEqual(plugins.map((name) => `${name}/`).sort());
});

it('runs of a change the plugins changed and those that build on them, and all where all are concerned', () => {
  const concerned = (file: string) =>
    answerOf<string[]>('changed', `run.pluginsConcerned([${JSON.stringify(file)}])`).sort();
  expect(concerned('docs/architecture.md')).toEqual([]);
  const review = concerned('packages/plugins/@hongxin/plugin-review/src/server/plugin.ts');
  expect(review).toEqual(expect.arrayContaining(['plugin-review', 'plugin-registration']));
  expect(review).not.toContain('plugin-foundation');
  for (const file of [
    'packages/plugins/@hongxin/plugin-foundation/src/server/plugin.ts',
    'packages/core/rules/src/mechanism/index.ts',
    'test/server/harness.ts',
  ])
    expect(concerned(file)).toEqual([...plugins].sort());
});

it('begins nothing before what it needs, and ends when all is done', () => {
  const order = answerOf<string[]>(
    'lanes',
    `(async () => {
      const order = [];
      const task = (name, wait, needs) => ({ name, needs, run: async () => {
        order.push('begins ' + name);
        await new Promise((resolve) => setTimeout(resolve, wait));
        order.push(name);
      } });
      await run.inLanes([task('server', 20, 'database'), task('database', 60), task('lint', 20), task('rules', 1)]);
      return order;
    })()`,
  );
  expect(order.indexOf('begins server')).toBeGreaterThan(order.indexOf('database'));
  expect(order.indexOf('begins rules')).toBeLessThan(order.indexOf('database')); // the other lane does not wait
  expect(order.filter((each) => !each.startsWith('begins')).sort()).toEqual(['database', 'lint', 'rules', 'server']);
});

it('holds what a browser suite costs to its limits, but for a run in which a test was run once more', () => {
  const beyond = (project: string, counts: object, hasRunTwice = false) =>
    answerOf<string[]>(
      'counts',
      `run.beyondLimits(${JSON.stringify(project)}, ${JSON.stringify(counts)}, ${hasRunTwice})`,
    );
  expect(beyond('city', { loads: 1000, draws: 1 })).toEqual([expect.stringMatching(/^1000 loads in city, where \d+ /)]);
  expect(beyond('city', { loads: 1000 }, true)).toEqual([]);
  expect(beyond('server', { boots: 1000 })).toEqual([]);
});
