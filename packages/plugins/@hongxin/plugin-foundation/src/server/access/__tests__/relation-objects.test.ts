/** Relations as the host's forms send them, and what nobody's form sends. */
import { app, reset, root, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, type Places } from '@test/server/foundation/places';
import { EAST_ESTATE } from '@test/server/foundation/places';

let places: Places;
let east: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  east = await signInWithPosts('relations-east', 'hx-official', [EAST]);
  administrator = await root();
});

const areaId = async (code: string) =>
  Number((await app().db.getRepository('hxTestAreas').findOne({ filter: { code } }))?.get('id'));
const create = (values: object, query = {}, client = east) =>
  client.post<Record<string, unknown>>('hxTestRecords:create', values, { query });
const code = (answer: Awaited<ReturnType<typeof create>>) => [answer.status, answer.body.errors?.[0]?.code];

it('creates by an object, by a key and by the column alike', async () => {
  expect(places).toBeTruthy();
  const id = await areaId(EAST_ESTATE);
  const friend = await app()
    .db.getRepository('hxTestRecords')
    .findOne({ filter: { areaId: id } });
  const friendId = Number(friend?.get('id'));
  for (const values of [
    { areaId: id, friendId },
    { area: { id }, friend: { id: friendId } },
    { area: { id, name: 'x' }, friend: { id: friendId, title: 'x' } },
    { area: id, friend: friendId },
    { area: String(id), friend: null },
  ]) {
    const answer = await create({ title: 'by relation', ...values });
    expect([values, answer.status]).toEqual([values, 200]);
    const row = await app()
      .db.getRepository('hxTestRecords')
      .findOne({ filterByTk: Number(answer.body.data.id) });
    expect(Number(row?.get('areaId'))).toBe(id);
    expect(row?.get('areaCode')).toBe(EAST_ESTATE);
    expect(Number(row?.get('friendId') ?? 0)).toBe('friend' in values && values.friend === null ? 0 : friendId);
  }
  expect(friend?.get('title')).not.toBe('x');
});

it('refuses another’s place and an absent record by an object as by the column', async () => {
  const west = await areaId('370681001002001');
  for (const area of [{ id: west || 999_999 }, { id: 999_999_999 }, 'abc', { id: 'abc' }])
    expect((await create({ title: 'x', area })).status).toBeGreaterThanOrEqual(400);
});

it.each([
  [{ friend: [1] }, 'VALUE_INVALID'],
  [{ friend: true }, 'VALUE_INVALID'],
  [{ tags: [[1]] }, 'VALUE_INVALID'],
  [{ lines: [null] }, 'VALUE_INVALID'],
])('refuses what is no relation, in words: %j', async (values, expected) => {
  for (const client of [east, administrator])
    expect((await create({ title: 'x', ...values }, {}, client)).body.errors?.map((each) => each.code)).toContain(
      expected,
    );
});

it.each([
  ['updateAssociationValues[a][b]', 'x', 400],
  ['updateAssociationValues', 'a,b', 200],
  ['updateAssociationValues[a]', 'b', 200],
])('reads %s as a list of names, or refuses it', async (name, value, status) => {
  const id = await areaId(EAST_ESTATE);
  expect((await create({ title: 'x', areaId: id }, { [name]: value })).status).toBe(status);
});

it('refuses to move what keeps no order, and to export without columns, in words', async () => {
  expect(code(await east.post('hxTestRecords:move', {}, { query: { sourceId: 1, targetId: 2 } }))).toEqual([
    400,
    'NOT_SORTABLE',
  ]);
  for (const client of [east, administrator]) {
    for (const columns of [undefined, 'x', [null], [{ dataIndex: ['nothing'] }]]) {
      const answer = await client.post('hxTestRecords:export', { columns });
      expect([columns, answer.status]).toEqual([columns, 400]);
    }
    expect((await client.get('hxTestRecords:export')).status).toBe(400);
    expect((await client.get('hxTestRecords:downloadXlsxTemplate')).status).toBe(400);
  }
});
