/** Sheets that were once read as something else. Each file is sent as `expected.json` says, and asserted by its right value. */
import fs from 'node:fs';
import path from 'node:path';
import { app, reset, type Answer } from '@test/server/harness';
import { buildTown, create, list, type Row, type Town } from '@test/server/registration/town';
import { upload } from '@test/server/registration/workbook';

const FOLDER = path.resolve(__dirname, '../../../../../../../test/cases');

interface Case {
  collection: string;
  how: 'importXlsx' | 'bulkCheck';
  columns: string[];
  timezone: string;
}
const CASES = JSON.parse(fs.readFileSync(path.join(FOLDER, 'expected.json'), 'utf8')) as Record<string, Case>;

/** What the columns of the files fill. */
const FIELDS: Record<string, Record<string, string[]>> = {
  hxPosts: {
    姓名: ['person', 'name'],
    岗位: ['postType', 'title'],
    任职区域代码: ['area', 'code'],
    任期开始: ['startsOn'],
  },
  hxCalendarDays: { 日期: ['date'], 类别: ['kind'], 节日: ['name'] },
  hxPersons: {
    姓名: ['name'],
    联系电话: ['phone'],
    性别: ['gender'],
    居住区域代码: ['area', 'code'],
    门牌号: ['doorNumber'],
    出生年份: ['birthYear'],
  },
  hxAreas: { 区划代码: ['code'], 名称: ['name'] },
};

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  await create(town.administrator, 'hxPersons', { name: '测公甲' });
});

async function send(file: string): Promise<Answer<{ successCount: number }>> {
  const { collection, columns, timezone } = CASES[file];
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(fs.readFileSync(path.join(FOLDER, file)))]), 'x.xlsx');
  form.append(
    'columns',
    JSON.stringify(columns.map((title) => ({ dataIndex: FIELDS[collection][title], title, defaultTitle: title }))),
  );
  const headers = { 'x-timezone': timezone, 'x-locale': 'zh-CN' };
  return town.administrator.post(`${collection}:importXlsx`, form, { headers });
}

/** What each file is refused with: parts of the one message. */
const REFUSED: Record<string, string[]> = {
  'date-year-month.xlsx': ['第2行', '任期开始', '2021.09', '2024-01-05'],
  'date-impossible.xlsx': ['第2行', '日期', '2026-11-31'],
  'phone-unchecked.xlsx': ['第2行', '联系电话', '电话号码无效'],
  'cell-error.xlsx': ['第2行', '联系电话', '#N/A'],
  'formula-without-value.xlsx': ['第2行', '联系电话', '公式'],
  'merged-rows.xlsx': ['第3行', '居住', '合并'],
  'header-twice.xlsx': ['联系电话', '不止一次'],
  'text-shown-as-date.xlsx': ['第2行', '门牌号', '1月2日'],
  'choice-unknown.xlsx': ['第2行', '性别', '男性', '男、女'],
  'long-number.xlsx': ['第2行', '15位'],
  'not-a-workbook.csv': ['xlsx'],
  'birth-year-to-come.xlsx': ['第2行', '出生年份', '2068'],
};

it.each(Object.entries(REFUSED))('%s is refused, and says why', async (file, parts) => {
  const { collection } = CASES[file];
  const before = await app().db.getRepository(collection).count();
  const answer = await send(file);
  expect(answer.status).toBe(400);
  const [first] = answer.body.errors ?? [];
  for (const part of parts) expect(first.message).toContain(part);
  const rows = answer.body.errors?.map(({ params }) => (params as { row?: number } | undefined)?.row);
  expect(new Set(rows).size).toBe(rows?.length); // one message for one cell
  expect(await app().db.getRepository(collection).count()).toBe(before);
});

it.each(['date-1904.xlsx', 'date-zone.xlsx'])('%s is the day that one sees', async (file) => {
  const building = await list(town.administrator, 'hxAreas', { filter: { code: '370681001001001001' } });
  expect(building).toHaveLength(1);
  const answer = await send(file);
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  const [post] = await list(town.administrator, 'hxPosts', { sort: ['-id'] });
  expect(post.startsOn).toBe('2024-01-05');
  // a term that has begun is kept; the same post is imported again by the next file
  await app()
    .db.getCollection('hxPosts')
    .model.destroy({ where: { id: post.id }, hooks: false });
});

it.each([
  ['name-invisible.xlsx', { name: '测公乙' }],
  ['sheet-hidden-first.xlsx', { name: '测公午新' }],
])('%s is read as one sees it', async (file, expected) => {
  const answer = await send(file);
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  const [person] = await list(town.administrator, 'hxPersons', { sort: ['-id'] });
  expect(person).toMatchObject(expected);
});

it('name-twice-spaced.xlsx names the same person twice', async () => {
  const content = fs.readFileSync(path.join(FOLDER, 'name-twice-spaced.xlsx'));
  const answer = await upload<{ problems: Row[] }>(
    town.liaison,
    `hxMemberRegistrations:bulkCheck?unitId=${town.work.id}`,
    content,
  );
  expect(answer.status).toBe(200);
  expect(answer.body.data.problems.map(({ row, code }) => `${String(row)} ${String(code)}`)).toContain(
    '3 ROLL_ROW_TWICE',
  );
});

it('every file has its test', () => {
  const tested = [
    ...Object.keys(REFUSED),
    ...['date-1904.xlsx', 'date-zone.xlsx', 'name-invisible.xlsx', 'sheet-hidden-first.xlsx', 'name-twice-spaced.xlsx'],
  ];
  expect(tested.sort()).toEqual(Object.keys(CASES).sort());
});
