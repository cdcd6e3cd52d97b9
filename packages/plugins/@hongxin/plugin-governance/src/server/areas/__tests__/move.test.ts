import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { appoint, buildCity, codes, create, list, update, type City, type Row } from '@test/server/governance/city';

let administrator: Client;
let city: City;
let person: Row;
let group: Row;

beforeEach(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
  const org = (name: string, level: string, area: Row, parentId: number | null) =>
    create(administrator, 'hxOrganizations', { name, level, areaId: area.id, parentId });
  const street = await org('街道党工委', 'streetCommittee', city.street, null);
  const community = await org('社区党委', 'communityCommittee', city.east, street.id);
  const branch = await org('小区党支部', 'estateBranch', city.eastEstate, community.id);
  group = await org('党小组', 'buildingGroup', city.building, branch.id);
  person = await create(administrator, 'hxPersons', { name: '李四', areaId: city.unit.id });
  await appoint(administrator, null, 'unitHead', city.unit);
});

const codeOf = async (collection: string, id: unknown, field = 'areaCode'): Promise<unknown> =>
  (await list(administrator, collection, { filter: { id } }))[0][field];

it('takes the subtree and every record in it to the new parent', async () => {
  const answer = await update(administrator, 'hxAreas', city.building.id, { parentId: city.westEstate.id });
  expect(answer.status).toBe(200);
  expect(await codeOf('hxAreas', city.building.id, 'code')).toBe('370681001002001001');
  expect(await codeOf('hxAreas', city.unit.id, 'code')).toBe('37068100100200100101');
  expect(await codeOf('hxPersons', person.id)).toBe('37068100100200100101');
  expect(await codeOf('hxOrganizations', group.id)).toBe('370681001002001001');
  expect((await list(administrator, 'hxPosts'))[0].areaCode).toBe('37068100100200100101');
  const outside = await list(administrator, 'hxPersons', { filter: { areaCode: { $hxNothing: null } } }).catch(
    () => [],
  );
  expect(outside).toEqual([]);
});

it('moves with the parent given as a relation', async () => {
  await update(administrator, 'hxAreas', city.building.id, { parent: { id: city.westEstate.id } });
  expect(await codeOf('hxPersons', person.id)).toBe('37068100100200100101');
});

it('leaves a trace with the old and the new code', async () => {
  await update(administrator, 'hxAreas', city.building.id, { parentId: city.westEstate.id });
  const [event] = await list(administrator, 'hxEvents', { filter: { transition: 'move' } });
  expect(event).toMatchObject({
    collectionName: 'hxAreas',
    recordId: String(city.building.id),
    from: '370681001001001001',
    to: '370681001002001001',
  });
});

it('re-codes when the code itself is changed', async () => {
  const answer = await update(administrator, 'hxAreas', city.building.id, { code: '370681001001001077' });
  expect(answer.status).toBe(200);
  expect(await codeOf('hxPersons', person.id)).toBe('37068100100100107701');
});

it.each([
  ['below an area of another level', () => ({ parentId: city.west.id }), 'AREA_LEVEL_MISMATCH'],
  ['below an area that has nothing below it', () => ({ parentId: city.unit.id }), 'AREA_CODE_NO_CHILDREN'],
  ['to nowhere', () => ({ parentId: null }), 'AREA_PARENT_REQUIRED'],
  ['to a code outside the parent', () => ({ code: '370681001002001005' }), 'AREA_CODE_PARENT'],
  ['to a taken code', () => ({ code: '370681001001001001' }), undefined],
])('refuses a move %s and changes nothing', async (_what, values, code) => {
  const answer = await update(administrator, 'hxAreas', city.building.id, values());
  expect(answer.status).toBe(code ? 400 : 200);
  if (code) expect(codes(answer)).toEqual([code]);
  expect(await codeOf('hxAreas', city.building.id, 'code')).toBe('370681001001001001');
  expect(await codeOf('hxPersons', person.id)).toBe('37068100100100100101');
});

it('says that an area with nothing below it takes none, and never speaks of a level “null”', async () => {
  const answer = await update(administrator, 'hxAreas', city.building.id, { parentId: city.unit.id });
  expect(answer.body.errors?.[0]?.message).toContain('37068100100100100101');
  expect(JSON.stringify(answer.body)).not.toContain('应为null');
});

it.each(['sourceId=1&targetId=2', 'sourceId=1', ''])('refuses hxAreas:move in words: %s', async (query) => {
  const answer = await administrator.post(`hxAreas:move?${query}`);
  expect([answer.status, codes(answer)]).toEqual([400, ['NOT_SORTABLE']]);
  expect(answer.body.errors?.[0]?.message).toContain('cannot be moved');
});

it('loses no record that is created while its building moves', async () => {
  const creating = Array.from({ length: 12 }, (_, index) =>
    create(administrator, 'hxPersons', { name: `住户${index}`, areaId: city.unit.id }),
  );
  const moving = update(administrator, 'hxAreas', city.building.id, { parentId: city.westEstate.id });
  const [moved] = await Promise.all([moving, ...creating]);
  expect(moved.status).toBe(200);
  const people = await list(administrator, 'hxPersons', { filter: { areaId: city.unit.id } });
  expect(people).toHaveLength(13);
  expect(new Set(people.map((each) => each.areaCode))).toEqual(new Set(['37068100100200100101']));
});

it('lets only those move an area who are in charge of both ends', async () => {
  const official = await signInAs('east-secretary', []);
  await appoint(administrator, official.userId, 'communitySecretary', city.east);
  // the administrator of this installation lets officials change the parent
  const { acl } = app();
  const role = acl.getRole('hx-official');
  expect(role).toBeTruthy();
  const grants = role?.getResource('hxAreas');
  const before = grants?.getAction('update');
  grants?.setAction('update', { ...before, fields: [...(before?.fields ?? []), 'parentId', 'parent'] });
  try {
    const client = await signInAs('east-secretary', ['hx-official']);
    const answer = await update(client, 'hxAreas', city.building.id, { parentId: city.westEstate.id });
    // the estate of another community is, to this caller, no area at all
    expect([answer.status, codes(answer)]).toEqual([400, ['REFERENCE_NOT_FOUND']]);
    expect(await codeOf('hxAreas', city.building.id, 'code')).toBe('370681001001001001');
  } finally {
    if (before) grants?.setAction('update', before);
  }
});
