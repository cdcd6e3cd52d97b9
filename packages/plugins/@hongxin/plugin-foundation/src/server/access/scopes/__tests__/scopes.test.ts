/** A scope that an administrator wrote and nobody can read: refused in words when it is saved, closed where it stands. */
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { fillPlaces, preparePlaces } from '@test/server/foundation/places';

const ROLE = 'test-scoped';
const SCOPES = 'dataSourcesRolesResourcesScopes';
const UNREADABLE: [string, unknown][] = [
  ['a text', 'x'],
  ['a list', []],
  ['a number', 5],
  ['nothing', null],
  ['a group that is none', { $and: 5 }],
  ['a group of texts', { $or: ['x'] }],
  ['a name of every object', { constructor: 1 }],
  ['an unknown field', { nope: 1 }],
  ['an unknown field beyond a relation', { 'area.nope': 1 }],
  ['an unknown operator', { title: { $nope: 1 } }],
  ['a field of which nothing is said', { title: {} }],
  ['a field of which nothing is said, in a group', { $and: [{ areaCode: { $and: [] } }] }],
  ['a relation compared with a value', { area: 5 }],
  ['an unknown variable', { areaCode: '{{$user.x.y}}' }],
  ['a variable that is none', { areaCode: { $ne: '{{$nothing}}' } }],
];

let administrator: Client;
let reader: Client;
let userId: number;

const scoped = async (scope: unknown) => {
  const { db } = app();
  const row = await db.getRepository(SCOPES).create({
    values: { name: '本街道', dataSourceKey: 'main', resourceName: 'hxTestRecords', scope },
  });
  await db.getRepository('dataSourcesRolesResources').destroy({ filter: { roleName: ROLE } });
  await db.getRepository('dataSourcesRolesResources').create({
    values: {
      dataSourceKey: 'main',
      roleName: ROLE,
      name: 'hxTestRecords',
      usingActionsConfig: true,
      actions: ['view', 'update'].map((name) => ({
        name,
        fields: ['id', 'title', 'areaCode', 'secret'],
        scopeId: row.get('id') as number,
      })),
    },
  });
  return String(row.get('id'));
};

const seen = async () => {
  const list = await reader.get<{ id: number; title: string }[]>('hxTestRecords:list', { sort: 'id' });
  expect(list.status).toBe(200);
  return list.body.data.map(({ title }) => title);
};

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  administrator = await root();
  await app()
    .db.getRepository('roles')
    .create({ values: { name: ROLE, title: '街道', strategy: { actions: [] } } });
  reader = await signInAs('scoped-reader', [ROLE]);
  const user = await app()
    .db.getRepository('users')
    .findOne({ filter: { username: 'scoped-reader' } });
  userId = Number(user?.get('id'));
});

afterAll(async () => {
  await app()
    .db.getRepository('dataSourcesRolesResources')
    .destroy({ filter: { roleName: ROLE } });
  await app().db.getRepository('roles').destroy({ filterByTk: ROLE });
  await app()
    .db.getModel(SCOPES)
    .destroy({ where: { name: '本街道' }, hooks: false });
});

describe.each(UNREADABLE)('a scope that is %s', (_, scope) => {
  it('opens nothing where it stands, through any door', async () => {
    await scoped(scope);
    expect(await seen()).toEqual([]);
    expect((await reader.get('hxTestRecords:list')).body.meta).toMatchObject({ count: 0 });
    const [record] = await app().db.getRepository('hxTestRecords').find({ limit: 1 });
    const written = await reader.post(`hxTestRecords:update/${String(record.get('id'))}`, { title: 'x' });
    expect(written.status).toBe(404);
  });

  it('is refused in words when it is saved', async () => {
    const values = { name: '本街道', resourceName: 'hxTestRecords', scope };
    const answer = await administrator.post(`${SCOPES}:create`, values);
    expect(answer.status).toBe(400);
    // names that every object has are refused wherever they are sent
    if (JSON.stringify(scope).includes('constructor')) {
      expect(answer.body.errors?.[0].code).toBe('NAME_RESERVED');
      return;
    }
    expect(answer.body.errors?.[0]).toMatchObject({ code: 'SCOPE_UNREADABLE', field: 'scope' });
    expect(answer.body.errors?.[0].message).toContain('本街道');
    expect(answer.body.errors).toHaveLength(2);
  });
});

it.each([
  [{}, ['east', 'west']],
  [{ $and: [] }, ['east', 'west']],
  [{ title: 'east' }, ['east']],
  [{ $or: [{ area: { name: { $includes: '西' } } }, { 'title.$eq': 'west' }] }, ['west']],
  [{ $and: [{ 'area.id': { $exists: true } }, { title: { $in: ['east'] } }] }, ['east']],
])('reads %j as it is meant, and saves it', async (scope, titles) => {
  await scoped(scope);
  expect(await seen()).toEqual(titles);
  const answer = await administrator.post(`${SCOPES}:create`, {
    name: '本街道',
    resourceName: 'hxTestRecords',
    scope,
  });
  expect(answer.status).toBe(200);
});

it.each([
  { secret: '{{$user.phone}}' },
  { secret: { $eq: '{{ $user.phone }}' } },
  { secret: { $ne: '{{$user.phone}}' } },
])('opens nothing to whoever has no value for a variable: %j', async (scope) => {
  await scoped(scope);
  await app()
    .db.getRepository('users')
    .update({ filterByTk: userId, values: { phone: null } });
  expect(await seen()).toEqual([]);
  await app()
    .db.getRepository('users')
    .update({ filterByTk: userId, values: { phone: '13900000000' } });
  await app()
    .db.getRepository('hxTestRecords')
    .update({ filter: { title: 'east' }, values: { secret: '13900000000' } });
  await app()
    .db.getRepository('hxTestRecords')
    .update({ filter: { title: 'west' }, values: { secret: 'other' } });
  expect(await seen()).toEqual(['$ne' in Object(scope.secret) ? 'west' : 'east']);
  await app()
    .db.getRepository('hxTestRecords')
    .update({ filter: { id: { $gt: 0 } }, values: { secret: null } });
});

it('does not delete a scope while a right has it, which would then be without any', async () => {
  const id = await scoped({ title: 'east' });
  const refused = await administrator.post(`${SCOPES}:destroy?filterByTk=${id}`, {});
  expect(refused.status).toBe(400);
  expect(refused.body.errors?.[0].code).toBe('STILL_IN_USE');
  expect(await seen()).toEqual(['east']);
});
