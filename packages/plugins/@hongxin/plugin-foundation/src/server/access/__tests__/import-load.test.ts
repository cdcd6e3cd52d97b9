/** Several uploads at once: others go on with their work meanwhile. How many wait is tested in `sheets/parse`. */
import { utils, write } from '@e965/xlsx';
import { reset, type Answer, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts } from '@test/server/foundation/places';
import { COLUMNS, newLines } from '@test/server/foundation/test-sheets';

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
