/** Odd parameters of every action of the host that writes: refused in words with a code, never a fault of the server. */
import { app, reset, root, type Answer, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, type Places } from '@test/server/foundation/places';

let administrator: Client;
let east: Client;
let places: Places;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  administrator = await root();
  east = await signInWithPosts('odd-east', 'hx-official', [EAST]);
});

const ODD: unknown[] = [
  [],
  {},
  [[]],
  [{}],
  [null],
  ['x'],
  [[1]],
  { a: { b: 1 } },
  'x',
  '',
  5,
  true,
  [{ title: {} }],
  [1, 'x'],
];
const CODED = /^[A-Z_]+$/;
const RAW = /Cannot read|is not a |yntax|equelize|undefined|\[object/;

/** What answered otherwise than it should, all of a test together. */
const faults: string[] = [];
beforeEach(() => faults.splice(0));
afterEach(() => expect(faults.slice(0, 20)).toEqual([]));

function expectWords(answer: Answer, what: unknown): void {
  if (answer.status < 400) return;
  const said = JSON.stringify(answer.body);
  const isCoded = answer.body.errors?.every(({ code }) => CODED.test(String(code)));
  if (answer.status >= 500 || !isCoded || RAW.test(said))
    faults.push(`${JSON.stringify(what)}: ${answer.status} ${said}`);
}

const post = (client: Client, path: string, body: unknown, query: Record<string, unknown> = {}) =>
  client.post(path, body, { query });

describe.each([
  ['an administrator', () => administrator],
  ['an official', () => east],
])('%s', (_who, who) => {
  it.each(['create', 'update', 'firstOrCreate', 'updateOrCreate', 'move', 'destroy', 'importXlsx', 'importPreview'])(
    '%s with values of every shape',
    async (action) => {
      for (const values of ODD)
        for (const query of [{}, { filterByTk: 999_999 }, { filterKeys: ['title'] }, { filter: { id: 999_999 } }]) {
          if (action === 'destroy' && Object.keys(query).length === 0 && values === null) continue;
          expectWords(await post(who(), `hxTestRecords:${action}`, values, query), [action, values, query]);
        }
    },
  );

  it.each(['firstOrCreate', 'updateOrCreate'])('%s with keys of every shape', async (action) => {
    for (const keys of [
      ...ODD,
      undefined,
      'title',
      'title.x',
      'area.name',
      'tags.name',
      'lines',
      'area',
      'nope',
      '__proto__',
    ])
      for (const values of [
        { title: 'x' },
        { title: ['x'] },
        { title: null },
        { area: [] },
        { tags: [{ name: 'x' }] },
        [{}],
        [],
      ]) {
        expectWords(await post(who(), `hxTestRecords:${action}`, values, { filterKeys: keys }), [action, keys, values]);
        const wrapped = { values, filterKeys: keys };
        expectWords(await post(who(), `hxTestRecords:${action}`, wrapped), [action, wrapped]);
      }
  });

  it('parameters that decide what is written', async () => {
    for (const name of [
      'whitelist',
      'blacklist',
      'updateAssociationValues',
      'filterByTk',
      'filter',
      'forceUpdate',
      'targetCollection',
    ])
      for (const odd of ODD)
        for (const action of ['create', `update/${places.east}`, `updateOrCreate`])
          expectWords(
            await post(
              who(),
              `hxTestRecords:${action}`,
              { title: 'x', areaId: places.areas.estate },
              { [name]: odd, filterKeys: ['title'] },
            ),
            [action, name, odd],
          );
  });

  it.each(['add', 'set', 'remove', 'toggle', 'create', 'update', 'destroy', 'move', 'firstOrCreate', 'updateOrCreate'])(
    '%s along every relation',
    async (action) => {
      for (const relation of ['tags', 'lines', 'area', 'owner', 'nope'])
        for (const values of [...ODD, undefined, 999_999, [999_999], [{ id: 999_999 }], { id: 'x' }])
          for (const id of [places.east, 999_999])
            expectWords(await post(who(), `hxTestRecords/${id}/${relation}:${action}`, values), [
              relation,
              action,
              id,
              values,
            ]);
      for (const filterByTk of ['x', '999999', ['x'], [999_999], { a: 1 }])
        expectWords(await post(who(), `hxTestRecords/${places.east}/tags:${action}`, {}, { filterByTk }), [
          action,
          filterByTk,
        ]);
    },
  );
});

it.each([
  ['roles/hx-official/dataSourceResources:list', 'GET'],
  ['roles/hx-official/dataSourceResources:get', 'GET'],
  ['roles/hx-official/dataSourceResources:destroy', 'POST'],
  ['roles/hx-official/dataSourceResources:create', 'POST'],
  ['roles/hx-official/dataSourceResources:update', 'POST'],
  ['roles/nobody/dataSourceResources:list', 'GET'],
  ['users:updateLang', 'POST'],
  ['users:updateProfile', 'POST'],
  ['users:setDefaultRole', 'POST'],
] as const)('%s of the host', async (path, method) => {
  for (const body of [
    undefined,
    ...ODD,
    { appLang: {} },
    { appLang: 5 },
    { roleName: {} },
    { roleName: 'constructor' },
  ])
    for (const query of [{}, { filter: { name: 'hxNeeds' } }, { name: 'hxTestRecords' }]) {
      const client = path.startsWith('users:') ? east : administrator;
      const answer = await client.call(method, path, { body: method === 'GET' ? undefined : body, query });
      expect([path, JSON.stringify(body), answer.status < 500]).toEqual([path, JSON.stringify(body), true]);
    }
  const user = await app()
    .db.getRepository('users')
    .findOne({ filterByTk: east.userId as number });
  expect(String(user.get('appLang'))).not.toContain('object');
});
