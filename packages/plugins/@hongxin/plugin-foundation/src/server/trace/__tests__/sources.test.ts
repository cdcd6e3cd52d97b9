/** What leaves a row in the log besides transitions: reveals, exports, imports, roles, settings. Never a personal value. */
import type { BelongsToManyRepository, Model } from '@nocobase/database';
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import {
  fillPlaces,
  foundation,
  preparePlaces,
  signInWithPosts,
  STREET,
  type Places,
} from '@test/server/foundation/places';
import { workbookOf } from '../../workbook';

let administrator: Client;
let official: Client;
let places: Places;

beforeAll(async () => {
  await reset();
  await preparePlaces();
  administrator = await root();
  places = await fillPlaces();
  official = await signInWithPosts('trace-street', 'hx-official', [STREET]);
});

async function latest(transition: string): Promise<Record<string, unknown>> {
  const row: Model | null = await app().db.getRepository('hxEvents').findOne({ filter: { transition }, sort: '-id' });
  expect(row).not.toBeNull();
  return row?.toJSON() as Record<string, unknown>;
}

it('keeps of an export who, how narrowed, and how many rows; not what was typed to search', async () => {
  const answer = await official.post('hxTestRecords:export', undefined, {
    query: {
      title: 'x',
      columns: [{ dataIndex: ['title'], defaultTitle: '标题' }],
      filter: {
        $and: [{ title: { $includes: 'eas' } }, { amount: { $gt: 3 } }, { areaCode: { $startsWith: '3706' } }],
      },
    },
  });
  expect(answer.status).toBe(200);
  const event = await latest('export');
  expect(event).toMatchObject({
    collectionName: 'hxTestRecords',
    recordId: '*',
    actorId: official.userId,
    actorName: 'trace-street',
  });
  const { rows, filter } = event.details as { rows: number; filter: object[] };
  expect(rows).toBe(1);
  expect(filter).toEqual(
    expect.arrayContaining([
      { field: 'title', operator: '$includes' },
      { field: 'amount', operator: '$gt', value: 3 },
      { field: 'areaCode', operator: '$startsWith', value: '3706' },
    ]),
  );
  expect(JSON.stringify(event)).not.toContain('"eas"');
});

it('keeps of an import how many rows', async () => {
  const body = new FormData();
  const file = workbookOf([
    {
      name: 'x',
      rows: [
        ['标题', '电话'],
        ['导入甲', '13700000003'],
      ],
    },
  ]);
  body.append('file', new Blob([new Uint8Array(file)]), 'rows.xlsx');
  body.append(
    'columns',
    JSON.stringify([
      { dataIndex: ['title'], defaultTitle: '标题' },
      { dataIndex: ['phone'], defaultTitle: '电话' },
    ]),
  );
  const answer = await administrator.post('hxTestRecords:importXlsx', body);
  expect(answer.status).toBe(200);
  expect(await latest('import')).toMatchObject({ collectionName: 'hxTestRecords', details: { rows: 1 }, actorId: 1 });
});

it('keeps of a reveal the field and the reason, without numbers somebody typed into it', async () => {
  const answer = await official.post(`hxTestRecords:reveal/${places.east}`, {
    field: 'phone',
    reason: '回电13800000001核实',
  });
  expect(answer.status).toBe(200);
  const event = await latest('reveal');
  expect(event).toMatchObject({
    recordId: String(places.east),
    details: { field: 'phone' },
    opinion: '回电138****0001核实',
  });
  expect(JSON.stringify(event)).not.toContain('13800000001');
});

it('keeps who gave and took a role', async () => {
  const user = await signInAs('trace-promoted', ['hx-member']);
  expect(await latest('roleGranted')).toMatchObject({ recordId: String(user.userId), details: { role: 'hx-member' } });
  const added = await administrator.post(`users/${user.userId}/roles:add`, ['hx-city']);
  expect(added.status).toBe(200);
  expect(await latest('roleGranted')).toMatchObject({
    recordId: String(user.userId),
    details: { role: 'hx-city' },
    actorId: 1,
  });
  const removed = await administrator.post(`users/${user.userId}/roles:remove`, ['hx-city']);
  expect(removed.status).toBe(200);
  expect(await latest('roleRevoked')).toMatchObject({
    recordId: String(user.userId),
    details: { role: 'hx-city' },
    actorId: 1,
  });
  const roles = app().db.getRepository<BelongsToManyRepository>('users.roles', user.userId as number);
  await roles.set(['hx-unit']);
  expect(await latest('roleRevoked')).toMatchObject({ details: { role: 'hx-member' }, actorId: null });
});

it('keeps that a setting, a role’s rights and the system’s settings were changed, and by whom', async () => {
  const set = await administrator.post(
    'hxSettings:updateOrCreate',
    { key: 'traceTest', value: { a: 1 } },
    { query: { filterKeys: ['key'] } },
  );
  expect(set.status).toBe(200);
  const created = await app()
    .db.getRepository('hxEvents')
    .findOne({ filter: { collectionName: 'hxSettings', recordId: 'traceTest' }, sort: '-id' });
  expect(created?.toJSON()).toMatchObject({ actorId: 1, details: { fields: expect.arrayContaining(['value']) } });
  const role = await administrator.post(
    'roles:update',
    { description: '改过' },
    { query: { filterByTk: 'hx-official' } },
  );
  expect(role.status).toBe(200);
  const changed = await app()
    .db.getRepository('hxEvents')
    .findOne({ filter: { collectionName: 'roles', recordId: 'hx-official' }, sort: '-id' });
  expect(changed?.toJSON()).toMatchObject({ transition: 'changed', actorId: 1, details: { fields: ['description'] } });
  await app().db.getRepository('hxSettings').destroy({ filterByTk: 'traceTest' });
});

it('leaves all of it in a chain that verifies', async () => {
  expect(await foundation().trace.verify()).toMatchObject({ ok: true, problems: [], waiting: 0 });
});
