/** What a field takes holds on a table of an administrator's as on one of the pack's. */
import { app, reset, root, type Client } from '@test/server/harness';
import { dropTable, FIELDS, makeTable } from '@test/server/foundation/visits';

const TABLE = 'ownValues';
let administrator: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
  await makeTable(administrator, TABLE, FIELDS);
});
afterAll(async () => {
  await dropTable(administrator, TABLE);
});

const create = (values: object) =>
  administrator.post<Record<string, unknown>>(`${TABLE}:create`, values, { headers: { 'x-locale': 'zh-CN' } });

it.each([
  [{ day: '2026-02' }, 'DAY_IS_MONTH', '日期'],
  [{ day: '2026-02-30' }, 'DAY_IMPOSSIBLE', '2026-02-30'],
  [{ day: [] }, 'VALUE_NOT_A_DATE', '日期'],
  [{ day: {} }, 'VALUE_NOT_A_DATE', '日期'],
  [{ at: {} }, 'VALUE_NOT_A_DATE', '时间'],
  [{ at: '2026-02-30 10:00:00' }, 'DAY_IMPOSSIBLE', '2026-02-30'],
  [{ at: 'soon' }, 'VALUE_NOT_A_DATE', '时间'],
  [{ moment: [] }, 'VALUE_NOT_A_DATE', '时刻'],
  [{ moment: '2026-02-30' }, 'DAY_IMPOSSIBLE', '2026-02-30'],
  [{ seconds: {} }, 'VALUE_NOT_A_DATE', '时间戳'],
  [{ seconds: 'soon' }, 'VALUE_NOT_A_DATE', '时间戳'],
  [{ clock: '25:00' }, 'VALUE_NOT_A_TIME', '钟点'],
  [{ clock: {} }, 'VALUE_NOT_A_TIME', '钟点'],
  [{ share: '5%' }, 'VALUE_NOT_A_NUMBER', '比例'],
  [{ share: {} }, 'VALUE_NOT_A_NUMBER', '比例'],
  [{ people: '1e3' }, 'VALUE_NOT_INTEGER', '人数'],
  [{ people: true }, 'VALUE_NOT_INTEGER', '人数'],
  [{ ok: 'yes' }, 'VALUE_NOT_A_BOOLEAN', '完成'],
  [{ ok: 5 }, 'VALUE_NOT_A_BOOLEAN', '完成'],
  [{ tags: 5 }, 'VALUE_NOT_A_LIST', '标签'],
  [{ tags: {} }, 'VALUE_NOT_A_LIST', '标签'],
  [{ tags: ['zz'] }, 'VALUE_NOT_A_CHOICE', '标签'],
  [{ kind: 'zz' }, 'VALUE_NOT_A_CHOICE', '类别'],
  [{ name: {} }, 'VALUE_NOT_TEXT', '名称'],
  [{ name: 'a\0b' }, 'VALUE_UNREADABLE', '名称'],
  [{ note: 'half \ud83d' }, 'VALUE_UNREADABLE', '备注'],
  [{ name: 'x'.repeat(256) }, 'VALUE_TOO_LONG', '名称'],
  [{ nope: 1 }, 'UNKNOWN_FIELD', 'nope'],
  [{ constructor: 1 }, 'NAME_RESERVED', 'constructor'],
])('%j is refused as %s and names %s', async (values, code, title) => {
  const made = await create({ name: 'before' });
  const changed = await administrator.post(`${TABLE}:update/${String(made.body.data.id)}`, values, {
    headers: { 'x-locale': 'zh-CN' },
  });
  for (const answer of [await create(values), changed]) {
    expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, code]);
    expect(answer.body.errors?.[0].message).toContain(title);
  }
});

it('keeps what people type plain, and takes what forms send', async () => {
  const values = {
    name: '  王\u200b梅 ',
    day: '2026-02-28',
    at: '2026-02-28 10:00:00',
    moment: '2026-02-28T02:00:00.000Z',
    seconds: '2026-02-28T02:00:00.000Z',
    clock: '10:30:00',
    share: 0.05,
    people: 12,
    ok: true,
    tags: ['b', 'a'],
    kind: 'x',
    __index__: 'of a form',
  };
  const made = await create(values);
  expect(made.status).toBe(200);
  const row = await app()
    .db.getRepository(TABLE)
    .findOne({ filterByTk: made.body.data.id as string });
  expect(row.toJSON()).toMatchObject({
    name: '王梅',
    day: '2026-02-28',
    at: '2026-02-28 10:00:00',
    clock: '10:30:00',
    share: 0.05,
    ok: true,
    kind: 'x',
  });
  expect(row.get('seconds')).toEqual(new Date('2026-02-28T02:00:00.000Z'));
  // what an earlier release let in stays, and is no obstacle to a change of another field
  expect((await administrator.post(`${TABLE}:update/${String(made.body.data.id)}`, { people: '13' })).status).toBe(200);
});
