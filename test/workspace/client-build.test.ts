/** What the build makes of a client (scripts/lib/build-client.mjs): it starts, and what it is asked for later is there. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';

const root = path.resolve(__dirname, '../..');
const NAME = '@hongxin/plugin-registration';
const ADDRESS = `/city/static/plugins/${NAME}/dist/client-v2/index.js?hash=1`;

let dist: string;
beforeAll(() => {
  dist = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-client-'));
  const build = `import { buildClient } from './scripts/lib/build-client.mjs';
    import { listPlugins } from './scripts/lib/workspace.mjs';
    await buildClient(listPlugins().find(({ name }) => name === process.argv[1]), process.argv[2], true);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', build, NAME, dist], { cwd: root });
});
afterAll(() => fs.rmSync(dist, { recursive: true, force: true }));

/** Whatever is taken of the host's modules is something that can be called, made and taken further. */
const host: unknown = new Proxy(class {}, {
  get: (target, key) => (key === 'prototype' ? target.prototype : key === Symbol.toPrimitive ? () => '' : host),
  apply: () => host,
  construct: () => ({}),
});

/** A browser that has one script after the other run, with what it was asked to fetch. */
function browser() {
  const fetched: string[] = [];
  let exported: Record<string, unknown> = {};
  const window: Record<string, unknown> = {};
  const run = (file: string) => vm.runInContext(fs.readFileSync(path.join(dist, 'client-v2', file), 'utf8'), context);
  const append = (script: { src: string; onload(): void }) => {
    fetched.push(script.src);
    run(path.basename(script.src));
    script.onload();
  };
  const define = (_id: string, given: string[], factory: (...given: unknown[]) => Record<string, unknown>) => {
    const known: Record<string, unknown> = { require: () => host, module: { uri: ADDRESS } };
    exported = factory(...given.map((name) => known[name] ?? host));
  };
  const document = { createElement: () => ({}), head: { append } };
  const context = vm.createContext({ window, document, define, Promise, Object });
  run('index.js');
  return { exported, fetched };
}

it('gives the host the class of the plugin, and has fetched nothing for it', () => {
  const { exported, fetched } = browser();
  expect(typeof exported.default).toBe('function');
  expect(fetched).toEqual([]);
});

it('keeps what is drawn later in files of their own, and says which of them belong together', () => {
  const files = fs.readdirSync(path.join(dist, 'client-v2'));
  const index = fs.readFileSync(path.join(dist, 'client-v2/index.js'), 'utf8');
  const chunks = files.filter((file) => file !== 'index.js');
  expect(chunks.some((file) => file.startsWith('BalanceTable-'))).toBe(true);
  expect(chunks.filter((file) => !index.includes(`"${file}"`))).toEqual([]);
  expect(index.length).toBeLessThan(files.length * 2000);
});
