/** What NocoBase hides from everybody is nobody's to count, group, sort or filter by; and two operators that were 500. */
import { app, reset, root, signInAs, type Answer, type Client } from '@test/server/harness';
import { fillPlaces, preparePlaces } from '@test/server/foundation/places';

const ROLE = 'test-secrets';
let administrator: Client;
let reader: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  administrator = await root();
  const { db } = app();
  await db.getRepository('roles').create({ values: { name: ROLE, title: '账号', strategy: { actions: [] } } });
  const fields = ['id', 'nickname', 'password', 'resetToken', 'createdById'];
  await db.getRepository('dataSourcesRolesResources').create({
    values: {
      dataSourceKey: 'main',
      roleName: ROLE,
      name: 'users',
      usingActionsConfig: true,
      actions: [{ name: 'view', fields }],
    },
  });
  reader = await signInAs('secrets-reader', [ROLE]);
});
afterAll(async () => {
  await app()
    .db.getRepository('dataSourcesRolesResources')
    .destroy({ filter: { roleName: ROLE } });
  await app().db.getRepository('roles').destroy({ filterByTk: ROLE });
});

const measures = [{ field: ['id'], aggregation: 'count', alias: 'n' }];
const chart = (client: Client, query: object) =>
  client.post('charts:queryData', { collection: 'users', dataSource: 'main', measures, ...query });

const DOORS: [string, (client: Client) => Promise<Answer>][] = [
  ['grouped by', (client) => client.post('users:query', { measures, dimensions: [{ field: ['password'] }] })],
  ['grouped by in a chart', (client) => chart(client, { dimensions: [{ field: ['password'] }] })],
  ['a largest one', (client) => chart(client, { measures: [{ field: 'password', aggregation: 'max', alias: 'n' }] })],
  ['a chart filtered', (client) => chart(client, { filter: { password: { $ne: null } } })],
  ['filtered by', (client) => client.get('users:list', { filter: { password: { $ne: null } } })],
  ['filtered by, nested', (client) => client.get('users:list', { filter: { $or: [{ 'resetToken.$ne': null }] } })],
  ['filtered by, beyond a relation', (client) => client.get('users:list', { filter: { 'createdBy.password': 'x' } })],
  ['sorted by', (client) => client.get('users:list', { sort: '-password' })],
];

describe.each([
  ['root', () => administrator],
  ['a role with the field among its own', () => reader],
])('%s', (_, client) => {
  it.each(DOORS)('gets no hash of a password: %s', async (_door, ask) => {
    const answer = await ask(client());
    expect(answer.status).toBe(403);
    expect(answer.body.errors?.[0].code).toBe('FIELD_NOT_VISIBLE');
  });

  it('still lists accounts', async () => {
    expect((await client().get('users:list', { filter: { nickname: { $ne: null } }, sort: 'nickname' })).status).toBe(
      200,
    );
  });
});

it.each([
  ['$childIn', 5],
  ['$childIn', [1]],
  ['$childIn', true],
  ['$childNotIn', 1.5],
  ['$childNotIn', null],
])('refuses {%s: %j} in words', async (operator, value) => {
  const answer = await administrator.get('hxTestRecords:list', { filter: { title: { [operator]: value } } });
  expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, 'FILTER_INVALID']);
});

it.each(['$is', '$not'])('asks a column of JSON whether it is null only (%s)', async (operator) => {
  const ask = (value: unknown) => administrator.get('hxEvents:list', { filter: { details: { [operator]: value } } });
  const answer = await ask(true);
  expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, 'FILTER_INVALID']);
  expect((await ask(null)).status).toBe(200);
});
