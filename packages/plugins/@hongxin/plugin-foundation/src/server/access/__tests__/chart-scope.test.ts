/** Charts count within the scope, whatever they filter by and whatever data source they name; so does MCP. */
import { app, reset, root, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts, WEST } from '@test/server/foundation/places';

let east: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  east = await signInWithPosts('chart-east', 'hx-official', [EAST]);
  administrator = await root();
});

const measures = [{ field: ['title'], aggregation: 'count', alias: 'n' }];
const body = (more: object) => ({
  mode: 'builder',
  variableResolution: 'legacy-schema',
  collection: 'hxTestRecords',
  measures,
  ...more,
});
type Count = { n: number }[];
const doors: [string, (client: Client, more: object) => ReturnType<Client['post']>][] = [
  ['chart', (client, more) => client.post<Count>('charts:queryData', body(more))],
  [
    'chart in the mode of SQL',
    (client, more) => client.post<Count>('charts:queryData', body({ ...more, mode: 'sql' })),
  ],
  ['query', (client, more) => client.post<Count>('hxTestRecords:query', { measures, ...more })],
];
const counted = (answer: Awaited<ReturnType<Client['post']>>) => Number((answer.body.data as Count)?.[0]?.n);

describe.each(doors)('%s', (_, ask) => {
  it.each<[string, object, number]>([
    ['$notIn', { areaCode: { $notIn: ['x'] } }, 1],
    ['dotted $ne', { 'areaCode.$ne': 'x' }, 1],
    ['nested', { $or: [{ areaCode: { $ne: 'x' } }] }, 1],
    ['not empty', { areaCode: { $empty: false } }, 1],
    ['an honest one that fits nothing', { areaCode: 'zzz' }, 0],
    ['an honest one on the other side', { areaCode: { $startsWith: WEST } }, 0],
    ['an honest one on one’s own side', { areaCode: { $startsWith: EAST } }, 1],
    ['an honest or', { $or: [{ title: 'nothing' }, { areaCode: 'zzz' }] }, 0],
    ['an honest and', { $and: [{ areaCode: { $startsWith: EAST } }, { title: 'nothing' }] }, 0],
  ])('a filter on the key of the scope: %s', async (_title, filter, most) => {
    const answer = await ask(east, { filter });
    expect([answer.status, counted(answer) <= most]).toEqual([200, true]);
    const list = await east.get('hxTestRecords:list', { filter });
    expect(counted(answer)).toBe(list.body.meta?.count);
  });

  it.each([
    [{ filter: { areaCode: { $ne: 0 } } }, 'FILTER_INVALID'],
    [{ filter: { areaCode: 'x', 'areaCode.$ne': 'x' } }, 'FILTER_INVALID'],
    [{ filter: { title: { $includes: 5 } } }, 'FILTER_INVALID'],
    [{ filter: [{ areaCode: 'x' }] }, 'CHART_INVALID'],
    [{ measures: [{ field: ['title'], aggregation: 'count', alias: '"' }] }, 'CHART_INVALID'],
    [{ dimensions: [{ field: ['area'] }] }, 'CHART_INVALID'],
    [{ having: { n: { $includes: 'x' } } }, 'PARAMETER_INVALID'],
    [{ filter: { createdAt: { $dateOn: 'x' } } }, 'FILTER_INVALID'],
    [{ having: { nope: 1 } }, 'CHART_HAVING_UNKNOWN'],
    [{ having: { $and: [{ n: { $gt: 0 } }, { nope: { $gt: 0 } }] } }, 'CHART_HAVING_UNKNOWN'],
    [{ filter: { area: 5 } }, 'FILTER_RELATION'],
    [{ filter: { $or: [{ lines: {} }] } }, 'FILTER_RELATION'],
  ])('says what is wrong in words: %j', async (more, code) => {
    const answer = await ask(east, more);
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, code]);
  });
});

it.each([[null], ['nope'], [0], [false], [{}], [[]], [['main']], ['MAIN'], [' main'], ['__proto__'], [true]])(
  'a data source that is none is refused, not taken for the main one: %j',
  async (dataSource) => {
    for (const client of [east, administrator]) {
      const answer = await client.post('charts:queryData', body({ dataSource, dimensions: [{ field: ['phone'] }] }));
      expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, 'DATA_SOURCE_UNKNOWN']);
    }
    const record = { collection: 'hxTestRecords', filterByTk: 1, dataSourceKey: dataSource };
    const variables = await east.post('variables:resolve', { template: {}, contextParams: { record } });
    expect(variables.body.errors?.[0]?.code).toBe('DATA_SOURCE_UNKNOWN');
  },
);

it.each(['nope', 'MAIN', 'main, main', '{}', 'null'])('nor in the header: %s', async (name) => {
  const answer = await east.call('GET', 'hxTestRecords:list', { headers: { 'x-data-source': name } });
  expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, 'DATA_SOURCE_UNKNOWN']);
});

it('counts within the scope through MCP', async () => {
  const call = (values: object) => ({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'resource_query', arguments: { resource: 'hxTestRecords', measures, ...values } },
  });
  const headers = { accept: 'application/json, text/event-stream' };
  const answer = await east.post('mcp', call({ filter: { areaCode: { $notIn: ['x'] } } }), { headers });
  expect(JSON.stringify(answer.body)).toContain('\\\\\\"n\\\\\\":1}');
  const other = await east.post('mcp', call({ dataSource: 'MAIN' }), { headers });
  expect(JSON.stringify(other.body)).toContain('DATA_SOURCE_UNKNOWN');
});

it('answers an administrator’s cached chart to nobody else', async () => {
  const cached = { uid: 'chart-scope', cache: { enabled: true, ttl: 60 } };
  await requireChartCache();
  const first = await administrator.post('charts:queryData', body(cached));
  expect([first.status, first.body.errors]).toEqual([200, undefined]);
  expect(counted(first)).toBeGreaterThan(1);
  for (const more of [cached, { ...cached, dataSource: 'main' }])
    expect(counted(await east.post('charts:queryData', body(more)))).toBe(1);
  expect(app().db.hasCollection('hxTestRecords')).toBe(true);
});

/** A process that has just installed NocoBase goes on without the cache that its charts make when they are loaded. */
async function requireChartCache(): Promise<void> {
  const name = 'data-visualization';
  const { cacheManager } = app() as unknown as {
    cacheManager: {
      caches: Map<string, unknown>;
      createCache(options: { name: string; store: string }): Promise<unknown>;
    };
  };
  if (!cacheManager.caches.has(name)) await cacheManager.createCache({ name, store: 'memory' });
}
