/** The pack's own actions ask NocoBase's role tables: roles of administrators get them, narrowed scopes narrow them. */
import { foundationOf, ownRolesInCharge } from '@hongxin/plugin-foundation';
import { app, Client, reset, signInAs } from '@test/server/harness';
import type { ClaimableAnswer } from '../../shared/claiming';
import { published, raise } from '@test/server/registration/needs';
import { memberOnRoll, openPost, serviceClass, step } from '@test/server/registration/service';
import { buildTown, create, list, type Row, type Town } from '@test/server/registration/town';

let town: Town;
let resident: Client;
let eastNeed: Row;
let westNeed: Row;

interface Granted {
  name: string;
  fields?: string[];
  scope?: Record<string, unknown>;
}
let scopes = 0;

/** What an administrator sets on a role's page: actions on a collection, each with the records it holds for. */
async function grant(role: string, collection: string, actions: readonly Granted[]): Promise<void> {
  const { db } = app();
  const rows = [];
  for (const { name, fields = [], scope } of actions) {
    const values = {
      key: `own-${(scopes += 1)}`,
      dataSourceKey: 'main',
      name: `范围${scopes}`,
      resourceName: collection,
    };
    const made = scope
      ? await db.getRepository('dataSourcesRolesResourcesScopes').create({ values: { ...values, scope } })
      : null;
    rows.push({ name, fields, scopeId: made?.get('id') ?? null });
  }
  const values = { dataSourceKey: 'main', roleName: role, name: collection, usingActionsConfig: true, actions: rows };
  await db.getRepository('dataSourcesRolesResources').create({ values });
}
const fieldsOf = (collection: string): string[] => [...app().db.getCollection(collection).fields.keys()];
const inEast = (): Record<string, unknown> => ({ areaCode: { $startsWith: town.east.code } });
const everything = (collection: string): Granted => ({ name: 'view', fields: fieldsOf(collection) });

const ROLES = [
  ...['own-east-desk', 'own-city-desk', 'own-volunteer', 'own-nobody', 'own-raiser'],
  ...['own-staff-desk', 'own-liaison', 'own-clerk'],
];

beforeAll(async () => {
  await reset();
  town = await buildTown();
  resident = await signInAs('resident', ['hx-resident']);
  for (const name of ROLES) await town.administrator.post('roles:create', { name, title: name, snippets: [] });
  for (const collection of ['hxNeeds', 'hxMemberRegistrations', 'hxUnitRegistrations', 'hxYearFeedbacks']) {
    const scope = inEast();
    await grant('own-east-desk', collection, [
      { ...everything(collection), scope },
      { name: 'transition', scope },
    ]);
    await grant('own-city-desk', collection, [everything(collection), { name: 'transition' }]);
    await grant('own-nobody', collection, [everything(collection)]);
  }
  const own = { ownerId: '{{ ctx.state.currentUser.id }}' };
  await grant('own-raiser', 'hxNeeds', [
    { ...everything('hxNeeds'), scope: own },
    { name: 'transition', scope: own },
  ]);
  await grant('own-volunteer', 'hxNeeds', [everything('hxNeeds')]);
  await grant('own-volunteer', 'hxClaims', [{ name: 'create', fields: ['post', 'postId', 'project', 'projectId'] }]);
  const inStreet = { areaCode: { $startsWith: town.street.code } };
  const at = (collection: string, scope: Record<string, unknown>) => ({ fields: fieldsOf(collection), scope });
  for (const collection of ['hxPosts', 'hxPersons', 'hxInvitations', 'hxUnits'])
    await grant('own-staff-desk', collection, [
      { name: 'view', ...at(collection, inStreet) },
      { name: 'create', ...at(collection, inStreet) },
      { name: 'update', ...at(collection, inEast()) },
    ]);
  for (const collection of ['hxAreas', 'hxOrganizations', 'hxPostTypes'])
    await grant('own-staff-desk', collection, [everything(collection)]);
  await grant('own-liaison', 'hxClaims', [
    { ...everything('hxClaims'), scope: own },
    { name: 'create', ...at('hxClaims', own) },
  ]);
  await grant('own-clerk', 'hxClaims', [everything('hxClaims'), { name: 'create', fields: fieldsOf('hxClaims') }]);
  for (const role of ['own-liaison', 'own-clerk'])
    for (const collection of ['hxUnits', 'hxServicePosts']) await grant(role, collection, [everything(collection)]);
  eastNeed = await published(town, resident);
  westNeed = await raise(town, resident, { areaId: town.westEstate.id });
});
afterAll(async () => {
  for (const role of ROLES) await app().db.getRepository('roles').destroy({ filterByTk: role });
});

const as = (role: string): Promise<Client> => signInAs(`of-${role}`, [role]);
interface Balance {
  communities: { code: string }[];
  mayMove: boolean;
}
const balance = async (client: Client) => (await client.get<Balance>('hxUnitRegistrations:balance')).body.data;
const communities = ({ communities: rows }: Balance): string[] => rows.map(({ code }) => code).sort();

it('the load of communities is told where registrations may be seen, and moving offered where all may be handled', async () => {
  const east = await balance(await as('own-east-desk'));
  expect([communities(east), east.mayMove]).toEqual([[town.east.code], false]);
  const city = await balance(await as('own-city-desk'));
  expect([communities(city).length, city.mayMove]).toEqual([2, true]);
  const nobody = await balance(await as('own-nobody'));
  expect([communities(nobody).length, nobody.mayMove]).toEqual([2, false]);
});

it('helpers of a need are told to a role of the place, and inviting offered to whom moving needs on is given', async () => {
  const matches = async (role: string, need: Row) => (await as(role)).get(`hxNeeds:matches/${need.id}`);
  expect((await matches('own-east-desk', eastNeed)).status).toBe(200);
  expect((await matches('own-east-desk', westNeed)).status).toBe(404);
  expect((await matches('own-city-desk', westNeed)).status).toBe(200);
  expect((await matches('own-volunteer', eastNeed)).status).toBe(403);
});

it('a role with the right to change states stands in for those in charge, within its scope', async () => {
  const need = await raise(town, resident);
  const desk = await as('own-east-desk');
  const open = async (client: Client, row: Row) =>
    (await client.get<{ name: string }[]>(`hxNeeds:transitions/${row.id}`)).body.data?.map(({ name }) => name);
  expect(await open(desk, need)).toContain('review');
  expect(await open(await as('own-nobody'), need)).toEqual([]);
  await step(desk, 'hxNeeds', need.id, 'review', { values: { serviceClassId: await serviceClass('legalAid') } });
  const refused = await (await as('own-nobody')).post(`hxNeeds:transition/${need.id}`, { transition: 'publish' });
  expect(refused.status).toBe(403);
  expect((await desk.post(`hxNeeds:transition/${westNeed.id}`, { transition: 'review' })).status).toBe(404);
});

it('but not with a scope of one’s own records, nor on a record that is one’s own', async () => {
  const open = async (client: Client, row: Row) =>
    (await client.get<{ name: string }[]>(`hxNeeds:transitions/${row.id}`)).body.data?.map(({ name }) => name);
  const account = await signInAs('of-own-raiser', ['hx-resident']);
  const own = await raise(town, account);
  await town.administrator.post('roles/own-city-desk/users:add', [account.userId]);
  await town.administrator.post('roles/own-raiser/users:add', [account.userId]);
  expect(await open(new Client(account.token, 'own-city-desk', account.userId), own)).not.toContain('review');
  expect(await open(new Client(account.token, 'own-raiser', account.userId), own)).not.toContain('review');
});

it('but never for an owner, nor for a relation to the record', async () => {
  const member = await memberOnRoll(town);
  const [row] = (await member.get<Row[]>('hxMemberRegistrations:list')).body.data;
  const desk = await as('own-city-desk');
  const names = (await desk.get<{ name: string }[]>(`hxMemberRegistrations:transitions/${row.id}`)).body.data.map(
    ({ name }) => name,
  );
  expect(names.length).toBeGreaterThan(0);
  expect(names).not.toContain('withdraw');
});

it('steps of a year’s feedbacks are offered by rights', async () => {
  const may = async (client: Client) =>
    (await client.get<{ may: { make: boolean; steps: { name: string }[] } }>('hxYearFeedbacks:summary', { year: 2026 }))
      .body.data.may;
  const names = async (client: Client) => {
    const { make, steps } = await may(client);
    return [make, steps.map(({ name }) => name)];
  };
  expect(await names(await as('own-east-desk'))).toEqual([true, ['comment', 'issue']]);
  expect(await names(await as('own-nobody'))).toEqual([false, []]);
  expect(await names(town.community)).toEqual([true, ['comment', 'signFor', 'issue']]);
  expect(await names(town.liaison)).toEqual([false, ['sign']]);
  expect(await names(await memberOnRoll(town))).toEqual([false, []]);
  expect(await names(town.city_)).toEqual([true, []]);
});

it('a role that may make claims takes needs on, for whoever is on a roll', async () => {
  const member = await memberOnRoll(town);
  await town.administrator.post('roles/own-volunteer/users:add', [member.userId]);
  const volunteer = new Client(member.token, 'own-volunteer', member.userId);
  const answer = await volunteer.get<ClaimableAnswer>(`hxNeeds:claimable/${eastNeed.id}`);
  expect([answer.status, answer.body.data.isOnRoll, answer.body.data.mayTakeOn]).toEqual([200, true, true]);
  expect((await (await as('own-nobody')).get(`hxNeeds:claimable/${eastNeed.id}`)).status).toBe(403);
  for (const client of [town.community, town.city_, town.administrator])
    expect((await client.get(`hxNeeds:claimable/${eastNeed.id}`)).status).toBe(403);
});

it('a role that may make posts fills those that give a role strictly below its places, and never makes a city administrator', async () => {
  const desk = await as('own-staff-desk');
  const person = await create(town.administrator, 'hxPersons', { name: '受任人', areaId: town.eastEstate.id });
  const types = await list(town.administrator, 'hxPostTypes', { pageSize: 50 });
  const cityTypes = types.filter(({ grantsRole }) => grantsRole === 'hx-city');
  const appointing = async (code: string, areaId: number) => {
    const type = types.find((each) => each.code === code) as Row;
    const values = { personId: person.id, postTypeId: type.id, areaId, startsOn: '2026-01-01' };
    const { status, body } = await desk.post('hxPosts:create', values);
    return [status, body.errors?.[0]?.code];
  };
  expect(await appointing('communityWorker', town.east.id)).toEqual([200, undefined]);
  expect(await appointing('streetOfficer', town.street.id)).toEqual([403, 'POST_GRANT_NOT_BELOW']);
  expect(await appointing(cityTypes[0].code as string, town.east.id)).toEqual([403, 'POST_GRANT_NOT_BELOW']);
});

it('a role that sees invitations and may change persons of a place invites there, and nowhere else', async () => {
  const desk = await as('own-staff-desk');
  const invite = async (client: Client, body: object) => (await client.post('hxJoin:invite', body)).status;
  const at = async (area: Row) =>
    create(town.administrator, 'hxPersons', { name: `住${area.name}`, areaId: area.id }).then(({ id }) => String(id));
  expect(await invite(desk, { kind: 'person', subjectId: await at(town.eastEstate) })).toBe(200);
  expect(await invite(desk, { kind: 'person', subjectId: await at(town.westEstate) })).toBe(404);
  expect(await invite(desk, { areaId: town.east.id, name: '新来的' })).toBe(200);
  expect(await invite(desk, { areaId: town.west.id, name: '新来的' })).toBe(403);
  expect(await invite(await as('own-nobody'), { areaId: town.east.id, name: '新来的' })).toBe(403);
});

it('a role with claims of its own only acts for the own unit; one with any claims for every unit', async () => {
  const claim = async (client: Client, values: object) => {
    const post = await openPost(town, { headCount: 9 });
    const { status, body } = await client.post('hxClaims:create', { postId: post.id, places: 1, ...values });
    return [status, body.errors?.[0]?.code];
  };
  await town.administrator.post('roles/own-liaison/users:add', [town.liaison.userId]);
  const liaison = new Client(town.liaison.token, 'own-liaison', town.liaison.userId);
  expect(await claim(liaison, {})).toEqual([200, undefined]);
  expect(await claim(liaison, { unitId: town.work.id })).toEqual([200, undefined]);
  expect(await claim(liaison, { unitId: town.otherWork.id })).toEqual([400, 'UNIT_NOT_REPRESENTED']);
  expect(await claim(await as('own-clerk'), { unitId: town.otherWork.id })).toEqual([200, undefined]);
});

it('a role of the administrators’ that decides may be named a deputy', async () => {
  const names = ownRolesInCharge(app());
  expect(names).toEqual(expect.arrayContaining(['own-east-desk', 'own-city-desk']));
  for (const name of ['own-nobody', 'own-raiser', 'own-volunteer', 'hx-member']) expect(names).not.toContain(name);
});

it('a scope of a shipped role that an administrator narrows narrows the answers', async () => {
  const { db } = app();
  const row = await db.getRepository('dataSourcesRolesResources').findOne({
    filter: { roleName: 'hx-city', name: 'hxUnitRegistrations' },
    appends: ['actions'],
  });
  const actions = row.get('actions') as { get(name: string): unknown }[];
  const made = await db.getRepository('dataSourcesRolesResourcesScopes').create({
    values: {
      key: 'own-narrow',
      dataSourceKey: 'main',
      name: '西',
      resourceName: 'hxUnitRegistrations',
      scope: { areaCode: { $startsWith: town.west.code } },
    },
  });
  const set = async (scopeId: unknown) => {
    const rows = actions.map((each) => ({ name: each.get('name'), fields: each.get('fields'), scopeId }));
    const values = { actions: rows };
    const updateAssociationValues = ['actions'];
    const filterByTk = row.get('id') as number;
    await db.getRepository('dataSourcesRolesResources').update({ filterByTk, values, updateAssociationValues });
  };
  expect(communities(await balance(town.city_)).length).toBe(2);
  try {
    await set(made.get('id'));
    const narrowed = await balance(town.city_);
    expect([communities(narrowed), narrowed.mayMove]).toEqual([[town.west.code], false]);
  } finally {
    await set(null);
  }
});

it('registering a unit and acting in its name are refused in words of their own', () => {
  const { texts } = foundationOf(app()).errors.catalogue.words;
  expect(texts.UNIT_NOT_YOURS.en).toContain('You can only register a unit whose liaison you are');
  expect(texts.UNIT_NOT_REPRESENTED.en).toContain('cannot act in its name');
  expect(texts.FIELD_NOT_WRITABLE).toBeUndefined(); // the rules' own, with one sentence
});

it('a need raised by who may raise for a place is the place’s, by others their own', async () => {
  const own = await raise(town, resident);
  expect(String(own.ownerId)).toBe(String(resident.userId));
  const heard = await create(town.community, 'hxNeeds', { title: '走访所得', areaId: town.eastEstate.id });
  expect([heard.source, heard.ownerId ?? null]).toEqual(['visit', null]);
});
