/** NocoBase hands any collection a caller may list to its AI employees, in clear: not the pack's, not administrators' own. */
import { app, reset, root, type Client } from '../../../../../../../../test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts } from '../../__tests__/support/places';

let east: Client;
let administrator: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  east = await signInWithPosts('assistant-east', 'hx-official', [EAST]);
  administrator = await root();
});

const query = (collectionName: string) => ({ datasource: 'main', collectionName, fields: ['id', 'phone'], limit: 5 });
const code = (answer: Awaited<ReturnType<Client['post']>>) => [answer.status, answer.body.errors?.[0]?.code];

test('the guarded resource is NocoBase’s, as it is called today', () => {
  expect(app().resourceManager.isDefined('aiContextDatasources')).toBe(true);
  expect(app().resourceManager.isDefined('aiConversations')).toBe(true);
});

test('records cannot be previewed as context, by nobody', async () => {
  for (const client of [east, administrator]) {
    const answer = await client.post('aiContextDatasources:preview', query('hxTestRecords'));
    expect(code(answer)).toEqual([403, 'NOT_FOR_ASSISTANTS']);
    expect(JSON.stringify(answer.body)).not.toMatch(/1\d{10}/);
  }
});

test('nor can a message carry them, or a saved context name them', async () => {
  const messages = [
    { role: 'user', content: '?', workContext: [{ type: 'datasource', content: query('hxTestRecords') }] },
  ];
  expect(code(await east.post('aiConversations:sendMessages', { messages }))).toEqual([403, 'NOT_FOR_ASSISTANTS']);
  const saved = await administrator.post('aiContextDatasources:create', { title: 'x', ...query('hxTestRecords') });
  expect(code(saved)).toEqual([403, 'NOT_FOR_ASSISTANTS']);
});

test('NocoBase’s own collections are left to NocoBase', async () => {
  const answer = await administrator.post('aiContextDatasources:preview', {
    ...query('roles'),
    fields: ['name'],
  });
  expect(answer.status).toBe(200);
});
