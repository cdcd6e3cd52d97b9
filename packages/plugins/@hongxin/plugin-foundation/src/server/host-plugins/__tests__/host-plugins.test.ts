/** Which of NocoBase's own plugins run, and what stands in for one that is off. */
import fs from 'node:fs';
import path from 'node:path';
import type { Model } from '@nocobase/database';
import { app, reset, server, signedOut } from '@test/server/harness';
import { STAND_INS } from '../stand-ins';
import { UNUSED } from '../unused';

interface Row {
  name: string;
  enabled: boolean;
  options: { keptOff?: boolean } | null;
}
interface Entry {
  name: string;
  packageName: string;
  url: string;
  clientV2Url?: string;
}

const repository = () => app().db.getRepository('applicationPlugins');
const rows = async (): Promise<Row[]> => ((await repository().find()) as Model[]).map((row) => row.toJSON() as Row);
const off = async (): Promise<string[]> => (await rows()).filter((row) => !row.enabled).map((row) => row.name);
const foundation = () => app().pm.get('@hongxin/plugin-foundation') as unknown as { upgrade(): Promise<void> };
const write = (values: object, names: string[]) => repository().update({ filter: { name: names }, values });
const entries = async (list: string): Promise<Entry[]> => (await signedOut().get<Entry[]>(`pm:${list}`)).body.data;
let before: string[];

beforeAll(async () => {
  await reset();
  before = await off();
});
afterEach(async () => {
  server().environment.HX_HOST_PLUGINS = 'all';
  await write({ enabled: true, options: null }, Object.keys(UNUSED));
  expect(await off()).toEqual(before);
});

it('names only what NocoBase brings and turns on itself', async () => {
  const names = new Set((await rows()).map((row) => row.name));
  expect(Object.keys(UNUSED).filter((name) => !names.has(name) || before.includes(name))).toEqual([]);
});

it('are off in a new installation where the pack does without them, unless the environment says otherwise', async () => {
  await app().emitAsync('afterInstall', app(), {});
  expect(await off()).toEqual(before);
  delete server().environment.HX_HOST_PLUGINS;
  await app().emitAsync('afterInstall', app(), {});
  expect((await off()).sort()).toEqual([...before, ...Object.keys(UNUSED)].sort());
});

it('stay off when NocoBase is upgraded and turns all of its own on; what somebody turned on stays on', async () => {
  delete server().environment.HX_HOST_PLUGINS;
  await app().emitAsync('afterInstall', app(), {});
  await app().emitAsync('afterEnablePlugin', 'kanban');
  await app().emitAsync('afterDisablePlugin', 'theme-editor');
  await write({ enabled: true }, [...Object.keys(UNUSED), 'theme-editor']); // as the host's upgrade does
  await foundation().upgrade();
  const now = await off();
  expect(now).toContain('gantt');
  expect(now).toContain('theme-editor');
  expect(now).not.toContain('kanban');
  await app().emitAsync('afterEnablePlugin', 'theme-editor');
  await write({ enabled: true, options: null }, ['theme-editor']);
});

describe('a stand-in', () => {
  it.each(['listEnabled', 'listEnabledV2'])('is given to browsers only while its plugin is off: %s', async (list) => {
    const ai = async (): Promise<Entry[]> => (await entries(list)).filter(({ name }) => name === 'ai');
    expect((await ai()).map(({ url }) => url)).toEqual([expect.stringContaining('plugin-ai/dist/')]);
    await write({ enabled: false }, ['ai']);
    const [standIn, ...more] = await ai();
    expect(more).toEqual([]);
    expect(standIn).toMatchObject({ packageName: '@nocobase/plugin-ai' });
    expect(standIn.url).toMatch(
      /^\/static\/plugins\/@hongxin\/plugin-foundation\/dist\/client.*\/plugin-ai\.js\?hash=/,
    );
    await write({ enabled: false }, ['data-visualization']);
    expect(await ai()).toEqual([]);
    await write({ enabled: true }, ['data-visualization']);
  });

  it.each(STAND_INS.flatMap(({ packageName, importedBy }) => importedBy.map((user) => [packageName, user])))(
    'for %s has every name that %s imports from it',
    (packageName, user) => {
      const source = path.resolve(__dirname, '../../../client-v2/stand-ins', `${packageName.split('/')[1]}.ts`);
      const exported = [...fs.readFileSync(source, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
      for (const lane of ['client', 'client-v2']) {
        const used = importsOf(
          path.join(path.dirname(require.resolve(`${user}/package.json`)), 'dist', lane),
          packageName,
        );
        expect(used.length).toBeGreaterThan(0);
        expect([lane, used.filter((name) => !exported.includes(name))]).toEqual([lane, []]);
      }
    },
  );
});

/** The names that a built client takes from another plugin's: found by the number under which it keeps that module. */
function importsOf(folder: string, packageName: string): string[] {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.js'));
  const texts = files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
  const entry = fs.readFileSync(path.join(folder, 'index.js'), 'utf8');
  const needs = /define\("[^"]+",\[([^\]]*)\],\w+\)/.exec(entry)?.[1].replaceAll('"', '').split(',') ?? [];
  const parameters = /self,function\(([\w,$]+)\)/.exec(entry)?.[1].split(',') ?? [];
  const parameter = parameters[needs.indexOf(`${packageName}/client-v2`)];
  const kept = [...entry.matchAll(/(\d+):function\((\w)\)\{(?:"use strict";)?\2\.exports=([\w$]+)\}/g)];
  const numbers = kept.filter(([, , , exported]) => exported === parameter).map(([, number]) => number);
  const names = texts.flatMap((text) =>
    numbers.flatMap((number) =>
      [...text.matchAll(new RegExp(`([\\w$]+)=\\w\\(${number}\\)[,;]`, 'g'))].flatMap(([, variable]) =>
        [...text.matchAll(new RegExp(`(?<![\\w$.])${variable.replaceAll('$', '\\$')}\\.(\\w+)`, 'g'))].map(
          ([, name]) => name,
        ),
      ),
    ),
  );
  return [...new Set(names)];
}
