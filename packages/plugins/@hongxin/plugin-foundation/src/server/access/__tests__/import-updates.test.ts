/** Imports that find their records again: what is new, changed, unchanged, refused; all or nothing. */
import { app, reset, root, type Client } from '@test/server/harness';
import {
  EAST,
  EAST_ESTATE,
  fillPlaces,
  preparePlaces,
  signInWithPosts,
  WEST,
  type Places,
} from '@test/server/foundation/places';
import { COLUMNS, exported, form, newLines, preview, upload } from '@test/server/foundation/test-sheets';

let places: Places;
let east: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  places = await fillPlaces();
  east = await signInWithPosts('updates-east', 'hx-official', [EAST]);
  administrator = await root();
});

const rowsOf = async () =>
  (await app()
    .db.getModel('hxTestRecords')
    .findAll({ order: [['id', 'ASC']], raw: true })) as unknown as Record<string, unknown>[];
const events = () => app().db.getRepository('hxEvents').count();
const codes = (answer: { body: { errors?: { [key: string]: unknown }[] } }) =>
  answer.body.errors?.map(({ params, field }) => {
    const { row, code } = params as { row: number; code: string };
    return `${row} ${String(field)} ${code}`;
  });

it('an export that comes back changes nothing: no row, no event', async () => {
  await upload(east, newLines(4));
  const sheet = await exported(east);
  expect(sheet).toHaveLength(5);
  expect(sheet[0][2]).toContain('****');
  const before = [await rowsOf(), await events()];
  const looked = await preview(east, sheet);
  expect(looked.body.data.counts).toEqual({ created: 0, changed: 0, unchanged: 5, refused: 0 });
  const answer = await upload(east, sheet);
  expect([answer.status, answer.body.data]).toEqual([200, { successCount: 0, created: 0, changed: 0, unchanged: 5 }]);
  expect([await rowsOf(), await events()]).toEqual(before);
});

const timeOf = (row: Record<string, unknown>): number => new Date(row.updatedAt as Date).getTime();

it('three changed cells change exactly these, and the check says so before', async () => {
  // changed an hour ago, so that a change of now shows however quickly the test runs
  await app().db.sequelize.query(`UPDATE "hxTestRecords" SET "updatedAt" = now() - interval '1 hour'`);
  const sheet = (await exported(east)).map((row) => [...row]);
  sheet[0][1] = 'east renamed';
  sheet[1][3] = 99;
  sheet[2][2] = '13911112222';
  const before = await rowsOf();
  const looked = await preview(east, sheet);
  expect(looked.body.data.counts).toEqual({ created: 0, changed: 3, unchanged: 2, refused: 0 });
  expect(looked.body.data.changed).toEqual([
    { row: 2, label: 'east', cells: [{ title: '标题', from: 'east', to: 'east renamed' }] },
    { row: 3, label: 'n0', cells: [{ title: '数量', from: '0', to: '99' }] },
    { row: 4, label: 'n1', cells: [{ title: '电话', from: '138****0009', to: '13911112222' }] },
  ]);
  expect(await rowsOf()).toEqual(before);
  const answer = await upload(east, sheet, { basis: looked.body.data.basis });
  expect(answer.body.data).toEqual({ successCount: 3, created: 0, changed: 3, unchanged: 2 });
  const after = await rowsOf();
  const changed = after.flatMap((row, index) =>
    Object.keys(row)
      .filter(
        (name) => !['updatedAt', 'updatedById'].includes(name) && String(row[name]) !== String(before[index][name]),
      )
      .map((name) => `${String(before[index].title)} ${name} ${String(row[name])}`),
  );
  expect(changed).toEqual(['east title east renamed', 'n0 amount 99', 'n1 phone 13911112222']);
  expect(after.filter((row, index) => timeOf(row) === timeOf(before[index]))).toHaveLength(3);
});

it('an emptied cell is emptied, a row without id is new, a column that is not there stays as it is', async () => {
  const sheet = (await exported(east)).map((row) => [...row]);
  sheet[4][3] = null;
  const answer = await upload(east, [...sheet, ...newLines(1, 50)]);
  expect(answer.body.data).toEqual({ successCount: 2, created: 1, changed: 1, unchanged: 4 });
  expect((await rowsOf()).find(({ id }) => String(id) === String(sheet[4][0]))?.amount).toBeNull();
  const without = await upload(east, newLines(1, 60), { without: ['记录标识'] });
  expect(without.body.data).toMatchObject({ created: 1, changed: 0 });
  const short = await upload(east, [[sheet[0][0], 'only the title']], { columns: COLUMNS.slice(0, 2) });
  expect(short.body.data).toMatchObject({ changed: 1 });
  expect((await rowsOf()).find(({ id }) => String(id) === String(sheet[0][0]))).toMatchObject({
    title: 'only the title',
    amount: 7,
    phone: '13800000001',
  });
});

it('refuses by row and column what is not the caller’s, not theirs to see, or no more what it was, and writes nothing', async () => {
  const sheet = (await exported(east)).map((row) => [...row]);
  const before = await rowsOf();
  const wrong = [
    [String(places.west), 'west stolen', '', 1, WEST],
    [sheet[0][0], sheet[0][1], '138****9999', sheet[0][3], sheet[0][4]],
    [sheet[1][0], sheet[1][1], sheet[1][2], 'many', sheet[1][4]],
    [sheet[2][0], sheet[2][1], sheet[2][2], sheet[2][3], WEST],
    sheet[3],
    [...sheet[3]],
    [null, 'new', '138****0001', 1, EAST_ESTATE],
    ['99999999', 'nobody', '', 1, EAST_ESTATE],
  ];
  const answer = await upload(east, wrong);
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual([
    '2 id IMPORT_ID_UNKNOWN',
    '2 area IMPORT_NAME_UNKNOWN',
    '3 phone IMPORT_MASKED_CHANGED',
    '4 amount VALUE_NOT_INTEGER',
    '5 area IMPORT_NAME_UNKNOWN',
    '7 undefined IMPORT_RECORD_TWICE',
    '8 phone IMPORT_MASKED_NEW',
    '9 id IMPORT_ID_UNKNOWN',
  ]);
  const looked = await preview(east, wrong);
  expect(looked.status).toBe(200);
  expect(looked.body.data.counts.refused).toBe(7);
  expect(looked.body.data.refused[2]).toMatchObject({
    row: 3,
    title: '电话',
    message: expect.stringContaining('138****0001'),
  });
  expect(await rowsOf()).toEqual(before);
});

it('a column that is not the caller’s to write may stand in the sheet, unchanged', async () => {
  const columns = [
    ...COLUMNS,
    { dataIndex: ['number'], defaultTitle: '编号' },
    { dataIndex: ['state'], defaultTitle: '状态' },
    { dataIndex: ['secret'], defaultTitle: '内部' },
  ];
  const sheet = (await exported(east, columns)).map((row) => [...row]);
  expect((await upload(east, sheet, { columns })).body.data).toMatchObject({ changed: 0, created: 0 });
  const before = await rowsOf();
  for (const [position, text, code] of [
    [5, 'X-1', '2 number IMPORT_CELL_NOT_YOURS'],
    [6, 'published', '2 state IMPORT_CELL_NOT_YOURS'],
    [7, 'secret of east', '2 secret IMPORT_CELL_NOT_YOURS'],
    [7, 'guess', '2 secret IMPORT_CELL_NOT_YOURS'],
  ] as const) {
    const changed = sheet.map((row) => [...row]);
    changed[0][position] = text;
    const answer = await upload(east, changed, { columns });
    expect([answer.status, codes(answer)]).toEqual([403, [code]]);
  }
  const added = await upload(east, [...sheet, [null, 'new', '', 1, EAST_ESTATE, null, null, 'mine']], { columns });
  expect([added.status, codes(added)]).toEqual([403, [`${sheet.length + 2} secret IMPORT_CELL_NOT_FOR_NEW`]]);
  expect(await rowsOf()).toEqual(before);
});

it('whether a masked value was guessed right is told by nothing', async () => {
  const sheet = (await exported(east)).map((row) => [...row]);
  const guess = (phone: string) => preview(east, [[...sheet[0].slice(0, 2), phone, ...sheet[0].slice(3)]]);
  const [right, other] = [await guess('13800000001'), await guess('13800000002')];
  expect(right.body.data.counts).toEqual(other.body.data.counts);
  expect(right.body.data.changed[0].cells).toEqual([{ title: '电话', from: '138****0001', to: '13800000001' }]);
});

it('refuses rows whose record has changed since the check', async () => {
  const sheet = (await exported(east)).map((row) => [...row]);
  sheet[0][1] = 'mine';
  const looked = await preview(east, sheet);
  await app()
    .db.getRepository('hxTestRecords')
    .update({ filterByTk: sheet[1][0] as string, values: { amount: 1234 } });
  const answer = await upload(east, sheet, { basis: looked.body.data.basis });
  expect([answer.status, codes(answer)]).toEqual([400, ['3 undefined IMPORT_CHANGED_MEANWHILE']]);
});

it('two at once: one after the other, and the second finds what the first has done', async () => {
  const sheet = (await exported(east)).map((row) => [...row]);
  const [one, other] = [sheet.map((row) => [...row]), sheet.map((row) => [...row]).reverse()];
  one[0][1] = 'by one';
  other[other.length - 1][1] = 'by the other';
  const basis = (await preview(east, one)).body.data.basis;
  const basisOfOther = (await preview(east, other)).body.data.basis;
  const answers = await Promise.all([
    upload(east, one, { basis }),
    upload(administrator, other, { basis: basisOfOther }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

it('a retry under the same key gives the first answer, and makes nothing twice', async () => {
  const before = (await rowsOf()).length;
  const rows = newLines(3, 100);
  const answers = await Promise.all([upload(east, rows, { key: 'import-1' }), upload(east, rows, { key: 'import-1' })]);
  answers.push(await upload(east, rows, { key: 'import-1' }));
  expect(answers.map(({ body }) => body.data?.created)).toEqual([3, 3, 3]);
  expect((await rowsOf()).length).toBe(before + 3);
});

it('looks related records up by label and key only, whoever asks', async () => {
  const columns = (path: string[]) => [...COLUMNS, { dataIndex: path, defaultTitle: '关联' }];
  for (const client of [east, administrator])
    for (const path of [
      ['friend', 'phone'],
      ['owner', 'email'],
      ['owner', 'password'],
      ['friend', 'secret'],
      ['tags', 'code'],
    ]) {
      const answer = await upload(client, [[null, 'x', '', 1, EAST_ESTATE, 'y']], { columns: columns(path) });
      expect([path, answer.status, answer.body.errors?.[0].code]).toEqual([path, 403, 'IMPORT_LOOKUP_REFUSED']);
    }
  const good = await upload(east, [[null, 'x', '', 1, EAST_ESTATE, 'n2']], { columns: columns(['friend', 'title']) });
  expect(good.status).toBe(200);
});

it('nobody searches by a personal field when a record is found or made', async () => {
  const search = (filterKeys: string[]) =>
    administrator.post('hxTestRecords:firstOrCreate', { title: 'x', phone: '13800000001' }, { query: { filterKeys } });
  expect([(await search(['phone'])).status, (await search(['title'])).status]).toEqual([403, 200]);
});

it('is for those who may import: others get neither', async () => {
  const member = await signInWithPosts('updates-member', 'hx-member', []);
  expect((await preview(member, newLines(1))).status).toBe(403);
  expect((await administrator.post('users:importPreview', form(newLines(1), COLUMNS))).body.errors?.[0].code).toBe(
    'IMPORT_PREVIEW_ELSEWHERE',
  );
});
