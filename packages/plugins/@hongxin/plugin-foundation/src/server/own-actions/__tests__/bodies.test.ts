/**
 * Every field that an action of any plugin declares is sent what it may not be: each such request is refused in words, in
 * both languages, that name the field by its title. An action that is added is asked the same without anything being written.
 */
import { app, root, type Answer, type Client } from '@test/server/harness';
import type { PluginFoundation } from '../../plugin';
import type { BodyField } from '..';

const LANGUAGES = { 'zh-CN': 'zh', 'en-US': 'en' } as const;
/** Longer than this no request is made; limits of such length are of no field that people fill in. */
const LONG = 50_000;

const SHAPES = [{}, { a: 1 }, [], ['x'], [1], true];
const NUMBERS = [-1, 1.5, 1e300, Number.MAX_SAFE_INTEGER + 1];
const LIKE_NUMBERS = ['NaN', 'Infinity', '-1', '1e3', '0x10', '1.0', '9'.repeat(25)];

/** What each kind of field is not; a kind that is not here fails the test. */
const WRONG: Readonly<Record<string, (field: BodyField) => unknown[]>> = {
  text: ({ facts: { max = 0 } }) => [...SHAPES, 5, 'a\u0000b', ...(max < LONG ? ['字'.repeat(max + 1)] : [])],
  day: () => [...SHAPES, ...NUMBERS, 'x', '2026-02-30', '2026-13-01'],
  moment: () => [...SHAPES, ...NUMBERS, 'soon', '2026-02-30T08:00:00Z'],
  choice: () => [...SHAPES, ...NUMBERS, 'nosuch', 'constructor', '__proto__', 'toString'],
  flag: () => [{}, { a: 1 }, [], ['x'], 0, 1, 'true', 'false', 'x'],
  id: () => [...SHAPES, ...NUMBERS, ...LIKE_NUMBERS, 'x', ['5']],
  key: () => [{}, { a: 1 }, [], ['x'], true, 1.5, 1e300, 'x'.repeat(201), 'a\u0000b'],
  ids: ({ facts: { max = 0 } }) => [
    ...[{}, { 0: 5 }, [], true, 5, '2', '5,6', 'x'],
    ...[[{}], [['2']], ['x'], [-1], [1.5], [null], [1, 'x'], ['1e3'], [true]],
    Array.from({ length: max + 1 }, (_, index) => index + 1),
  ],
  whole: ({ facts: { min = 0, max = 0 } }) => [...SHAPES, ...LIKE_NUMBERS, 'x', 1.5, 1e300, min - 1, max + 1],
  number: ({ facts: { min = 0, max = 0 } }) => [...SHAPES, ...LIKE_NUMBERS, '5', 'x', 1e300, min - 1, max + 1],
  object: () => [[], ['x'], [1], true, 5, 'x', ''],
  list: ({ facts: { max = 0 } }) => [{}, { 0: 'x' }, true, 5, 'x', [5], [[]], Array(max + 1).fill('x')],
};
const MISSING = [undefined, null, ''];

/** What an address can hold instead: texts, and lists of them. */
const WRONG_IN_ADDRESS: Readonly<Record<string, unknown[]>> = {
  text: [['x']],
  key: [['x'], 'x'.repeat(201)],
  choice: [['x'], 'nosuch', 'constructor', '__proto__'],
  id: [['5'], 'x', '-1', '1.5', '1e3', 'NaN', '9'.repeat(25)],
  whole: [['5'], 'x', '1.5', '1e3', 'NaN', '9'.repeat(25)],
};

const registry = () => (app().pm.get('@hongxin/plugin-foundation') as PluginFoundation).ownActions.registry;
const declared = () => [...registry().all()].filter(([address]) => !address.startsWith('*:'));

let administrator: Client;
beforeAll(async () => {
  administrator = await root();
});

/** Everything that speaks against how a wrong value was answered. */
async function faultsOf(
  address: string,
  name: string,
  field: BodyField,
  ask: (headers: Record<string, string>) => Promise<Answer>,
  sent: unknown,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [locale, language] of Object.entries(LANGUAGES)) {
    const { status, body } = await ask({ 'x-locale': locale });
    const about = (body.errors ?? []).find((error) => error.field === name);
    const isNamed = about?.message.includes(field.title[language]) ?? false;
    if (status === 400 && isNamed) continue;
    const given = JSON.stringify(sent)?.slice(0, 60) ?? 'nothing';
    faults.push(
      `${address} ${name}=${given} ${locale}: ${status} ${JSON.stringify(body.errors ?? body).slice(0, 200)}`,
    );
  }
  return faults;
}

it('knows every action of every plugin', () => {
  const { resourceManager, db } = app();
  const { resources } = resourceManager as unknown as { resources: Map<string, { actions: Map<string, unknown> }> };
  const known = new Set(declared().map(([address]) => address));
  const registered = [...(resourceManager.getRegisteredHandlers() as Map<string, unknown>).keys()];
  const own = [...resources]
    // tables that other tests of this process have made and removed leave NocoBase's actions behind
    .filter(([name]) => /^hx(?!Test)/.test(name) && !db.hasCollection(name.split('.')[0]))
    .flatMap(([name, { actions }]) => [...actions.keys()].map((action) => `${name}:${action}`));
  const all = [...registered.filter((name) => name.startsWith('hx') && name.includes(':')), ...own];
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((address) => !known.has(address))).toEqual([]);
});

it('refuses in words what a field of a body may not be', async () => {
  const faults: string[] = [];
  let asked = 0;
  for (const [address, { body = {}, record }] of declared())
    for (const [name, field] of Object.entries(body)) {
      const values = [...WRONG[field.kind](field), ...(field.isOptional ? [] : MISSING)];
      for (const value of values) {
        asked += 1;
        const path = record ? `${address}/1` : address;
        const ask = (headers: Record<string, string>) => administrator.post(path, { [name]: value }, { headers });
        faults.push(...(await faultsOf(address, name, field, ask, value)));
      }
    }
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(500);
});

it('refuses in words what a parameter of an address may not be', async () => {
  const faults: string[] = [];
  for (const [address, { query = {}, record }] of declared())
    for (const [name, field] of Object.entries(query))
      for (const value of [...WRONG_IN_ADDRESS[field.kind], ...(field.isOptional ? [] : [undefined, ''])]) {
        const path = record ? `${address}/1` : address;
        const ask = (headers: Record<string, string>) =>
          administrator.call('GET', path, { query: { [name]: value }, headers });
        faults.push(...(await faultsOf(address, name, field, ask, value)));
      }
  expect(faults).toEqual([]);
});

it('refuses a body that is none, and ids that are none', async () => {
  const answers: unknown[] = [];
  for (const [address, { body, record }] of declared()) {
    if (body && Object.keys(body).length > 0) {
      const { status } = await administrator.post(record ? `${address}/1` : address, [1]);
      if (status !== 400) answers.push([address, 'a list', status]);
    }
    for (const id of record ? ['x', '-1', '1.5', '1e3', '9'.repeat(25)] : []) {
      const { status } = await administrator.post(`${address}/${id}`, {});
      if (![400, 404].includes(status)) answers.push([address, id, status]);
    }
  }
  expect(answers).toEqual([]);
});
