import { read, utils, write, type WorkBook } from '@e965/xlsx';
import { app, reset, root, server, type Client } from '@test/server/harness';

const COLUMNS = [
  { dataIndex: ['name'], defaultTitle: '姓名', title: '姓名' },
  { dataIndex: ['gender'], defaultTitle: '性别', title: '性别' },
];
let administrator: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
});

const upload = (rows: unknown[][]) => {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['姓名', '性别'], ...rows]), 'x');
  const form = new FormData();
  const content = write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  form.append('file', new Blob([new Uint8Array(content)]), 'x.xlsx');
  form.append('columns', JSON.stringify(COLUMNS));
  return administrator.post<{ successCount: number }>('hxPersons:importXlsx', form);
};

async function exported(language: string): Promise<unknown[][]> {
  const parameters = new URLSearchParams({ columns: JSON.stringify(COLUMNS), sort: 'id' });
  const answer = await fetch(`${server().url}/api/hxPersons:export?${parameters}`, {
    headers: { authorization: `Bearer ${administrator.token}`, 'x-locale': language, 'x-timezone': '+08:00' },
  });
  const workbook: WorkBook = read(Buffer.from(await answer.arrayBuffer()), { type: 'buffer' });
  return utils.sheet_to_json<unknown[]>(workbook.Sheets[workbook.SheetNames[0]], { header: 1 }).slice(1);
}

it('takes choices in the reader’s language, in Chinese and by value, and gives out what it takes in', async () => {
  const answer = await upload([
    ['甲', 'Female'],
    ['乙', '男'],
    ['丙', 'female'],
  ]);
  expect([answer.status, answer.body.data.successCount]).toEqual([200, 3]);
  const persons = await app().db.getRepository('hxPersons').find({ sort: 'id' });
  expect(persons.map((row: { get(name: string): unknown }) => row.get('gender'))).toEqual(['female', 'male', 'female']);
  expect(await exported('en-US')).toEqual([
    ['甲', 'Female'],
    ['乙', 'Male'],
    ['丙', 'Female'],
  ]);
  expect(await exported('zh-CN')).toEqual([
    ['甲', '女'],
    ['乙', '男'],
    ['丙', '女'],
  ]);
});

it('names a choice that is none', async () => {
  const answer = await upload([['丁', 'Unknown']]);
  expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, 'IMPORT_ROW']);
});
