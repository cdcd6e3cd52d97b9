/** A relation that an administrator has made required holds something, whatever writes. */
import { app, reset, root, type Answer, type Client } from '@test/server/harness';
import { form } from '@test/server/foundation/test-sheets';
import { dropTable, FIELDS, makeTable, toOne } from '@test/server/foundation/visits';

const TABLE = 'ownRequired';
const PLACES = 'ownRequiredPlaces';
let administrator: Client;
let place: Row;
let other: Row;

interface Row {
  id: string;
  placeId: string | null;
}

const ZH = { headers: { 'x-locale': 'zh-CN' } };
const post = (path: string, body: unknown, query: Record<string, unknown> = {}) =>
  administrator.post<Row>(path, body, { ...ZH, query });
const make = async (table: string, values: object): Promise<Row> => {
  const made = await post(`${table}:create`, values);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return made.body.data;
};
const visit = () => make(TABLE, { name: '访', place: { id: place.id } });
const placeOf = async ({ id }: Row): Promise<string> =>
  String((await app().db.getRepository(TABLE).findOne({ filterByTk: id })).get('placeId'));

beforeAll(async () => {
  await reset();
  administrator = await root();
  await makeTable(administrator, PLACES, FIELDS.slice(0, 1));
  const relation = toOne(TABLE, 'place', PLACES, '走访地点');
  await makeTable(administrator, TABLE, [
    FIELDS[0],
    { ...relation, uiSchema: { ...relation.uiSchema, required: true } },
    toOne(TABLE, 'second', PLACES, '备用地点'),
  ]);
  await administrator.post(`collections/${PLACES}/fields:create`, {
    ...{ name: 'visits', type: 'hasMany', interface: 'o2m', source: PLACES, target: TABLE },
    ...{ foreignKey: 'placeId', sourceKey: 'id', targetKey: 'id', uiSchema: { title: '走访' } },
  });
  place = await make(PLACES, { name: '甲地' });
  other = await make(PLACES, { name: '乙地' });
});
afterAll(async () => {
  await dropTable(administrator, TABLE);
  await dropTable(administrator, PLACES);
});

function expectRefused(answer: Answer): void {
  expect([answer.status, answer.body.errors?.map(({ code }) => code)]).toEqual([400, ['FIELD_REQUIRED']]);
  expect(answer.body.errors?.[0].message).toContain('“走访地点”');
}

it.each([[{ placeId: null }], [{ place: null }], [{ place: {} }], [{ name: 'x' }]])(
  'is not left out of a new record: %j',
  async (values) => {
    expectRefused(await post(`${TABLE}:create`, { name: 'x', ...values }));
    for (const action of ['firstOrCreate', 'updateOrCreate'])
      expectRefused(await post(`${TABLE}:${action}`, { name: `no ${action}`, ...values }, { filterKeys: ['name'] }));
  },
);

it.each([[{ placeId: null }], [{ place: null }]])('is not emptied: %j', async (values) => {
  const row = await visit();
  expectRefused(await post(`${TABLE}:update/${row.id}`, values));
  expectRefused(await post(`${TABLE}:updateOrCreate`, { id: row.id, ...values }, { filterKeys: ['id'] }));
  expectRefused(await post(`${TABLE}:update`, values, { filter: { id: row.id } }));
  expect(await placeOf(row)).toBe(String(place.id));
});

it('is not taken off from its own side', async () => {
  const row = await visit();
  expectRefused(await post(`${TABLE}/${row.id}/place:remove`, {}));
  expect((await post(`${TABLE}/${row.id}/place:set`, {})).status).toBe(400);
  expect(await placeOf(row)).toBe(String(place.id));
});

it('is not taken off from the other side', async () => {
  const row = await visit();
  expectRefused(await post(`${PLACES}/${place.id}/visits:remove`, [row.id]));
  expectRefused(await post(`${PLACES}/${place.id}/visits:set`, []));
  expectRefused(await post(`${PLACES}:update/${place.id}`, { visits: [] }));
  expect(await placeOf(row)).toBe(String(place.id));
});

it('is not emptied by a workflow or an import', async () => {
  const row = await visit();
  const ofWorkflow = { filterByTk: row.id, values: { placeId: null }, context: { stack: [1] } };
  await expect(app().db.getRepository(TABLE).update(ofWorkflow)).rejects.toMatchObject({
    reasons: [{ code: 'FIELD_REQUIRED', field: 'placeId' }],
  });
  const columns = [
    { dataIndex: ['id'], defaultTitle: '记录标识' },
    { dataIndex: ['name'], defaultTitle: '名称' },
    { dataIndex: ['place', 'name'], defaultTitle: '走访地点' },
  ];
  const sheets = [
    [[row.id, '访', '']],
    [
      [null, '新', '甲地'],
      [null, '新二', ''],
    ],
  ];
  for (const [index, lines] of sheets.entries()) {
    const answer = await administrator.post(`${TABLE}:importXlsx`, form(lines, columns), ZH);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining('FIELD_REQUIRED')]);
    expect(answer.body.errors?.[0]).toMatchObject({ params: { row: index + 2 } });
    expect(answer.body.errors?.[0].message).toContain('“走访地点”');
  }
});

it('moves to another record, and lets the other fields be written', async () => {
  const row = await visit();
  for (const [path, body] of [
    [`${TABLE}:update/${row.id}`, { place: { id: other.id }, second: { id: place.id } }],
    [`${TABLE}:update/${row.id}`, { name: '改' }],
    [`${TABLE}:update/${row.id}`, { second: null }],
    [`${TABLE}/${row.id}/place:set?filterByTk=${place.id}`, {}],
    [`${TABLE}:create`, { name: 'x', place: place.id }],
  ] as const)
    expect([path, (await post(path, body)).status]).toEqual([path, 200]);
  expect(await placeOf(row)).toBe(String(place.id));
});

it('a record from before that holds nothing can be changed otherwise', async () => {
  const row = await visit();
  await app().db.sequelize.query(`UPDATE "${TABLE}" SET "placeId" = NULL WHERE id = ${row.id}`);
  expect((await post(`${TABLE}:update/${row.id}`, { name: '旧' })).status).toBe(200);
  expect((await post(`${TABLE}:update/${row.id}`, { name: '旧', placeId: null })).status).toBe(200);
  expect((await post(`${TABLE}:update/${row.id}`, { place: { id: other.id } })).status).toBe(200);
});
