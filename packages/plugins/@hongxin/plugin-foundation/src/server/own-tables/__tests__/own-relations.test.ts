/** What roles may write along the relations of tables that an administrator has made. */
import { app, reset, root, signInAs, type Answer, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, type Places } from '@test/server/foundation/places';
import { dropTable, FIELDS, giveRight, makeTable, toMany, toOne } from '@test/server/foundation/visits';

const VISITS = 'ownRelVisits';
const LINES = 'ownRelLines';
const READER = 'own-rel-readers';
let administrator: Client;
/** May write both tables. */
let writer: Client;
/** May see both, and change the names of visits. */
let reader: Client;
let places: Places;
let visit: string;
let line: string;

interface Row {
  id: string;
}

const made = async (client: Client, path: string, values: object): Promise<string> => {
  const answer = await client.post<Row>(path, values);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return String(answer.body.data.id);
};
const rights = (names: readonly string[], fields: readonly string[]) => names.map((name) => ({ name, fields }));
const answered = (answer: Answer) => [answer.status, answer.body.errors?.[0].code];
const lineOf = (id: string) => app().db.getRepository(LINES).findOne({ filterByTk: id });
const visitOf = async (id: string): Promise<string> => String((await lineOf(id)).get('visitId'));

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  administrator = await root();
  await administrator.post('roles:create', { name: READER, title: '查看员' });
  writer = await signInWithPosts('own-rel-writer', 'hx-official', [EAST]);
  reader = await signInAs('own-rel-reader', [READER]);
  await makeTable(administrator, LINES, [FIELDS[0], FIELDS[1], toOne(LINES, 'leader', 'hxTestRecords', '负责记录')]);
  await makeTable(administrator, VISITS, [
    FIELDS[0],
    {
      ...{ name: 'lines', type: 'hasMany', interface: 'o2m', source: VISITS, target: LINES },
      ...{ foreignKey: 'visitId', sourceKey: 'id', targetKey: 'id', uiSchema: { title: '明细' } },
    },
    toMany(VISITS, 'people', 'hxTestRecords', '相关记录'),
  ]);
  const [ofVisits, ofLines] = [
    ['id', 'name', 'lines', 'people'],
    ['id', 'name', 'leader', 'leaderId', 'visitId'],
  ];
  await giveRight(administrator, 'hx-official', VISITS, rights(['view', 'create', 'update'], ofVisits));
  await giveRight(administrator, 'hx-official', LINES, rights(['view', 'create', 'update', 'destroy'], ofLines));
  await giveRight(administrator, READER, VISITS, [
    ...rights(['view'], ofVisits),
    ...rights(['update'], ['name', 'lines']),
  ]);
  await giveRight(administrator, READER, LINES, rights(['view'], ofLines));
  visit = await made(administrator, `${VISITS}:create`, { name: '甲' });
  line = await made(administrator, `${LINES}:create`, { name: '一' });
});
afterAll(async () => {
  for (const name of [VISITS, LINES]) await dropTable(administrator, name);
  await administrator.post('roles:destroy', {}, { query: { filterByTk: READER } });
});

describe('along a relation', () => {
  it('rows are made, changed and deleted by whoever may do so in their own table', async () => {
    const id = await made(writer, `${VISITS}/${visit}/lines:create`, { name: '二' });
    expect(await visitOf(id)).toBe(visit);
    expect((await writer.post(`${VISITS}/${visit}/lines:update/${id}`, { name: '三' })).status).toBe(200);
    for (const [action, body] of [
      ['create', { name: 'x' }],
      [`update/${id}`, { name: 'x' }],
      [`destroy/${id}`, {}],
    ] as const)
      expect([action, (await reader.post(`${VISITS}/${visit}/lines:${action}`, body)).status]).toEqual([action, 403]);
    expect((await lineOf(id)).get('name')).toBe('三');
    expect((await writer.post(`${VISITS}/${visit}/lines:destroy/${id}`)).status).toBe(200);
  });

  it('what is kept in the other row is linked only by whoever may change that row', async () => {
    for (const action of ['add', 'set'])
      expect(answered(await reader.post(`${VISITS}/${visit}/lines:${action}`, [line]))).toEqual([
        403,
        'ASSOCIATION_WRITE_REFUSED',
      ]);
    expect(await visitOf(line)).toBe('null');
    expect((await writer.post(`${VISITS}/${visit}/lines:add`, [line])).status).toBe(200);
    expect(await visitOf(line)).toBe(visit);
  });

  it('a link needs its field, a record that is there, and records that the caller sees', async () => {
    const refused = [403, 'ASSOCIATION_WRITE_REFUSED'];
    expect(answered(await reader.post(`${VISITS}/${visit}/people:add`, [places.east]))).toEqual(refused);
    expect(answered(await writer.post(`${VISITS}/999999/people:add`, [places.east]))).toEqual([
      404,
      'RECORD_NOT_FOUND',
    ]);
    expect(answered(await writer.post(`${VISITS}/${visit}/people:add`, [places.west]))).toEqual([
      400,
      'REFERENCE_NOT_FOUND',
    ]);
    expect((await writer.post(`${VISITS}/${visit}/people:add`, [places.east])).status).toBe(200);
  });
});

describe('rows nested in a form', () => {
  const INTO = { updateAssociationValues: ['lines'] };
  const save = (client: Client, values: object) => client.post<Row>(`${VISITS}:create`, values, { query: INTO });

  it('are written by whoever may write their table, with its fields only', async () => {
    const answer = await save(writer, { name: '乙', lines: [{ name: '甲行', leader: { id: places.east } }] });
    expect(answer.status).toBe(200);
    const [row] = await app()
      .db.getRepository(LINES)
      .find({ filter: { visitId: answer.body.data.id } });
    expect([row.get('name'), String(row.get('leaderId'))]).toEqual(['甲行', String(places.east)]);
    expect(answered(await save(writer, { name: '乙', lines: [{ name: 'x', note: 'x' }] }))).toEqual([
      403,
      'NESTED_WRITE_REFUSED',
    ]);
  });

  it('point to no record that the caller may not see', async () => {
    const answer = await save(writer, { name: '乙', lines: [{ name: 'x', leader: { id: places.west } }] });
    expect(answered(answer)).toEqual([400, 'REFERENCE_NOT_FOUND']);
  });

  it('are not written by whoever may not', async () => {
    const before = await app().db.getRepository(LINES).count();
    for (const lines of [[{ name: 'x' }], [{ id: line, name: 'x' }]]) {
      const answer = await reader.post(`${VISITS}:update/${visit}`, { lines }, { query: INTO });
      expect(answered(answer)).toEqual([403, 'NESTED_WRITE_REFUSED']);
    }
    expect(await app().db.getRepository(LINES).count()).toBe(before);
    expect((await lineOf(line)).get('name')).toBe('一');
  });
});
