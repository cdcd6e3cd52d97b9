/** Export, change, import, on every list that has an import: exactly what was changed is changed. */
import { read, utils, write } from '@e965/xlsx';
import { app, reset, server, type Client } from '@test/server/harness';
import type { DomainPlugin } from '@hongxin/plugin-foundation';
import { buildTown, create, type Town } from '@test/server/registration/town';

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});

interface Column {
  dataIndex: string[];
  title: string;
}
type Line = (string | number | null)[];

/** What the client's action adds to every sheet. */
const RECORD_ID: Column = { dataIndex: ['id'], title: '记录标识' };

/** Columns of every seeded import, by collection. */
function imports(): Map<string, Column[]> {
  const found = new Map<string, Column[]>();
  const plugins = ['registration', 'governance'].map((name) => app().pm.get(`@hongxin/plugin-${name}`) as DomainPlugin);
  for (const page of plugins.flatMap(({ domain }) => domain.pages ?? [])) {
    const blocks = JSON.stringify(page.blueprint);
    for (const action of page.ownActions ?? []) {
      if (action.use !== 'ImportActionModel') continue;
      const collection = new RegExp(`"key":"${action.block}"[^{}]*"collection":"(\\w+)"`).exec(blocks)?.[1];
      const params = action.stepParams as { importActionSetting: { importSetting: { importColumns: Column[] } } };
      if (collection) found.set(collection, [...params.importActionSetting.importSetting.importColumns, RECORD_ID]);
    }
  }
  return found;
}

async function exported(client: Client, collection: string, columns: Column[]): Promise<Line[]> {
  const response = await fetch(`${server().url}/api/${collection}:export?title=x`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'x-role': client.role ?? '',
      'x-locale': 'en-US',
      'x-timezone': '+08:00',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ columns: columns.map((column) => ({ ...column, defaultTitle: column.title })) }),
  });
  const book = read(Buffer.from(await response.arrayBuffer()), { type: 'buffer' });
  return utils.sheet_to_json<Line>(book.Sheets[book.SheetNames[0]], { header: 1, defval: null }).slice(1);
}

function form(columns: Column[], rows: Line[]): FormData {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([columns.map(({ title }) => title), ...rows]), 'x');
  const data = new FormData();
  data.append(
    'file',
    new Blob([new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)]),
    'x.xlsx',
  );
  data.append('columns', JSON.stringify(columns));
  return data;
}

const stored = async (collection: string) =>
  (await app()
    .db.getModel(collection)
    .findAll({ order: [['id', 'ASC']], raw: true })) as unknown as Record<string, unknown>[];
const eventCount = () => app().db.getRepository('hxEvents').count();

interface Row {
  collection: string;
  client: () => Client;
  change: string;
  to: string;
  make: () => Promise<unknown>;
  /** What the server fills in along with the change. */
  along?: readonly string[];
}

const ROWS: Row[] = [
  { collection: 'hxUnits', client: () => town.city_, change: '地址', to: '新址1号', make: async () => town.work },
  { collection: 'hxAreas', client: () => town.city_, change: '说明', to: '新的说明', make: async () => town.east },
  {
    collection: 'hxOrganizations',
    client: () => town.city_,
    change: '善治品牌',
    to: '红心',
    make: async () => town.committee,
  },
  {
    collection: 'hxPersons',
    client: () => town.city_,
    change: '出生年份',
    to: '1980',
    make: () =>
      create(town.administrator, 'hxPersons', {
        name: '于海',
        phone: '13800001111',
        areaId: town.building.id,
        doorNumber: '301',
        skills: ['law'],
      }),
  },
  {
    collection: 'hxPosts',
    client: () => town.city_,
    change: '任期结束',
    to: '2031-05-06',
    make: async () => town.community,
  },
  {
    collection: 'hxCalendarDays',
    client: () => town.city_,
    change: '节日',
    to: '改名',
    make: async () => null,
    // a day that the city has changed is no longer the official one
    along: ['source'],
  },
  {
    collection: 'hxYearTargets',
    client: () => town.city_,
    change: '说明',
    to: '新的说明',
    make: () =>
      create(town.administrator, 'hxYearTargets', {
        ...{ year: 2031, subject: 'member', areaId: town.city.id },
        ...{ hours: 12, times: 2, claims: 1 },
      }),
  },
  {
    collection: 'hxNeeds',
    client: () => town.community,
    change: '需求',
    to: '改过的需求',
    make: () =>
      create(town.community, 'hxNeeds', {
        title: '修楼道灯',
        description: '三单元',
        areaId: town.eastEstate.id,
        contactName: '于海',
        contactPhone: '13800001111',
      }),
  },
  {
    collection: 'hxCoProjects',
    client: () => town.community,
    change: '实施办法',
    to: '分两批上门',
    make: () => create(town.liaison, 'hxCoProjects', { title: '上门义诊', unitId: town.work.id, areaId: town.east.id }),
  },
  {
    collection: 'hxResources',
    client: () => town.street_,
    change: '使用条件',
    to: '提前预约',
    make: () =>
      create(town.street_, 'hxResources', {
        title: '会议室',
        kind: 'venue',
        areaId: town.east.id,
        unitId: town.work.id,
      }),
  },
];

it.each(ROWS.map((row) => [row.collection, row] as const))(
  '%s: an export that comes back changes nothing; changed cells change exactly themselves',
  async (collection, { client, change, to, make, along = [] }) => {
    await make();
    const columns = imports().get(collection) as Column[];
    const sheet = await exported(client(), collection, columns);
    expect(sheet.length).toBeGreaterThan(0);
    const before = await stored(collection);
    const events = await eventCount();
    const same = await client().post<object>(`${collection}:importXlsx`, form(columns, sheet));
    expect([same.status, same.body.errors ?? same.body.data]).toEqual([
      200,
      { successCount: 0, created: 0, changed: 0, unchanged: sheet.length },
    ]);
    expect(await stored(collection)).toEqual(before);
    expect(await eventCount()).toBe(events);
    const position = columns.findIndex(({ title }) => title === change);
    const id = String(sheet[0][columns.length - 1]);
    const changed = sheet.map((line, index) =>
      index === 0 ? line.map((cell, at) => (at === position ? to : cell)) : line,
    );
    const answer = await client().post<object>(`${collection}:importXlsx`, form(columns, changed));
    expect([answer.status, answer.body.errors ?? answer.body.data]).toEqual([
      200,
      { successCount: 1, created: 0, changed: 1, unchanged: sheet.length - 1 },
    ]);
    const after = await stored(collection);
    const differing = after.flatMap((row, index) =>
      Object.keys(row)
        .filter((name) => !/^updated/.test(name) && JSON.stringify(row[name]) !== JSON.stringify(before[index][name]))
        .map((name) => `${String(row.id)} ${name}`),
    );
    const expected = [columns[position].dataIndex[0], ...along].map((name) => `${id} ${name}`);
    expect([...differing].sort()).toEqual(expected.sort());
  },
);

it('every seeded import is walked above', () => {
  const walked = new Set(ROWS.map(({ collection }) => collection));
  expect([...imports().keys()].filter((name) => !walked.has(name))).toEqual([]);
});

it('units without a code are found by name and area, and a second code for the same name is named', async () => {
  const columns = (imports().get('hxUnits') as Column[]).slice(0, -1);
  const all = await exported(town.city_, 'hxUnits', columns);
  const names = columns.map(({ title }) => title);
  const line = all.find((each) => each[0] === '市档案馆') as Line;
  const again = line.map((cell, index) => (names[index] === '隶属单位' ? '市委办' : cell));
  const answer = await town.city_.post<object>('hxUnits:importXlsx', form(columns, [again]));
  expect([answer.status, answer.body.data]).toEqual([200, { successCount: 1, created: 0, changed: 1, unchanged: 0 }]);
});

/** Lists that somebody keeps at home, without ids, numbers or codes. */
const AT_HOME: [string, () => Client, Record<string, unknown>[], Record<string, unknown>][] = [
  [
    'hxPersons',
    () => town.city_,
    [
      { 姓名: '于大海', 联系电话: '13800002222', 区域代码: () => town.building.code, 出生年份: '1970' },
      { 姓名: '于大海', 联系电话: '13900003333', 区域代码: () => town.building.code, 出生年份: '1971' },
    ],
    { 出生年份: '1972' },
  ],
  [
    'hxNeeds',
    () => town.community,
    [
      { 需求: '加装扶手', 区域代码: () => town.eastEstate.code, 联系电话: '13800002222', 需要人数: '2' },
      { 需求: '加装扶手', 区域代码: () => town.eastEstate.code, 联系电话: '13800002222', 需要人数: '3' },
    ],
    {},
  ],
  [
    'hxResources',
    () => town.street_,
    [{ 资源名称: '投影仪', 资源类型: 'venue', 单位: () => town.work.name, 区域代码: () => town.east.code }],
    {},
  ],
  [
    'hxCoProjects',
    () => town.street_,
    [{ 项目: '爱心理发', 单位: () => town.work.name, 区域代码: () => town.east.code, 完成期限: '2031-05-06' }],
    {},
  ],
];

it.each(AT_HOME)('%s: a list without ids or codes that comes twice makes nothing twice', async (...given) => {
  const [collection, client, rows, change] = given;
  const columns = (imports().get(collection) as Column[]).slice(0, -1);
  const lineOf = (row: Record<string, unknown>): Line =>
    columns.map(({ title }) => {
      const value = row[title];
      return (typeof value === 'function' ? String((value as () => unknown)()) : (value ?? null)) as Line[number];
    });
  const send = async (lines: Line[]) => {
    const { status, body } = await client().post<object>(`${collection}:importXlsx`, form(columns, lines));
    return [status, body.errors ?? body.data];
  };
  const sheet = rows.map(lineOf);
  const made = { successCount: sheet.length, created: sheet.length, changed: 0, unchanged: 0 };
  expect(await send(sheet)).toEqual([200, made]);
  const before = await stored(collection);
  expect(await send(sheet)).toEqual([200, { successCount: 0, created: 0, changed: 0, unchanged: sheet.length }]);
  expect(await stored(collection)).toEqual(before);
  if (Object.keys(change).length === 0) return;
  const changed = [lineOf({ ...rows[0], ...change }), ...sheet.slice(1)];
  expect(await send(changed)).toEqual([200, { successCount: 1, created: 0, changed: 1, unchanged: sheet.length - 1 }]);
});

it('a person is found by the name and what is seen of the phone: hidden digits are neither told nor overwritten', async () => {
  const columns = (imports().get('hxPersons') as Column[]).filter(({ title }) => ['姓名', '联系电话'].includes(title));
  const names = columns.map(({ title }) => title);
  const line = (phone: string): Line => names.map((name) => (name === '姓名' ? '于小海' : phone));
  const values = { name: '于小海', phone: '13811112222', areaId: town.building.id };
  await create(town.administrator, 'hxPersons', values);
  for (const phone of ['13811112222', '13833332222', '138****2222', '１３８１１１１２２２２']) {
    const { body } = await town.city_.post<object>('hxPersons:importXlsx', form(columns, [line(phone)]));
    expect([phone, body.errors ?? body.data]).toEqual([
      phone,
      { successCount: 0, created: 0, changed: 0, unchanged: 1 },
    ]);
  }
  const twice = await town.city_.post(
    'hxPersons:importXlsx',
    form(columns, [line('13811112222'), line('13811112222')]),
  );
  expect(twice.status).toBe(400);
});
