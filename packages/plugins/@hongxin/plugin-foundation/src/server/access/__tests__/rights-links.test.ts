/** A right that is taken away is gone at once, by whatever door; where a door could not tell anybody, it is closed. */
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { fillPlaces, preparePlaces } from '@test/server/foundation/places';

const ROLE = 'test-rights-links';
let administrator: Client;
let reader: Client;
let resourceId: string;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  administrator = await root();
  const { db } = app();
  await db.getRepository('roles').create({ values: { name: ROLE, title: '查看', strategy: { actions: [] } } });
  const values = {
    name: 'hxTestRecords',
    usingActionsConfig: true,
    actions: [{ name: 'view', fields: ['id', 'title'] }],
  };
  await db
    .getRepository('dataSourcesRolesResources')
    .create({ values: { ...values, dataSourceKey: 'main', roleName: ROLE } });
  const row = await db.getRepository('dataSourcesRolesResources').findOne({ filter: { roleName: ROLE } });
  resourceId = String(row?.get('id'));
  reader = await signInAs('rights-links-reader', [ROLE]);
});
afterAll(async () => {
  await app()
    .db.getRepository('dataSourcesRolesResources')
    .destroy({ filter: { roleName: ROLE } });
  await app().db.getRepository('roles').destroy({ filterByTk: ROLE });
});

const listed = async (): Promise<number> => (await reader.get('hxTestRecords:list')).status;

it.each(['set', 'remove', 'add', 'toggle'])(
  'does not take rights away where nobody would hear of it: %s',
  async (link) => {
    expect(await listed()).toBe(200);
    const answer = await administrator.post(`dataSourcesRolesResources/${resourceId}/actions:${link}`, []);
    expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, 'RIGHTS_LINKED_IN_BULK']);
    expect(await listed()).toBe(200);
  },
);

it('takes them away at once by an update', async () => {
  const query = { filterByTk: resourceId, updateAssociationValues: ['actions'] };
  const answer = await administrator.post('dataSourcesRolesResources:update', { actions: [] }, { query });
  expect(answer.status).toBe(200);
  expect(await listed()).toBe(403);
});
