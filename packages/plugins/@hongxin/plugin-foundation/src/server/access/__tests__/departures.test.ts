/** Where an administrator's rights differ from the shipped table: told to those who configure, personal data first. */
import { app, reset, root, signedOut, signInAs, type Client } from '../../../../../../../../test/server/harness';
import { preparePlaces } from '../../__tests__/support/places';

jest.setTimeout(60_000);

const ROLE = 'departures-role';

interface Departure {
  role: string;
  roleTitle: string;
  collection: string;
  isShipped: boolean;
  personal: string;
  personalFields: string[];
  differences: { action: string; kind: string }[];
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
    roleTitle: '网格助理',
    collection: 'hxTestRecords',
    isShipped: false,
    personal: 'masked',
    personalFields: ['phone'],
    differences: [{ action: 'view', kind: 'actionAdded' }],
  });
  const weights = body.data.map(({ personal }) => ['none', 'masked', 'clear'].indexOf(personal));
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

it('tells nobody else', async () => {
  for (const role of ['member', 'hx-city', 'hx-official', ROLE])
    expect([role, (await (await signInAs(`departures-${role}`, [role])).get('hxDepartures:list')).status]).toEqual([
      role,
      403,
    ]);
  expect((await signedOut().get('hxDepartures:list')).status).toBe(401);
});
