/** NocoBase hands any collection a caller may list to its AI employees, in clear: not the pack's, not administrators' own. */
import { app, reset, root, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts } from '@test/server/foundation/places';

let east: Client;
let employed: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  east = await signInWithPosts('assistant-east', 'hx-official', [EAST]);
  employed = await signInWithPosts('assistant-expert', 'hx-expert', []);
  administrator = await root();
  await app()
    .db.getRepository('rolesAiEmployees')
    .create({ values: { roleName: 'hx-expert', aiEmployee: 'viz' } });
});

afterAll(() =>
  app()
    .db.getRepository('rolesAiEmployees')
    .destroy({ filter: { roleName: 'hx-expert' } }),
);

const query = (collectionName: unknown, more: object = {}) => ({
  datasource: 'main',
  collectionName,
  fields: ['id'],
  limit: 5,
  ...more,
});
const code = (answer: Awaited<ReturnType<Client['post']>>) => [answer.status, answer.body.errors?.[0]?.code];
const preview = (client: Client, body: object) => client.post('aiContextDatasources:preview', body);

test('the guarded resource is NocoBase’s, as it is called today', () => {
  for (const name of ['aiContextDatasources', 'aiConversations', 'aiWorkflowTasks'])
    expect(app().resourceManager.isDefined(name)).toBe(true);
  expect(app().db.hasCollection('rolesAiEmployees')).toBe(true);
});

test('is closed to those without an AI employee, every action of it', async () => {
  for (const path of [
    'aiContextDatasources:preview',
    'aiContextDatasources:list',
    'aiConversations:list',
    'aiConversations:create',
    'aiConversations:sendMessages',
    'aiWorkflowTasks:list',
    'aiFiles:create',
  ])
    expect([path, ...code(await east.post(path, query('roles')))]).toEqual([path, 403, 'NO_ASSISTANT']);
});

test('the frame of every page may count what waits for its reader', async () => {
  for (const client of [east, employed, administrator]) {
    const answer = await client.get('aiConversations:unreadCounts');
    expect([answer.status, answer.body.data]).toEqual([
      200,
      { conversationUnreadCount: 0, workflowTaskUnreadCount: 0 },
    ]);
  }
});

test('records cannot be previewed as context, by nobody', async () => {
  for (const client of [employed, administrator]) {
    const answer = await preview(client, query('hxTestRecords', { fields: ['id', 'phone'] }));
    expect(code(answer)).toEqual([403, 'NOT_FOR_ASSISTANTS']);
    expect(JSON.stringify(answer.body)).not.toMatch(/1\d{10}/);
    expect((await preview(client, query(['hxTestRecords']))).status).toBe(400);
    expect((await preview(client, query('hxTestRecords.owner'))).status).toBe(403);
  }
});

test('nor can a message carry them, or a saved context name them', async () => {
  const messages = [
    { role: 'user', content: '?', workContext: [{ type: 'datasource', content: query('hxTestRecords') }] },
  ];
  expect(code(await employed.post('aiConversations:sendMessages', { messages }))).toEqual([403, 'NOT_FOR_ASSISTANTS']);
  const saved = await administrator.post('aiContextDatasources:create', { title: 'x', ...query('hxTestRecords') });
  expect(code(saved)).toEqual([403, 'NOT_FOR_ASSISTANTS']);
});

test.each([
  [
    'a conversation with its writer’s password',
    query('aiConversations', { fields: ['title', 'user.password'], appends: ['user'] }),
  ],
  ['conversations, which the host opens to everybody', query('aiConversations', { fields: ['title'] })],
  ['variables of the environment', query('environmentVariables', { fields: ['name', 'value'] })],
  ['users', query('users', { fields: ['username', 'email'] })],
  ['roles', query('roles', { fields: ['name'] })],
])('whoever has an AI employee reads by it only what the roles show: not %s', async (_, body) => {
  expect((await preview(employed, body)).status).toBe(403);
  const messages = [{ role: 'user', content: '?', workContext: [{ type: 'datasource', content: body }] }];
  expect((await employed.post('aiConversations:sendMessages', { messages })).status).toBe(403);
});

test('not even an administrator reads or tries out passwords by it', async () => {
  for (const more of [
    { fields: ['password'] },
    { fields: ['createdBy.password'] },
    { filter: { password: { $startsWith: 'x' } } },
    { filter: { logic: '$and', items: [{ path: 'password', operator: '$startsWith', value: 'x' }] } },
    { filter: { createdBy: { password: { $ne: 'x' } } } },
    { sort: ['-password'] },
    { appends: ['roles'] },
  ])
    expect([more, (await preview(administrator, query('users', more))).status]).toEqual([more, 403]);
  const all = await preview(administrator, query('users', { fields: [] }));
  expect(all.status).toBe(200);
  expect(JSON.stringify(all.body)).not.toContain('"password"');
});

test('conversations of others are not read by the usual actions of a collection', async () => {
  for (const action of ['get', 'query', 'export', 'firstOrCreate', 'move'])
    expect([
      action,
      (await employed.post(`aiConversations:${action}`, {}, { query: { filterByTk: 'x' } })).status,
    ]).toEqual([action, 403]);
  expect((await employed.get('aiConversations:list')).status).toBe(200);
});

test('NocoBase’s own collections are left to NocoBase for its administrators', async () => {
  const answer = await preview(administrator, query('roles', { fields: ['name'] }));
  expect(answer.status).toBe(200);
});
