/** Charts show what people call a choice, not what the database holds. */
import { app, reset, root, type Client } from '@test/server/harness';

type Row = Record<string, unknown>;

let administrator: Client;
const choices = (...pairs: [string, string][]) => pairs.map(([value, label]) => ({ value, label }));
const choosing = (name: string, title: string, list: object[], more: object = {}) => ({
  ...{ name, type: 'string', interface: 'select' },
  uiSchema: { type: 'string', title, 'x-component': 'Select', enum: list },
  ...more,
});

beforeAll(async () => {
  await reset();
  administrator = await root();
  await administrator.post('collections:create', {
    name: 'chartTopics',
    title: '主题',
    fields: [
      { name: 'id', type: 'snowflakeId', primaryKey: true, interface: 'snowflakeId' },
      { name: 'title', type: 'string', interface: 'input', uiSchema: { title: '名称' } },
      choosing('kind', '类别', choices(['law', '法律'], ['health', '健康'])),
    ],
  });
  await administrator.post('collections:create', {
    name: 'chartVisits',
    title: '走访',
    fields: [
      { name: 'id', type: 'snowflakeId', primaryKey: true, interface: 'snowflakeId' },
      { name: 'note', type: 'string', interface: 'input', uiSchema: { title: '备注' } },
      choosing('state', '状态', choices(['onRoll', '在册'], ['left', '已离册'], ['gone', '已离册'])),
      choosing('mood', '心情', [{ value: 'good', label: '{{t("Yes", { ns: "client" })}}' }], {
        interface: 'radioGroup',
      }),
      choosing('times', '时间', choices(['sat', '周六'], ['sun', '周日']), {
        type: 'array',
        interface: 'multipleSelect',
      }),
      {
        ...{ name: 'topic', type: 'belongsTo', interface: 'm2o', target: 'chartTopics', foreignKey: 'topicId' },
        ...{ targetKey: 'id', uiSchema: { title: '主题', 'x-component': 'AssociationField' } },
      },
    ],
  });
  const { db } = app();
  const topic = await db.getRepository('chartTopics').create({ values: { title: '咨询', kind: 'law' } });
  const records = [
    { note: 'a', state: 'onRoll', mood: 'good', times: ['sat', 'sun'], topicId: topic.get('id') },
    { note: 'a', state: 'onRoll', mood: 'good', times: ['sat', 'sun'], topicId: topic.get('id') },
    { note: 'b', state: 'gone', mood: 'unknown', times: [], topicId: topic.get('id') },
    { note: 'c', state: null, times: null },
  ];
  await db.getRepository('chartVisits').createMany({ records });
});
afterAll(async () => {
  for (const name of ['chartVisits', 'chartTopics'])
    await administrator.post('collections:destroy', {}, { query: { filterByTk: name, cascade: true } });
});

const count = { field: ['id'], aggregation: 'count', alias: 'n' };
const ask = (query: object, language = 'zh-CN') =>
  administrator.post<Row[]>(
    'charts:queryData',
    {
      ...{ mode: 'builder', variableResolution: 'legacy-schema', dataSource: 'main', collection: 'chartVisits' },
      measures: [count],
      ...query,
    },
    { headers: { 'x-locale': language } },
  );
const rows = async (query: object, language?: string): Promise<Row[]> => {
  const answer = await ask(query, language);
  expect(answer.status).toBe(200);
  return answer.body.data.map((row) => ('n' in row ? { ...row, n: Number(row.n) } : row));
};

it.each<[string, object, Row[]]>([
  [
    'a select, with nothing chosen and with two choices of one name',
    { dimensions: [{ field: ['state'] }], orders: [{ field: ['n'], alias: 'n', order: 'desc' }] },
    [
      { state: '在册', n: 2 },
      { state: '已离册 (gone)', n: 1 },
      { state: null, n: 1 },
    ],
  ],
  [
    'an alias',
    { dimensions: [{ field: ['state'], alias: '状态' }], filter: { state: 'onRoll' } },
    [{ 状态: '在册', n: 2 }],
  ],
  [
    'several dimensions, one of them no choice',
    { dimensions: [{ field: ['state'] }, { field: ['note'] }], filter: { state: 'onRoll' } },
    [{ state: '在册', note: 'a', n: 2 }],
  ],
  [
    'a field of a related record',
    { dimensions: [{ field: ['topic', 'kind'] }], filter: { state: 'onRoll' } },
    [{ 'topic.kind': '法律', n: 2 }],
  ],
  [
    'several choices of one record',
    { dimensions: [{ field: ['times'] }], filter: { state: 'onRoll' } },
    [{ times: '周六、周日', n: 2 }],
  ],
  [
    'a value that is no choice',
    { dimensions: [{ field: ['mood'] }], filter: { note: 'b' } },
    [{ mood: 'unknown', n: 1 }],
  ],
  [
    'the greatest value, and no number',
    {
      measures: [
        { field: ['state'], aggregation: 'max', alias: 'last' },
        { field: ['state'], aggregation: 'count', alias: 'n' },
      ],
      filter: { state: 'onRoll' },
    },
    [{ last: '在册', n: 2 }],
  ],
])('%s', async (_, query, expected) => {
  const answer = await rows(query);
  expect(answer).toHaveLength(expected.length);
  expect(answer).toEqual(expect.arrayContaining(expected));
});

it('a label in the reader’s language, also from the cache of a reader of another', async () => {
  const query = {
    ...{ uid: 'chart-of-moods', cache: { enabled: true, ttl: 60 } },
    ...{ dimensions: [{ field: ['mood'] }], filter: { note: 'a' } },
  };
  expect(await rows(query, 'en-US')).toEqual([{ mood: 'Yes', n: 2 }]);
  expect(await rows(query, 'zh-CN')).toEqual([{ mood: '是', n: 2 }]);
  expect(await rows(query, 'en-US')).toEqual([{ mood: 'Yes', n: 2 }]);
});

it('the value behind a label is told beside the rows, for what a click opens', async () => {
  const answer = await ask({ dimensions: [{ field: ['state'] }] });
  expect(answer.body.meta).toMatchObject({ choices: { state: { 在册: 'onRoll', '已离册 (left)': 'left' } } });
});

it('rows without choices are answered as NocoBase answers them', async () => {
  const answer = await ask({ dimensions: [{ field: ['note'] }] });
  expect(Object.keys(answer.body)).toEqual(['data']);
});
