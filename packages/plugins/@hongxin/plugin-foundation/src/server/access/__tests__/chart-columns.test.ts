/** Charts count by what lists show, for every role, and say what they cannot count by; nothing is dropped in silence. */
import { chinaDay } from '@hongxin/rules/mechanism';
import { app, reset, root, type Answer, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, WEST } from '@test/server/foundation/places';

let clients: Record<'administrator' | 'official' | 'twoRoles' | 'member', Client>;
/** The month in China, as the clients are there: on the last evening of a month another one than Greenwich's. */
const month = () => chinaDay(new Date()).slice(0, 7);

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  clients = {
    administrator: await root(),
    official: await signInWithPosts('columns-both', 'hx-official', [EAST, WEST]),
    twoRoles: await signInWithPosts('columns-two', 'hx-official', [EAST, WEST], ['hx-member']),
    member: await signInWithPosts('columns-member', 'hx-member', []),
  };
  const { db } = app();
  const values = { ownerId: clients.member.userId, createdById: clients.official.userId };
  await db.getModel('hxTestRecords').update(values, { where: {}, hooks: false });
});

type Row = Record<string, unknown>;
const count = { field: ['id'], aggregation: 'count', alias: 'n' };
const DOORS: [string, (client: Client, query: object) => Promise<Answer<Row[]>>][] = [
  ['query', (client, query) => client.post('hxTestRecords:query', query)],
  [
    'chart',
    (client, query) =>
      client.post('charts:queryData', {
        mode: 'builder',
        variableResolution: 'legacy-schema',
        collection: 'hxTestRecords',
        ...query,
      }),
  ],
];
const READERS = ['administrator', 'official', 'twoRoles', 'member'] as const;
const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const numbers = (answer: Answer<Row[]>) => (answer.body.data ?? []).map(({ n }) => Number(n));

describe.each(DOORS)('%s', (_door, ask) => {
  describe.each(READERS)('%s', (reader) => {
    const asks = (query: object) => ask(clients[reader], query);

    it.each(['createdAt', 'updatedAt'])('counts by months of %s', async (name) => {
      const answer = await asks({ measures: [count], dimensions: [{ field: [name], format: 'YYYY-MM', alias: 'm' }] });
      expect(answer.body).toMatchObject({ data: [{ m: month() }] });
      expect(numbers(answer)).toEqual([2]);
    });

    it('takes the last moment beside a number, and alone', async () => {
      const last = { field: ['updatedAt'], aggregation: 'max', alias: 'last' };
      expect((await asks({ measures: [last, count] })).body.data?.[0]).toMatchObject({ last: expect.any(String) });
      expect((await asks({ measures: [last] })).body.data?.[0].last).toMatch(/^20/);
    });

    it.each([
      ['createdBy', 'nickname', 'columns-both'],
      ['owner', 'nickname', 'columns-member'],
    ])('counts by the label of %s, as a list shows it', async (relation, label, shown) => {
      const answer = await asks({ measures: [count], dimensions: [{ field: [relation, label], alias: 'who' }] });
      expect(answer.body).toMatchObject({ data: [{ who: shown }] });
    });

    it('heeds an order and a condition on a number by them', async () => {
      const dimensions = [{ field: ['createdAt'] }];
      const orders = [{ field: ['createdAt'], order: 'desc' }];
      const sorted = await asks({ dimensions, orders, limit: 3 });
      const moments = sorted.body.data.map(({ createdAt }) => String(createdAt));
      expect(moments).toEqual([...moments].sort().reverse());
      const having = { last: { $gt: '2100-01-01' } };
      const none = await asks({
        measures: [{ field: ['createdAt'], aggregation: 'max', alias: 'last' }],
        dimensions: [{ field: ['title'] }],
        having,
      });
      expect([none.status, none.body.data]).toEqual([200, []]);
    });

    it('refuses an order by what is not counted, in words', async () => {
      const answer = await asks({
        measures: [count],
        dimensions: [{ field: ['title'] }],
        orders: [{ field: ['createdAt'] }],
      });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'CHART_ORDER_UNKNOWN']);
    });
  });

  it.each<[string, object]>([
    ['a dimension', { measures: [count], dimensions: [{ field: ['secret'] }] }],
    ['the name of another column', { dimensions: [{ field: ['secret'], alias: 'title' }] }],
    ['an order', { dimensions: [{ field: ['title'] }], orders: [{ field: ['secret'] }] }],
    [
      'an order beside an honest one',
      { dimensions: [{ field: ['title'] }], orders: [{ field: ['secret'], alias: 'x' }] },
    ],
  ])('a closed field stays closed: %s', async (_title, query) => {
    const answer = await ask(clients.official, query);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FIELD_NOT_VISIBLE']);
  });

  it('an order by a name does not order by the column of that name', async () => {
    const query = (order: string) => ({
      dimensions: [{ field: ['title'], alias: 'secret' }],
      orders: [{ field: ['secret'], order }],
    });
    const titles = async (order: string) =>
      (await ask(clients.official, query(order))).body.data.map(({ secret }) => secret);
    expect([await titles('asc'), await titles('desc')]).toEqual([
      ['east', 'west'],
      ['west', 'east'],
    ]);
  });

  const long = '字'.repeat(21);
  it.each<[string, string, number | string]>([
    ...['toString', 'constructor', 'hasOwnProperty', 'valueOf', '__proto__', '*'].map(
      (name): [string, string, string] => [name, name, 'CHART_NAME_INVALID'],
    ),
    ['21 characters', long, 200],
    ['22 characters', `${long}甲`, 'CHART_NAME_LONG'],
  ])('a column called %s', async (_title, alias, expected) => {
    const order = { field: alias.split('.'), order: 'asc' };
    for (const client of [clients.administrator, clients.official])
      for (const query of [
        { measures: [{ ...count, alias }], dimensions: [{ field: ['title'] }] },
        { measures: [count], dimensions: [{ field: ['title'], alias }] },
        { measures: [{ ...count, alias }], dimensions: [{ field: ['title'] }], orders: [order] },
        { dimensions: [{ field: ['title'], alias }], orders: [order] },
      ]) {
        const answer = await ask(client, query);
        expect(codeOf(answer) ?? answer.status).toBe(expected);
        if (expected === 200) expect(Object.keys(answer.body.data[0])).toContain(alias);
      }
  });

  it('a name with a dot is a name like others, unless the chart is sorted by it', async () => {
    const query = { measures: [{ ...count, alias: 'a.b' }], dimensions: [{ field: ['title'] }] };
    for (const client of [clients.administrator, clients.official]) {
      expect((await ask(client, query)).body.data[0]).toMatchObject({ 'a.b': 1 });
      for (const order of [{ field: ['a', 'b'] }, { field: ['id'], alias: 'a.b' }])
        expect(codeOf(await ask(client, { ...query, orders: [order] }))).toBe('CHART_NAME_INVALID');
      const related = { field: ['area', 'name'] };
      const sorted = await ask(client, { measures: [count], dimensions: [related], orders: [related] });
      expect([sorted.status, sorted.body.data.length]).toEqual([200, 2]);
    }
  });

  it.each<[string, object, string]>([
    ['a name twice', { measures: [count, { ...count, aggregation: 'max' }] }, 'CHART_NAME_TWICE'],
    [
      'a name twice, unsaid',
      { measures: [{ field: ['id'], aggregation: 'count' }, { field: ['id'] }] },
      'CHART_NAME_TWICE',
    ],
    ['a condition named constructor', { measures: [count], having: { constructor: 1 } }, 'NAME_RESERVED'],
    ['a condition named toString', { measures: [count], having: { toString: 1 } }, 'CHART_HAVING_UNKNOWN'],
    [
      'an offset beyond counting',
      { dimensions: [{ field: ['title'] }], offset: '9223372036854775808' },
      'CHART_INVALID',
    ],
    ['a field of another name', { dimensions: [{ field: ['constructor'] }] }, 'FIELD_UNKNOWN'],
    ['the last of a relation', { measures: [{ field: ['tags'], aggregation: 'max' }] }, 'CHART_INVALID'],
  ])('says what is wrong: %s', async (_title, query, code) => {
    for (const client of [clients.administrator, clients.official]) {
      const answer = await ask(client, query);
      expect([answer.status, codeOf(answer)]).toEqual([400, code]);
    }
  });
});

it('what no answer holds is nobody’s to count, filter or sort by', async () => {
  for (const query of [
    { measures: [count], dimensions: [{ field: ['password'] }] },
    { measures: [{ field: ['password'], aggregation: 'max' }] },
    { measures: [count], filter: { password: { $ne: null } } },
  ]) {
    const answer = await clients.administrator.post('users:query', query);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FIELD_NOT_VISIBLE']);
  }
});
