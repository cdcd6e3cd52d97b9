/** Charts, exports, imports and templates: the ways to records that do not go through list and get. */
import { read, utils, write } from '@e965/xlsx';
import { app, reset, root, server, type Client } from '@test/server/harness';
import {
  EAST,
  fillPlaces,
  foundation,
  preparePlaces,
  signInWithPosts,
  type Places,
} from '@test/server/foundation/places';

let places: Places;
let east: Client;
let nowhere: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  east = await signInWithPosts('paths-east', 'hx-official', [EAST]);
  nowhere = await signInWithPosts('paths-nowhere', 'hx-official', []);
  administrator = await root();
});

type Answer = Awaited<ReturnType<Client['post']>>;
const code = (answer: Answer) => answer.body.errors?.[0]?.code;
const records = () => app().db.getRepository('hxTestRecords');

describe('charts', () => {
  const count = [{ field: ['title'], aggregation: 'count', alias: 'count' }];
  const chart = (client: Client, query: object) =>
    client.post<Record<string, unknown>[]>('charts:queryData', {
      mode: 'builder',
      variableResolution: 'legacy-schema',
      dataSource: 'main',
      collection: 'hxTestRecords',
      measures: count,
      ...query,
    });
  const query = (client: Client, body: object) =>
    client.post<Record<string, unknown>[]>('hxTestRecords:query', { measures: count, ...body });

  it('count within the scope of the caller', async () => {
    for (const [client, expected] of [
      [east, 1],
      [nowhere, 0],
      [administrator, 2],
    ] as const) {
      for (const ask of [chart, query]) {
        const answer = await ask(client, {});
        expect([answer.status, answer.body.data?.map((row) => Number(row.count)) ?? answer.body]).toEqual([
          200,
          [expected],
        ]);
      }
    }
  });

  it('are not answered from another person’s cache', async () => {
    const cached = { uid: 'chart-1', cache: { enabled: true, ttl: 60 } };
    expect(Number((await chart(east, cached)).body.data[0].count)).toBe(1);
    expect(Number((await chart(nowhere, cached)).body.data[0].count)).toBe(0);
  });

  it.each<[string, object]>([
    ['a hidden dimension', { dimensions: [{ field: ['secret'] }] }],
    ['a hidden measure', { measures: [{ field: ['secret'], aggregation: 'max' }] }],
    ['a hidden field to filter by', { filter: { secret: 'x' } }],
    ['a hidden field to order by', { orders: [{ field: ['secret'], order: 'asc' }] }],
    ['a related field beyond the label', { dimensions: [{ field: ['area', 'note'] }] }],
    ['a related field to filter by', { filter: { friend: { amount: 7 } } }],
  ])('refuse %s', async (_, body) => {
    for (const ask of [chart, query])
      expect([(await ask(east, body)).status, code(await ask(east, body))]).toEqual([403, 'FIELD_NOT_VISIBLE']);
  });

  it('refuse personal fields to everybody, except to count them', async () => {
    for (const client of [east, administrator]) {
      for (const body of [
        { dimensions: [{ field: ['phone'] }] },
        { measures: [{ field: ['phone'], aggregation: 'max' }] },
        { filter: { phone: '1' } },
        { dimensions: [{ field: ['friend', 'phone'] }] },
      ]) {
        expect(code(await chart(client, body))).toBe('PERSONAL_FIELD_FILTER');
      }
      expect(
        (await chart(client, { measures: [{ field: ['phone'], aggregation: 'count', alias: 'phones' }] })).status,
      ).toBe(200);
    }
  });

  it.each<[string, object]>([
    ['an unknown field', { dimensions: [{ field: ['nothing'] }] }],
    ['an unknown aggregation', { measures: [{ field: ['amount'], aggregation: 'pg_sleep' }] }],
    ['the sum of a text', { measures: [{ field: ['title'], aggregation: 'sum' }] }],
    ['a format with SQL', { dimensions: [{ field: ['createdAt'], format: "YYYY'); --" }] }],
    ['an unknown collection', { collection: 'nothing' }],
    ['a path through an unknown collection', { collection: 'nothing.at.all' }],
    ['measures that are none', { measures: 'all' }],
    ['a limit that is none', { limit: 'x' }],
  ])('answer 400 to %s', async (_, body) => {
    const answer = await chart(east, body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toMatch(/SELECT/i);
  });
});

describe('exports', () => {
  const columns = [
    ['title'],
    ['phone'],
    ['secret'],
    ['area', 'name'],
    ['friend', 'title'],
    ['friend', 'phone'],
    ['friend', 'amount'],
  ].map((dataIndex) => ({ dataIndex, defaultTitle: dataIndex.join('.') }));
  const download = async (client: Client, path = 'hxTestRecords:export', query = '') => {
    const response = await fetch(`${server().url}/api/${path}?title=x${query}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'content-type': 'application/json',
        ...(client.role ? { 'x-role': client.role } : {}),
      },
      body: JSON.stringify({ columns }),
    });
    if (response.status !== 200) return { status: response.status, rows: [] };
    const workbook = read(Buffer.from(await response.arrayBuffer()));
    return {
      status: 200,
      rows: utils.sheet_to_json<Record<string, unknown>>(workbook.Sheets[workbook.SheetNames[0]], {
        defval: null,
        raw: true,
      }),
    };
  };
  const text = (rows: object[]) => JSON.stringify(rows);

  it('hold the scope, the fields and the masks', async () => {
    const { status, rows } = await download(east);
    expect(status).toBe(200);
    expect(rows).toHaveLength(1);
    expect(text(rows)).toContain('138****0001');
    expect(text(rows)).toContain('west'); // the label of the friend
    expect(text(rows)).not.toMatch(/secret of|13800000001|13900000002|139\*/);
    expect((await download(nowhere)).rows).toHaveLength(0);
    const all = await download(administrator);
    expect(all.rows).toHaveLength(2);
    expect(text(all.rows)).not.toMatch(/13800000001|13900000002/);
  });

  it('hold them through a relation as well', async () => {
    const own = await download(east, `hxTestAreas/${places.areas.estate}/records:export`);
    expect(own.rows).toHaveLength(1);
    expect(text(own.rows)).not.toMatch(/secret of|13800000001/);
    expect((await download(east, `hxTestAreas/${places.areas.west}/records:export`)).status).toBe(404);
  });

  it('refuse hidden fields to filter and sort by', async () => {
    expect(
      (await download(east, 'hxTestRecords:export', `&filter=${encodeURIComponent('{"secret":"x"}')}`)).status,
    ).toBe(403);
    expect((await download(east, 'hxTestRecords:export', '&sort=phone')).status).toBe(403);
  });

  it('neutralise what a spreadsheet would calculate', async () => {
    const row = await records().create({
      values: { title: '=HYPERLINK("http://x","y")', areaId: places.areas.estate },
    });
    const { rows } = await download(east);
    expect(text(rows)).toContain("'=HYPERLINK");
    await records().destroy({ filterByTk: row.get('id') as number });
  });

  it('wait for each other', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => download(east)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('imports', () => {
  const COLUMNS = [
    { dataIndex: ['title'], defaultTitle: '标题' },
    { dataIndex: ['phone'], defaultTitle: '电话' },
    { dataIndex: ['amount'], defaultTitle: '数量' },
    { dataIndex: ['area', 'code'], defaultTitle: '区域' },
  ];
  const upload = async (
    client: Client,
    rows: unknown[][],
    columns: object[] = COLUMNS,
    collection = 'hxTestRecords',
  ) => {
    const sheet = utils.aoa_to_sheet([
      columns.map((column) => (column as { defaultTitle: string }).defaultTitle),
      ...rows,
    ]);
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, sheet, 'x');
    const form = new FormData();
    form.append(
      'file',
      new Blob([new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer)]),
      'x.xlsx',
    );
    form.append('columns', JSON.stringify(columns));
    return client.post<{ successCount: number }>(`${collection}:importXlsx`, form);
  };
  const good = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => [`row ${from + index}`, '13800000009', index, '370681001001001']);

  it('writes every row with its area, and leaves a trace', async () => {
    const answer = await upload(east, good(3));
    expect([answer.status, answer.body.data.successCount]).toEqual([200, 3]);
    const rows = await records().find({ filter: { 'title.$startsWith': 'row ' } });
    expect(rows.map((row: { get(name: string): unknown }) => [row.get('areaCode'), row.get('areaId')])).toEqual(
      Array(3).fill(['370681001001001', places.areas.estate]),
    );
    expect((await app().db.getRepository('hxEvents').findOne({ sort: '-id' }))?.toJSON()).toMatchObject({
      transition: 'import',
      collectionName: 'hxTestRecords',
    });
    await records().destroy({ filter: { 'title.$startsWith': 'row ' } });
  });

  it('writes nothing when row 2,000 of 4,000 is bad, and names the row', async () => {
    const before = await records().count();
    const rows = good(4000);
    rows[1998] = ['bad', '13800000009', 'many' as never, '370681001001001'];
    const answer = await upload(east, rows);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ code: 'IMPORT_ROW', field: 'amount', params: expect.objectContaining({ row: 2000 }) }),
    ]);
    expect(answer.body.errors?.[0].message).toContain('2000');
    expect(await records().count()).toBe(before);
  });

  it('lists every problem with its row: other areas, unknown areas, masks', async () => {
    const before = await records().count();
    const answer = await upload(east, [
      ...good(1),
      ['x', '', 1, '370681001002'],
      ['x', '', 1, '999'],
      ['x', '138****0001', 1, '370681001001001'],
    ]);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ params, field }) => [(params as { row: number }).row, field])).toEqual([
      [3, 'area'],
      [4, 'area'],
      [5, 'phone'],
    ]);
    // An area of another community reads like one that does not exist.
    const [outside, unknown] = answer.body.errors!.map(({ message }) => message.replace(/\d+/g, ''));
    expect(outside).toBe(unknown);
    expect(await records().count()).toBe(before);
  });

  it('asks the checks of domains', async () => {
    foundation().imports.registerRowCheck('hxTestRecords', async (rows) =>
      rows
        .filter(({ values }) => values.title === 'forbidden')
        .map(({ row }) => ({ row, reason: { code: 'VALUE_TAKEN', params: { field: 'title' }, field: 'title' } })),
    );
    const answer = await upload(east, [['forbidden', '', 1, '370681001001001']]);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field: 'title', params: expect.objectContaining({ row: 2, code: 'VALUE_TAKEN' }) }),
    ]);
  });

  it('refuses columns that are not the caller’s to fill, files that are none, and callers without the right', async () => {
    expect(
      (await upload(east, [['x', 's']], [COLUMNS[0], { dataIndex: ['secret'], defaultTitle: '内部' }])).status,
    ).toBe(403);
    expect(
      (await upload(administrator, [['x', 's']], [COLUMNS[0], { dataIndex: ['number'], defaultTitle: '编号' }])).status,
    ).toBe(403);
    const form = new FormData();
    form.append('file', new Blob(['not a workbook, no']), 'x.xlsx');
    form.append('columns', '{broken');
    expect((await east.post('hxTestRecords:importXlsx', form)).status).toBe(400);
    const member = await signInWithPosts('paths-member', 'hx-member', []);
    expect((await upload(member, good(1))).status).toBe(403);
    expect((await upload(nowhere, good(1))).status).toBe(400);
  });
});
