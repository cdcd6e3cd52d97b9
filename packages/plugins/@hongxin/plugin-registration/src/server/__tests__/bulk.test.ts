import { CFB } from '@e965/xlsx';
import { reset, signedOut, signInAs, type Client } from '@test/server/harness';
import {
  buildTown,
  codes,
  COLLECTION,
  draft,
  list,
  moved,
  newMember,
  type Row,
  type Town,
} from '@test/server/registration/town';
import { download, HEADERS, upload, workbook, type Cells } from '@test/server/registration/workbook';

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});

interface Check {
  total: number;
  ready: number;
  problems: { row: number; personName: string; code: string; field?: string; message: string }[];
}

const phone = (index: number): string => `137${String(10_000_000 + index)}`;
const member = (index: number, change: Partial<Record<number, string | number | null>> = {}): Cells =>
  ['王', phone(index), '馆员', '东小区', '1号楼', '301室', null, null, null, '是'].map((cell, column) =>
    column in change ? (change[column] as string | null) : column === 0 ? `王${index}` : cell,
  );
const people = (count: number, from = 1): Cells[] =>
  Array.from({ length: count }, (_each, index) => member(from + index));
const check = (content: Buffer, client = town.liaison, unit = town.work.id) =>
  upload<Check>(client, `${COLLECTION}:bulkCheck?unitId=${unit}`, content);
const register = (content: Buffer, headers: Record<string, string> = {}, client = town.liaison) =>
  upload<{ registered: number }>(client, `${COLLECTION}:bulkRegister?unitId=${town.work.id}`, content, headers);
const count = async (): Promise<number> => (await list(town.administrator, COLLECTION)).length;

it('offers a template with the choices of the form', async () => {
  const { content, sheets, headers } = await download(town.liaison, `${COLLECTION}:bulkTemplate`);
  expect(headers).toEqual(HEADERS);
  expect(sheets).toEqual(['在职党员', '选项', '填写说明']);
  const sheet = CFB.find(CFB.read(content, { type: 'buffer' }), '/xl/worksheets/sheet1.xml') as { content: Uint8Array };
  const xml = Buffer.from(sheet.content).toString('utf8');
  expect(xml).toMatch(/<dataValidation type="list"[^>]*sqref="J2:J2000"><formula1>'选项'!\$J\$2:\$J\$3</);
  // what the template offers is what the check accepts
  const answer = await check(content);
  expect([answer.status, codes(answer)]).toEqual([400, ['IMPORT_EMPTY']]);
});

it('shows every problem row by row before anything is written', async () => {
  const onRoll = await newMember();
  const { id } = await draft(town, onRoll, { personName: '王已报', phone: '13900000001' });
  await moved(onRoll, id, 'submit');
  const before = await count();
  const rows: Cells[] = [
    ...people(13),
    member(91, { 1: '123' }),
    member(92, { 0: '' }),
    member(93, { 3: '北小区' }),
    member(94, { 4: '9号楼' }),
    member(95, { 6: '飞行' }),
    member(96, { 9: '否' }),
    member(1),
    member(97, { 0: '王已报', 1: 13900000001 }),
  ];
  const answer = await check(workbook(rows));
  expect(answer.status).toBe(200);
  expect(answer.body.data).toMatchObject({ total: 21, ready: 13 });
  expect(answer.body.data.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '15 PHONE_INVALID',
    '16 FIELD_REQUIRED',
    '17 ROLL_ESTATE_UNKNOWN',
    '18 ROLL_BUILDING_UNKNOWN',
    '19 ROLL_CHOICE_UNKNOWN',
    '20 ROLL_CONSENT_MISSING',
    '21 ROLL_ROW_TWICE',
    '22 ROLL_ALREADY_REGISTERED',
  ]);
  expect(answer.body.data.problems[1].message).toContain('姓名');
  // registering the same file is refused as a whole
  const refused = await register(workbook(rows));
  expect(refused.status).toBe(400);
  expect(refused.body.errors?.[0].message).toContain('第15行');
  expect(await count()).toBe(before);
});

it('says nothing of people of other units: name and phone are no question that gets an answer', async () => {
  const other = await newMember();
  const { id } = await draft(town, other, { personName: '王别家', phone: '13900000077', unitId: town.otherWork.id });
  await moved(other, id, 'submit');
  const answer = await check(workbook([member(77, { 0: '王别家', 1: '13900000077' })]));
  expect(answer.body.data).toMatchObject({ total: 1, ready: 1, problems: [] });
});

it('registers a whole unit at once, each with its number and trace, and a retry changes nothing', async () => {
  const before = await count();
  const content = workbook(people(60, 1000));
  const [first, retried] = await Promise.all([
    register(content, { 'idempotency-key': 'upload-1' }),
    register(content, { 'idempotency-key': 'upload-1' }),
  ]);
  expect([first.body.data, retried.body.data]).toEqual([{ registered: 60 }, { registered: 60 }]);
  expect((await register(content, { 'idempotency-key': 'upload-1' })).body.data).toEqual({ registered: 60 });
  expect(await count()).toBe(before + 60);
  const rows = await list(town.community, COLLECTION, { filter: { state: 'unitConfirmed' } });
  expect(rows).toHaveLength(60);
  expect(new Set(rows.map(({ number }) => number)).size).toBe(60);
  expect(rows[0]).toMatchObject({ unitId: town.work.id, homeAreaId: town.building.id, ownerId: null });
  expect(rows[0].consentAt).toBeTruthy();
  const events = await list(town.administrator, 'hxEvents', {
    filter: { collectionName: COLLECTION, recordId: String(rows[0].id) },
  });
  expect(events.map(({ transition, actorId, onBehalfOfId }) => [transition, actorId, onBehalfOfId])).toEqual([
    ['submit', null, town.liaison.userId],
    ['confirm', town.liaison.userId, null],
  ]);
  // without the key the same people are refused: they have registered
  expect((await register(content)).status).toBe(400);
  expect(await count()).toBe(before + 60);
});

it('a member registered so finds the registration in the account opened later, and no one else does', async () => {
  const [waiting] = await list(town.community, COLLECTION, { filter: { state: 'unitConfirmed' }, sort: ['id'] });
  const accepted = await moved(town.community, waiting.id, 'accept');
  expect(accepted.ownerId).toBeNull();
  const invite = (client: Client) =>
    client.post<{ token: string }>('hxJoin:invite', { kind: 'person', subjectId: String(accepted.personId) });
  expect((await invite(town.westCommunity)).status).toBe(404);
  const { token } = (await invite(town.community)).body.data;
  const before = await signInAs('roll-before', ['hx-member']);
  expect((await before.post('hxJoin:take', { token })).status).toBe(200);
  expect((await list(before, COLLECTION)).map(({ id }) => id)).toEqual([waiting.id]);
  // another account takes the place of the first, which then sees nothing of it
  const after = await signInAs('roll-after', ['hx-member']);
  const person = `hxPersons:update/${String(accepted.personId)}`;
  expect((await town.administrator.post(person, { user: { id: after.userId } })).status).toBe(200);
  expect(await list(before, COLLECTION)).toEqual([]);
  expect((await list(after, COLLECTION)).map(({ id }) => id)).toEqual([waiting.id]);
});

it('a new liaison is invited by who is in charge of the unit’s seat', async () => {
  const invite = (client: Client, name = '衣晓东') =>
    client.post<{ token: string }>('hxJoin:invite', { kind: 'unitLiaison', subjectId: String(town.work.id), name });
  expect((await invite(town.liaison)).status).toBe(404);
  expect((await invite(town.community)).status).toBe(404); // seated at the street
  expect(codes(await invite(town.street_, ' '))).toEqual(['INVITATION_NAME_REQUIRED']);
  const { token } = (await invite(town.street_)).body.data;
  const account = { username: 'new-liaison', password: 'Long-password-1' };
  expect((await signedOut().post('hxJoin:accept', { token, ...account })).status).toBe(200);
  const [unit] = await list(town.administrator, 'hxUnits', { filter: { id: town.work.id }, appends: ['liaison'] });
  expect((unit.liaison as Row).username).toBe('new-liaison');
  expect(await list(town.liaison, COLLECTION)).toEqual([]);
  const back = await town.administrator.post(`hxUnits:update/${town.work.id}`, { liaisonId: town.liaison.userId });
  expect(back.status).toBe(200);
});

describe('a file that is refused', () => {
  it('is another template', async () => {
    const answer = await check(workbook([['甲', '乙']], { headers: ['名称', '数量'] }));
    expect([answer.status, codes(answer)]).toEqual([400, ['SHEET_OTHER_TEMPLATE']]);
    expect(answer.body.errors?.[0].message).toContain('姓名');
  });

  it('holds formulas', async () => {
    const answer = await check(workbook(people(2, 500), { formulas: { C2: '1+1' } }));
    expect([answer.status, codes(answer)]).toEqual([400, ['SHEET_HAS_FORMULAS']]);
    expect(answer.body.errors?.[0].message).toContain('C2');
  });

  it('is too large, announced or not', async () => {
    const answer = await check(Buffer.alloc(50 * 1024 * 1024));
    expect([answer.status, codes(answer)]).toEqual([413, ['SHEET_TOO_LARGE']]);
  });

  it('is no workbook', async () => {
    for (const content of [Buffer.from('姓名,电话\n'), Buffer.from('PK\u0003\u0004'), Buffer.alloc(64)])
      expect(codes(await check(content))).toEqual(['IMPORT_FILE_INVALID']);
  });

  it('is for a unit of somebody else, or sent by somebody who is no liaison', async () => {
    const content = workbook(people(1, 700));
    expect((await check(content, town.liaison, town.otherWork.id)).status).toBe(403);
    expect((await check(content, await newMember())).status).toBe(403);
    expect((await check(content, town.community)).status).toBe(403);
  });
});
