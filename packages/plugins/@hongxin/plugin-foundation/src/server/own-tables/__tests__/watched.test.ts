/** A table as an administrator makes it at `/v/`, with a relation to records that not everybody may see. */
import { app, reset, root, type Client } from '@test/server/harness';
import { exported, form } from '@test/server/foundation/test-sheets';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, type Places } from '@test/server/foundation/places';
import { dropTable, FIELDS, giveRight, makeTable, toMany, toOne } from '@test/server/foundation/visits';

const TABLE = 'ownWatched';
const SHOWN = ['id', 'name', 'people', 'leader', 'leaderId'];
let administrator: Client;
let east: Client;
let places: Places;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  administrator = await root();
  east = await signInWithPosts('own-tables-east', 'hx-official', [EAST]);
  await makeTable(administrator, TABLE, [
    ...FIELDS.slice(0, 2),
    toMany(TABLE, 'people', 'hxTestRecords', '相关记录'),
    toOne(TABLE, 'leader', 'hxTestRecords', '负责记录'),
  ]);
  const actions = ['view', 'create', 'update', 'export', 'importXlsx'].map((name) => ({ name, fields: SHOWN }));
  await giveRight(administrator, 'hx-official', TABLE, actions);
});
afterAll(async () => {
  await dropTable(administrator, TABLE);
});

it('is watched, whatever NocoBase says where it comes from; what code has defined stays the host’s', async () => {
  expect(app().db.getCollection(TABLE).options.origin).toBe('@nocobase/plugin-data-source-main');
  const unknown = await administrator.post(`${TABLE}:create`, { nope: 1 });
  expect([unknown.status, unknown.body.errors?.[0].code]).toEqual([400, 'UNKNOWN_FIELD']);
  // loaded from a row of `collections` as well, and defined by a plugin of the host
  expect(app().db.getCollection('users').options.loadedFromCollectionManager).toBe(true);
  expect((await administrator.post(`users:update/${administrator.userId}`, { nope: 1 })).status).toBe(200);
});

it('is watched when its request names a plugin as origin, or takes a name of the pack', async () => {
  for (const [name, more] of [
    ['ownForeign', { origin: '@nocobase/plugin-users' }],
    ['hxOwnThings', { origin: '@hongxin/plugin-test' }],
  ] as const) {
    await makeTable(administrator, name, [toOne(name, 'leader', 'hxTestRecords', '负责记录')], more);
    await giveRight(administrator, 'hx-official', name, [{ name: 'create', fields: ['leaderId'] }]);
    const answer = await east.post(`${name}:create`, { leaderId: places.west });
    expect([name, answer.body.errors?.[0].code]).toEqual([name, 'REFERENCE_NOT_FOUND']);
    expect((await dropTable(administrator, name)).status).toBe(200);
  }
});

it.each([
  ['people', (id: number) => ({ people: [id] })],
  ['people', (id: number) => ({ people: [{ id }] })],
  ['leaderId', (id: number) => ({ leaderId: id })],
  ['leaderId', (id: number) => ({ leader: { id } })],
])('links no record that the caller may not see: %s', async (field, values) => {
  const made = await east.post<{ id: string }>(`${TABLE}:create`, { name: 'own', ...values(places.east) });
  expect(made.status).toBe(200);
  for (const path of [`${TABLE}:create`, `${TABLE}:update/${made.body.data.id}`]) {
    const answer = await east.post(path, { name: 'x', ...values(places.west) });
    expect([answer.status, answer.body.errors?.[0]]).toMatchObject([400, { code: 'REFERENCE_NOT_FOUND', field }]);
    expect(JSON.stringify(answer.body)).not.toContain('west');
  }
});

it('refuses a record to be made on the way in words, instead of dropping it', async () => {
  const answer = await east.post(`${TABLE}:create`, { name: 'x', people: [{ title: '新人', phone: '13800000009' }] });
  expect([answer.status, answer.body.errors?.[0].code]).toEqual([403, 'NESTED_WRITE_REFUSED']);
});

it('masks what is personal beyond it, in lists and in exports, for administrators too, and leaves an event', async () => {
  const values = { name: '=1+1', people: [places.west, places.east], leaderId: places.west };
  await administrator.post(`${TABLE}:create`, values);
  const columns = [
    { dataIndex: ['name'], title: '名称' },
    { dataIndex: ['people', 'phone'], title: '电话' },
    { dataIndex: ['leader', 'phone'], title: '电话' },
    { dataIndex: ['leader', 'secret'], title: '内部' },
  ];
  for (const client of [administrator, east]) {
    const before = await exports();
    const sheet = JSON.stringify(await exported(client, columns, TABLE));
    expect(await exports()).toBe(before + 1);
    const list = await client.get(`${TABLE}:list`, { appends: ['people', 'leader'] });
    for (const text of [sheet, JSON.stringify(list.body)]) expect(text).not.toMatch(/13900000002|13800000001/);
    expect(sheet).toContain("'=1+1");
  }
  expect(JSON.stringify(await exported(east, columns, TABLE))).not.toContain('secret of');
});

it('finds nobody by a personal value in a sheet', async () => {
  for (const phone of ['13900000002', '15400009999']) {
    const columns = [
      { dataIndex: ['name'], defaultTitle: '名称' },
      { dataIndex: ['people', 'phone'], defaultTitle: '电话' },
    ];
    for (const client of [administrator, east]) {
      const answer = await client.post(`${TABLE}:importXlsx`, form([['x', phone]], columns));
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([403, expect.stringMatching(/"code":"IMPORT_/)]);
    }
  }
});

it('refuses an odd order in words, for administrators too', async () => {
  for (const sort of ['leader', 'leader.title'])
    expect((await administrator.get(`${TABLE}:list`, { sort })).body.errors?.[0].code).toBe('SORT_INVALID');
});

const exports = () =>
  app()
    .db.getRepository('hxEvents')
    .count({ filter: { collectionName: TABLE } });
