import { reset, root, type Client } from '@test/server/harness';
import { CITY, EAST, fillPlaces, preparePlaces, signInWithPosts, type Places } from '@test/server/foundation/places';

type Row = Record<string, unknown> & { id: number };

let places: Places;
let east: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  east = await signInWithPosts('read-east', 'hx-official', [EAST]);
  administrator = await root();
});

const code = (answer: { body: { errors?: { code?: string }[] } }) => answer.body.errors?.[0]?.code;
const list = (client: Client, query: Record<string, unknown>, path = 'hxTestRecords:list') =>
  client.get<Row[]>(path, query);

describe('filters and sorts tell nothing that is hidden', () => {
  it.each([
    ['a hidden field', { secret: 'secret of east' }],
    ['a hidden field in dotted form', { 'secret.$includes': 'x' }],
    ['a hidden field under $or', { $or: [{ title: 'east' }, { $and: [{ secret: { $ne: null } }] }] }],
    ['a field of another record beyond its label', { area: { note: 'note of west' } }],
    ['a field of another record, dotted', { 'friend.amount.$gt': 1 }],
    ['a hidden field of a collection without a scope', { tags: { code: 'T-west' } }],
    ['a field two relations away', { 'friend.area.note': 'note of west' }],
  ])('refuses %s', async (_, filter) => {
    const answer = await list(east, { filter });
    expect([answer.status, code(answer)]).toEqual([403, 'FIELD_NOT_VISIBLE']);
  });

  it('takes the label of a related record', async () => {
    expect((await list(east, { filter: { area: { name: 'estate' } } })).body.data).toHaveLength(1);
    expect((await list(east, { filter: { 'friend.title.$includes': 'west' } })).body.data).toHaveLength(1);
  });

  it.each([['secret'], ['-secret'], ['area.note']])('refuses to sort by %s', async (sort) => {
    const answer = await list(east, { sort });
    expect([answer.status, code(answer)]).toEqual([403, 'FIELD_NOT_VISIBLE']);
  });

  it('refuses personal fields to everybody, the administrator included', async () => {
    for (const client of [east, administrator]) {
      for (const query of [
        { filter: { phone: '13800000001' } },
        { filter: { 'phone.$empty': true } },
        { sort: '-phone' },
        { filter: { friend: { phone: '1' } } },
      ]) {
        const answer = await list(client, query);
        expect([answer.status, code(answer)]).toEqual([403, 'PERSONAL_FIELD_FILTER']);
      }
    }
  });

  it('checks the filter of a write as well', async () => {
    const answer = await east.post(
      'hxTestRecords:update',
      { title: 'x' },
      { query: { filter: { secret: 'secret of east' } } },
    );
    expect([answer.status, code(answer)]).toEqual([403, 'FIELD_NOT_VISIBLE']);
    expect((await east.post('hxTestRecords:destroy', {}, { query: { filter: { secret: 'x' } } })).status).toBe(403);
  });
});

describe('nothing in a query is answered with a server error', () => {
  it.each<[string, Record<string, unknown>]>([
    ['an unknown field', { filter: { nothing: 1 } }],
    ['an unknown operator', { filter: { title: { $nothing: 1 } } }],
    ['a comparison with another column', { filter: { title: { $col: 'secret' } } }],
    ['an object where text belongs', { filter: { title: { $includes: { a: 1 } } } }],
    ['half a range', { filter: { amount: { $between: [1] } } }],
    ['a text for a filter', { filter: '"abc"' }],
    ['an operator without a field', { filter: { $eq: 1 } }],
    [
      'a filter without end',
      { filter: JSON.parse('{"$and":['.repeat(40) + '{"title":"x"}' + ']}'.repeat(40)) as object },
    ],
    ['an unknown sort field', { sort: 'nothing' }],
    ['an unknown field to show', { fields: ['nothing'] }],
    ['a page below one', { page: 0 }],
    ['a page size that is no number', { pageSize: 'many' }],
    ['a nested field to sort by that is no relation', { sort: 'title.x' }],
  ])('%s → 400', async (_, query) => {
    const answer = await list(east, query);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0].message).toMatch(/\S/);
    expect(JSON.stringify(answer.body)).not.toMatch(/SELECT|hxTest/);
  });

  it('reads filter text that is not JSON without failing', async () => {
    expect((await east.call('GET', 'hxTestRecords:list?filter=%7Bbroken')).status).toBeLessThan(500);
  });

  it('caps the page size and the unpaged list', async () => {
    expect((await list(east, { pageSize: 5000 })).body.meta).toMatchObject({ pageSize: 1000 });
    expect((await list(east, { pageSize: 100000 })).status).toBe(400);
    expect((await list(east, { paginate: false })).body.data).toHaveLength(1);
  });

  it('does not read another collection through a parameter', async () => {
    const answer = await east.get(`hxTestRecords:get/${places.east}`, { targetCollection: 'users' });
    expect([answer.status, code(answer)]).toEqual([403, 'TARGET_COLLECTION_REFUSED']);
  });
});

describe('answers', () => {
  it('reduce appended records outside the reach to their label, and take hidden fields out', async () => {
    const [row] = (
      await list(east, {
        appends: ['friend', 'area', 'owner', 'createdBy', 'tags', 'friend.area', 'friend.tags', 'friend.lines'],
      })
    ).body.data;
    expect(row.title).toBe('east');
    expect(row).not.toHaveProperty('secret');
    expect(row.friend).toEqual({ id: places.west, title: 'west' });
    expect(row.area).toMatchObject({ name: 'estate', note: 'note of estate' });
    expect(row.tags).toEqual([expect.objectContaining({ name: 'tag of east' })]);
    expect(JSON.stringify(row)).not.toContain('T-east');
  });

  it('show nested appends of a record within reach', async () => {
    const both = await signInWithPosts('read-both', 'hx-official', [CITY]);
    const rows = (await list(both, { appends: ['friend', 'friend.area'], sort: 'id' })).body.data;
    expect(rows[0].friend).toMatchObject({ title: 'west', amount: 7, area: { name: 'west' } });
    expect(rows[0].friend).not.toHaveProperty('secret');
  });

  it('ignore a hidden field asked for by name', async () => {
    const answer = await list(east, { fields: ['title', 'secret'] });
    expect(answer.status).toBe(200);
    expect(answer.body.data[0]).toMatchObject({ title: 'east' });
    expect(JSON.stringify(answer.body)).not.toContain('secret of');
    const nested = await list(east, { appends: ['friend.secret', 'friend.phone'] });
    expect(JSON.stringify(nested.body)).not.toMatch(/secret of|13900000002/);
  });

  it('mask personal fields for officials and administrators, appended ones too', async () => {
    for (const client of [east, administrator]) {
      const answer = await list(client, { appends: ['friend'], filter: { id: places.east } });
      expect(answer.body.data[0].phone).toBe('138****0001');
      expect(JSON.stringify(answer.body)).not.toMatch(/13800000001|13900000002/);
    }
    expect((await east.get<Row>(`hxTestRecords:get/${places.east}`)).body.data.phone).toBe('138****0001');
  });

  it('find nothing by the id of another area', async () => {
    for (const [action, method] of [
      ['get', 'GET'],
      ['update', 'POST'],
      ['destroy', 'POST'],
    ] as const) {
      const answer = await east.call(
        method,
        `hxTestRecords:${action}/${places.west}`,
        method === 'POST' ? { body: { title: 'mine' } } : {},
      );
      expect([action, answer.status, code(answer)]).toEqual([action, 404, 'RECORD_NOT_FOUND']);
    }
    expect((await administrator.get<Row>(`hxTestRecords:get/${places.west}`)).body.data.title).toBe('west');
  });
});

describe('relations as resources', () => {
  it('list what is in scope on both sides', async () => {
    const own = await list(east, {}, `hxTestAreas/${places.areas.estate}/records:list`);
    expect(own.body.data.map((row) => row.title)).toEqual(['east']);
    expect(own.body.data[0]).not.toHaveProperty('secret');
  });

  it('find nothing behind a record of another area', async () => {
    const answer = await list(east, {}, `hxTestAreas/${places.areas.west}/records:list`);
    expect([answer.status, code(answer)]).toEqual([404, 'RECORD_NOT_FOUND']);
    expect((await list(east, {}, `hxTestRecords/${places.west}/tags:list`)).status).toBe(404);
    expect((await list(east, {}, `hxTestRecords/${places.west}/friend:get`)).status).toBe(404);
  });

  it('refuse hidden fields and personal fields there as well', async () => {
    const path = `hxTestAreas/${places.areas.estate}/records:list`;
    expect((await list(east, { filter: { secret: 'x' } }, path)).status).toBe(403);
    expect((await list(east, { sort: 'phone' }, path)).status).toBe(403);
  });
});
