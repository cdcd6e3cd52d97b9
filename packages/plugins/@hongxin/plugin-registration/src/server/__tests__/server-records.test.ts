/** What has happened is recorded by the pack alone: no right that an administrator gives opens the records of it to a hand. */
import { app, reset, root, signInAs, type Answer, type Client } from '@test/server/harness';
import { dropTable, giveRight, makeTable, toMany } from '@test/server/foundation/visits';

const ROLE = 'recorders';
const TABLE = 'ownRecords';
/** With a title by which a refusal names them. */
const RECORDS: [string, string][] = [
  ['hxReviewTasks', '审批任务'],
  ['hxReviewCopies', '审批抄送'],
  ['hxReviewDelegations', '审批委托'],
  ['hxConsents', '同意记录'],
  ['hxPrivacyNotices', '告知书'],
  ['hxDataRequests', '个人信息请求'],
  ['hxAccountRequests', '账号申请'],
  ['hxInvitations', '注册邀请'],
  ['hxYearFeedbacks', '年度反馈'],
  ['hxGrantedRoles', 'hxGrantedRoles'],
  ['hxPublicAttempts', 'hxPublicAttempts'],
];
const ACTIONS = ['view', 'create', 'update', 'destroy', 'importXlsx'].map((name) => ({ name }));
let administrator: Client;
let recorder: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
  await administrator.post('roles:create', { name: ROLE, title: '记录员' });
  for (const [name] of RECORDS) await giveRight(administrator, ROLE, name, ACTIONS);
  recorder = await signInAs('recorder', [ROLE]);
  await makeTable(administrator, TABLE, [toMany(TABLE, 'consents', 'hxConsents', '同意')]);
});
afterAll(async () => {
  await dropTable(administrator, TABLE);
  await administrator.post('roles:destroy', {}, { query: { filterByTk: ROLE } });
});

const rows = (collection: string): Promise<number> => app().db.getRepository(collection).count();
const keyOf = (collection: string): string => app().db.getCollection(collection).model.primaryKeyAttribute;

let made = 0;
/** Past rules and numbers: what it says is of no matter here. */
async function aRow(collection: string): Promise<string> {
  const { rawAttributes } = app().db.getCollection(collection).model;
  const known = {
    ...{ id: (made += 1) + 700_000, userId: administrator.userId, roleName: 'hx-official', key: `k${made}` },
    ...{ tokenHash: `x${made}`, codeHash: `x${made}`, purpose: 'x', digest: 'x', at: new Date() },
  };
  const values = Object.fromEntries(Object.entries(known).filter(([name]) => Object.hasOwn(rawAttributes, name)));
  const row = await app().db.getModel(collection).create(values, { hooks: false });
  return String(row.get(keyOf(collection)));
}

function expectKept(answer: Answer, title: string, path: string): void {
  expect([path, answer.status, answer.body.errors?.map(({ code }) => code)]).toEqual([path, 403, ['RECORD_BY_SERVER']]);
  expect(answer.body.errors?.[0].message).toContain(title);
}

it('are these, and no others', () => {
  const { access } = app().pm.get('@hongxin/plugin-foundation') as unknown as {
    access: { all(): Iterable<{ collection: string; writtenByServer?: boolean }> };
  };
  const declared = [...access.all()].filter(({ writtenByServer }) => writtenByServer);
  expect(declared.map(({ collection }) => collection).sort()).toEqual(RECORDS.map(([name]) => name).sort());
});

it.each(RECORDS)('%s are neither written nor deleted, whoever asks', async (collection, title) => {
  const id = await aRow(collection);
  const before = await rows(collection);
  for (const client of [administrator, recorder])
    for (const [path, body] of [
      [`${collection}:create`, {}],
      [`${collection}:update/${id}`, {}],
      [`${collection}:destroy/${id}`, {}],
      [`${collection}:destroy?filter=${encodeURIComponent(JSON.stringify({ [keyOf(collection)]: { $eq: id } }))}`, {}],
      [`${collection}:firstOrCreate?filterKeys[]=${keyOf(collection)}`, { [keyOf(collection)]: 1 }],
      [`${collection}:updateOrCreate?filterKeys[]=${keyOf(collection)}`, { [keyOf(collection)]: id }],
      [`${collection}:importXlsx`, {}],
    ] as const) {
      const answer = await client.post(path, body, { headers: { 'x-locale': 'zh-CN' } });
      // what the role may not do at all NocoBase says first
      if (answer.body.errors?.[0].code !== 'NOT_PERMITTED') expectKept(answer, title, path);
      expect(answer.status).toBe(403);
    }
  expect(await rows(collection)).toBe(before);
  const { repository } = app().db.getCollection(collection);
  const context = { stack: [1] };
  const row = await repository.findOne({ filterByTk: id });
  for (const work of [
    () => app().db.emitAsync('beforeCreate', row, { context }),
    () => app().db.emitAsync('beforeUpdate', row, { context }),
    () => repository.destroy({ filterByTk: id, context }),
  ])
    await expect(work()).rejects.toMatchObject({ reasons: [{ code: 'RECORD_BY_SERVER' }] });
  expect(await rows(collection)).toBe(before);
});

it('nor along a relation of a table that an administrator has made', async () => {
  const id = await aRow('hxConsents');
  const other = await aRow('hxConsents');
  const before = await rows('hxConsents');
  const visit = await administrator.post<{ id: string }>(`${TABLE}:create`, { consents: [id] });
  expect(visit.status).toBe(200);
  const way = `${TABLE}/${visit.body.data.id}/consents`;
  for (const [path, body] of [
    [`${TABLE}:create`, { consents: [{ version: 'x' }] }],
    [
      `${TABLE}:update/${visit.body.data.id}?updateAssociationValues[]=consents`,
      { consents: [{ id: other, version: 'x' }] },
    ],
    [`${way}:create`, { version: 'x' }],
    [`${way}:destroy/${id}`, {}],
  ] as const)
    expectKept(await administrator.post(path, body, { headers: { 'x-locale': 'zh-CN' } }), '同意记录', path);
  expect(await rows('hxConsents')).toBe(before);
});
