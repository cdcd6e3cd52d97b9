/** Many uploads at once: each waits for its turn or is told to come again, and others go on with their work meanwhile. */
import { utils, write } from '@e965/xlsx';
import { reset, type Answer, type Client } from '../../../../../../../../test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts } from '../../__tests__/support/places';
import { COLUMNS, newLines, preview } from '../../__tests__/support/test-sheets';

/** Read at one time and waiting, as `sheets/parse/threads.ts` has it. */
const TAKEN = 2 + 20;
let east: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  sheet = workbook();
  await fillPlaces();
  east = await signInWithPosts('load-east', 'hx-official', [EAST]);
});

/** A sheet that is small to send, takes a while to read and is then refused by its header: what is measured is the reading. */
function workbook(): Blob {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x'], ...newLines(8000)]), 'x');
  const content = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  return new Blob([new Uint8Array(content)]);
}
let sheet: Blob;
const long = (): FormData => {
  const data = new FormData();
  data.append('file', sheet, 'x.xlsx');
  data.append('columns', JSON.stringify(COLUMNS));
  return data;
};
const send = (body: FormData): Promise<Answer<unknown>> => east.post('hxTestRecords:importPreview', body);

it('three uploads at once do not hold up a list', async () => {
  const done: string[] = [];
  const bodies = [long(), long(), long()];
  const uploads = bodies.map(async (body) => {
    const { status, body: answer } = await send(body);
    done.push('upload');
    return [status, answer.errors?.[0]?.code];
  });
  for (let count = 0; count < 5; count += 1) {
    expect((await east.get('hxTestRecords:list?pageSize=20')).status).toBe(200);
    done.push('list');
  }
  expect(await Promise.all(uploads)).toEqual(Array(3).fill([400, 'IMPORT_HEADERS_MISSING']));
  expect(done.slice(0, 3)).toEqual(['list', 'list', 'list']);
}, 120_000);

it('who comes when all places are taken is told in words to try again, and then may', async () => {
  const many = Array.from({ length: TAKEN + 8 }, () => long());
  const answers = await Promise.all(many.map(send));
  const full = answers.filter(({ status }) => status === 429);
  const read = answers.filter(({ status }) => status === 400);
  expect(full.length + read.length).toBe(many.length);
  expect(read.length).toBeGreaterThanOrEqual(TAKEN);
  expect(full.length).toBeGreaterThan(0);
  for (const { body } of full) {
    expect(body.errors?.[0]?.code).toBe('SHEET_QUEUE_FULL');
    expect(body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]{6,}/);
  }
  expect((await preview(east, newLines(1))).status).toBe(200);
}, 300_000);
