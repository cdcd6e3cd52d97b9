/** Templates that pages refer to are written by those who may configure pages, and by nobody else. */
import { app, reset, root, signInAs, type Client } from '@test/server/harness';

let member: Client;
let administrator: Client;

beforeAll(async () => {
  await reset();
  member = await signInAs('templates-member', ['hx-official']);
  administrator = await root();
});

const RESOURCES = ['flowModelTemplates', 'blockTemplates'] as const;
const row = (resource: string): Record<string, string> =>
  resource === 'blockTemplates'
    ? { title: '模板', key: 'test-template', uid: 'test-template-uid' }
    : { uid: 'test-template', name: '模板', targetUid: 'test-template-target' };
const status = async (answer: ReturnType<Client['post']>) => (await answer).status;

test.each(RESOURCES)('%s are not written or deleted by those who use pages', async (resource) => {
  const rows = app().db.getRepository(resource);
  const made = await rows.create({ values: row(resource) });
  const key = String(made.get(app().db.getCollection(resource).model.primaryKeyAttribute));
  const path = (action: string) => `${resource}:${action}?filterByTk=${key}`;
  expect(await status(member.post(path('update'), { title: 'x', name: 'x' }))).toBe(403);
  expect(await status(member.post(path('destroy'), {}))).toBe(403);
  expect(await status(member.post(`${resource}:create`, { ...row(resource), key: 'other', uid: 'other' }))).toBe(403);
  expect(await rows.count({ filter: row(resource) })).toBe(1);
  expect((await member.get(`${resource}:list`)).status).toBe(200);
  expect(await status(administrator.post(path('destroy'), {}))).toBe(200);
});

test('a role that may configure pages writes them', async () => {
  await app()
    .db.getRepository('roles')
    .create({ values: { name: 'r_designer', title: 'designer', snippets: ['ui.*'] } });
  const designer = await signInAs('templates-designer', ['r_designer']);
  const made = await designer.post('flowModelTemplates:create', row('flowModelTemplates'));
  expect(made.status).not.toBe(403);
  await app()
    .db.getRepository('flowModelTemplates')
    .destroy({ filter: { uid: 'test-template' } });
  await app().db.getRepository('roles').destroy({ filterByTk: 'r_designer' });
});
