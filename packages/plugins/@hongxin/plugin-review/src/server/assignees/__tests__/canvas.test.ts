import { app, reset, root, signedOut, signInAs, type Client } from '../../../../../../../../test/server/harness';

jest.setTimeout(60_000);

const DRAWERS = 'canvas-drawers';

let administrator: Client;
let drawer: Client;
let others: Client[];
beforeAll(async () => {
  await reset();
  await app()
    .db.getRepository('roles')
    .create({ values: { name: DRAWERS, title: DRAWERS, snippets: ['pm.workflow.workflows', '!ui.*'] } });
  administrator = await root();
  drawer = await signInAs('canvas-drawer', [DRAWERS]);
  others = await Promise.all(
    ['member', 'hx-city', 'hx-official', 'hx-member'].map((role) => signInAs(`canvas-${role}`, [role])),
  );
});
afterAll(() => app().db.getRepository('roles').destroy({ filterByTk: DRAWERS }));

const asks = [
  ['assigneeRules', (client: Client) => client.get('hxReviewTasks:assigneeRules')],
  [
    'checkRules',
    (client: Client) => client.post('hxReviewTasks:checkRules', { collection: 'hxMemberRegistrations', assignees: [] }),
  ],
] as const;

it.each(asks)('answers %s to those who may configure workflows, and to nobody else', async (_name, ask) => {
  expect((await ask(administrator)).status).toBe(200);
  expect((await ask(drawer)).status).toBe(200);
  for (const other of others) expect([other.role, (await ask(other)).status]).toEqual([other.role, 403]);
  expect((await ask(signedOut())).status).toBe(401);
});
