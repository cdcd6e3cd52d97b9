/** Where an administrator's rights differ from the shipped table: told to those who configure, personal data first. */
import { app, reset, root, signedOut, signInAs, type Client } from '@test/server/harness';
import { titlesOf } from '../grants/titled';
import { preparePlaces } from '@test/server/foundation/places';

jest.setTimeout(60_000);

const ROLE = 'departures-role';

interface Titled {
  name: string;
  title: string;
  isAmbiguous?: true;
}

interface Departure {
  role: string;
  roleTitle: Titled;
  collection: string;
  collectionTitle: Titled;
  isShipped: boolean;
  personal: string;
  personalFields: Titled[];
  differences: { action: string; actionTitle: string; kind: string; fields: Titled[] }[];
}

let administrator: Client;
beforeAll(async () => {
  await reset();
  await preparePlaces();
  administrator = await root();
  const view = { name: 'view', fields: ['title', 'phone'] };
  const resource = { dataSourceKey: 'main', name: 'hxTestRecords', usingActionsConfig: true, actions: [view] };
  await app()
    .db.getRepository('roles')
    .create({ values: { name: ROLE, title: '网格助理', snippets: [], resources: [resource] } });
});
afterAll(() => app().db.getRepository('roles').destroy({ filterByTk: ROLE }));

it('lists a role that an administrator let see personal fields, before those that open none', async () => {
  const { status, body } = await administrator.get<Departure[]>('hxDepartures:list');
  expect(status).toBe(200);
  expect(body.data.find(({ role }) => role === ROLE)).toMatchObject({
    roleTitle: { name: ROLE, title: '网格助理' },
    collection: 'hxTestRecords',
    isShipped: false,
    personal: 'masked',
    personalFields: [{ name: 'phone' }],
    differences: [{ action: 'view', kind: 'actionAdded' }],
  });
  const weights = body.data.map(({ personal }) => ['none', 'masked', 'clear'].indexOf(personal));
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

it('names what two titles would confuse', () => {
  const find = titlesOf(
    new Map([
      ['note', '备注'],
      ['f_x1', '备注'],
      ['phone', '电话'],
    ]),
  );
  expect(['note', 'phone', 'gone'].map(find)).toEqual([
    { name: 'note', title: '备注', isAmbiguous: true },
    { name: 'phone', title: '电话' },
    { name: 'gone', title: 'gone' },
  ]);
});

it('speaks in titles, in the reader’s language', async () => {
  const { db } = app();
  const actions = [
    { name: 'view', fields: ['title', 'area', 'areaId', 'note'] },
    ...['create', 'update', 'export', 'importXlsx', 'reveal'].map((name) => ({ name, fields: ['title'] })),
    ...['destroy', 'transition'].map((name) => ({ name, fields: [] })),
  ];
  const resource = { dataSourceKey: 'main', name: 'hxTestRecords', usingActionsConfig: true, actions };
  await db
    .getRepository('roles')
    .create({ values: { name: 'departures-all', title: '网格助理（二）', snippets: [], resources: [resource] } });
  const read = async (locale: string) => {
    const answer = await administrator.call<Departure[]>('GET', 'hxDepartures:list', {
      headers: { 'x-locale': locale },
    });
    return answer.body.data.find(({ role }) => role === 'departures-all') as Departure;
  };
  const chinese = await read('zh-CN');
  const english = await read('en-US');
  await db.getRepository('roles').destroy({ filterByTk: 'departures-all' });
  expect(chinese.roleTitle).toEqual({ name: 'departures-all', title: '网格助理（二）' });
  expect(chinese.differences.map(({ actionTitle }) => actionTitle).sort()).toEqual(
    ['查看', '添加', '编辑', '导出', '导入', '查看原文', '删除', '办理'].sort(),
  );
  expect(english.differences.map(({ actionTitle }) => actionTitle).join()).not.toMatch(/[\p{Script=Han}{]|importXlsx/u);
  const fields = (of: Departure) => of.differences.find(({ action }) => action === 'view')?.fields ?? [];
  expect(fields(chinese).map(({ name }) => name)).not.toContain('areaId'); // said with its relation
  for (const { title } of fields(chinese)) expect(title).not.toContain('{{');
});

it('titles the shipped roles, collections and fields in both languages', async () => {
  const { db } = app();
  const [role, name] = ['hx-official', 'hxDataRequests'];
  const where = { roleName: role, name };
  const repository = db.getRepository('dataSourcesRolesResources');
  const row = await repository.findOne({ filter: where, appends: ['actions'] });
  const view = (row?.get('actions') as { get(name: string): unknown }[]).find((each) => each.get('name') === 'view');
  const before = view?.get('fields') as string[];
  const actions = db.getRepository('dataSourcesRolesResourcesActions');
  const write = (fields: string[]) => actions.update({ filterByTk: Number(view?.get('id')), values: { fields } });
  await write(before.filter((field) => field !== 'about'));
  const read = async (locale: string) =>
    (
      await administrator.call<Departure[]>('GET', 'hxDepartures:list', { headers: { 'x-locale': locale } })
    ).body.data.find((each) => each.role === role && each.collection === name);
  const told = [await read('zh-CN'), await read('en-US')];
  await write(before);
  expect(told).toMatchObject([
    { roleTitle: { title: '基层干部' }, collectionTitle: { title: '个人信息请求' } },
    { roleTitle: { title: 'Grassroots cadre' }, collectionTitle: { title: 'Personal data requests' } },
  ]);
});

it('tells nobody else', async () => {
  for (const role of ['member', 'hx-city', 'hx-official', ROLE])
    expect([role, (await (await signInAs(`departures-${role}`, [role])).get('hxDepartures:list')).status]).toEqual([
      role,
      403,
    ]);
  expect((await signedOut().get('hxDepartures:list')).status).toBe(401);
});
