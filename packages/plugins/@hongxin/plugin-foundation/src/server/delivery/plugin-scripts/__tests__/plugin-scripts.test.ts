/** One script with the clients of all plugins, as a browser meets it in the page. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { app, reset, server, signedOut } from '@test/server/harness';
import { KeptScripts } from '../kept-script';
import { composeScript } from '../script';

jest.setTimeout(300_000);

let base: string;
const page = async (address: string): Promise<string> => (await fetch(`${base}${address}`)).text();
const named = (html: string): string | undefined =>
  /<script defer src="([^"]+)"><\/script><script type="module"/.exec(html)?.[1];

type Define = ((...all: unknown[]) => void) & { amd?: object };

/** Runs a script as a page does: before the host has brought its `define`. @returns what it defines then, by name */
function definedBy(script: string): Map<string, unknown[]> {
  const window: { define?: Define; window?: unknown; self?: unknown } = {};
  window.window = window;
  window.self = window;
  vm.runInNewContext(script, window);
  expect(window.define).toBeUndefined();
  const found = new Map<string, unknown[]>();
  const host: Define = (name, ...rest) => void found.set(name as string, rest);
  vm.runInNewContext('set(window)', {
    window,
    set: (each: typeof window) => {
      each.define = host;
    },
  });
  expect(window.define).toBe(host);
  return found;
}

beforeAll(async () => {
  await reset();
  base = `http://127.0.0.1:${await server().gatewayPort()}`;
});

it('is named by every page of the modern client, and defines every plugin that the host lists', async () => {
  const address = named(await page('/v/admin'));
  expect(address).toMatch(/^\/dist\/hongxin\/plugins-[0-9a-f]{16}\.js$/);
  for (const other of ['/v', '/v/', '/v/mobile', '/v/signin?redirect=/v/admin'])
    expect(named(await page(other))).toBe(address);
  const answer = await fetch(`${base}${String(address)}`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  const listed = (await signedOut().get<{ packageName: string }[]>('pm:listEnabledV2')).body.data;
  const defined = definedBy(await answer.text());
  expect([...defined.keys()].sort()).toEqual(listed.map(({ packageName }) => `${packageName}/client-v2`).sort());
  for (const [needs, factory] of defined.values())
    expect([Array.isArray(needs), typeof factory]).toEqual([true, 'function']);
});

it('is another one when a plugin is turned off', async () => {
  const before = named(await page('/v/admin'));
  const rows = app().db.getRepository('applicationPlugins');
  const turn = (enabled: boolean) => rows.update({ filter: { name: 'kanban' }, values: { enabled } });
  await turn(false);
  const without = named(await page('/v/admin'));
  await turn(true);
  expect(without).not.toBe(before);
  expect(await page(String(without))).not.toContain('plugin-kanban/client-v2');
  expect(named(await page('/v/admin'))).toBe(before);
});

it('is named by nothing else, and never changed by who asks', async () => {
  expect(named(await page('/admin'))).toBeUndefined();
  expect(named(await page('/v/assets/none.js'))).toBeUndefined();
  for (const address of [
    '/dist/hongxin/../secrets.json',
    '/dist/hongxin/plugins-0123456789abcdef.js',
    '/dist/secrets.json',
  ])
    expect(await page(address)).not.toContain('define');
});

it('costs nothing but time where it cannot be written', async () => {
  const folder = path.join(String(server().environment.STORAGE_PATH), 'dist-client/hongxin');
  const aside = `${folder}-aside`;
  fs.renameSync(folder, aside);
  fs.writeFileSync(folder, 'in the way');
  const rows = app().db.getRepository('applicationPlugins');
  await rows.update({ filter: { name: 'kanban' }, values: { enabled: false } }); // another script than the last one
  const html = await page('/v/admin');
  await rows.update({ filter: { name: 'kanban' }, values: { enabled: true } });
  fs.rmSync(folder);
  fs.renameSync(aside, folder);
  expect(html).toContain('<script type="module"');
  expect(named(html)).toBeUndefined();
  expect(named(await page('/v/admin'))).toBeDefined();
});

describe('files', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hongxin-scripts-'));
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, text);
    return { packageName: `@x/${name}`, file };
  };
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('whose plugins do not name themselves are left to the host', async () => {
    const one = write('one', 'define("@x/one/client-v2",[],function(){})');
    const bare = write('bare', 'define([],function(){})');
    expect([...definedBy(await composeScript([one, bare])).keys()]).toEqual(['@x/one/client-v2']);
  });

  const kept = new KeptScripts(path.join(folder, 'out'));
  const out = (each = '.') => path.join(folder, 'out', each);
  const version = (text: string) => write('one', `define("@x/one/client-v2",[],function(){return '${text}'})`);

  it('are named by what is in them, and written once for all who ask', async () => {
    const one = version('a');
    const [name, same] = await Promise.all([kept.nameOf([one]), kept.nameOf([one])]);
    expect(same).toBe(name);
    expect(await kept.nameOf([version('ab')])).not.toBe(name);
    expect(await kept.nameOf([version('a')])).toBe(name);
    await expect(kept.nameOf([{ packageName: '@x/none', file: out('none') }])).rejects.toThrow('ENOENT');
  });

  it('are another one where a plugin was unpacked with the date and the length of the one before', async () => {
    const unpacked = (text: string) => {
      const one = version(text);
      fs.utimesSync(one.file, new Date(0), new Date(0));
      return one;
    };
    const name = await kept.nameOf([unpacked('1')]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await kept.nameOf([unpacked('2')])).not.toBe(name);
  });

  it('stay for who was named them a moment ago, however old they are, and go after that', async () => {
    fs.rmSync(out(), { recursive: true });
    const first = await kept.nameOf([version('first')]);
    fs.utimesSync(out(first), new Date(0), new Date(0));
    const second = await kept.nameOf([version('second')]);
    expect(fs.readdirSync(out()).sort()).toEqual([first, second].sort());
    expect(fs.readFileSync(out(first), 'utf8')).toContain('first');
    const third = await kept.nameOf([version('third')]);
    expect(fs.readdirSync(out()).sort()).toEqual([second, third].sort());
  });

  it('are written again where somebody has removed them', async () => {
    const one = version('lasting');
    const name = await kept.nameOf([one]);
    fs.rmSync(out(), { recursive: true });
    expect(await kept.nameOf([one])).toBe(name);
    expect(fs.readdirSync(out())).toEqual([name]);
  });
});
