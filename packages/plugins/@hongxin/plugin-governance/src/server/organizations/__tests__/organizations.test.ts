import { reset, root, type Client } from '@test/server/harness';
import { buildCity, codes, create, list, remove, update, type City, type Row } from '@test/server/governance/city';

let administrator: Client;
let city: City;
let street: Row;
let community: Row;

beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
  street = await create(administrator, 'hxOrganizations', {
    name: '东莱街道党工委',
    level: 'streetCommittee',
    areaId: city.street.id,
  });
  community = await create(administrator, 'hxOrganizations', {
    name: '东社区党委',
    level: 'communityCommittee',
    areaId: city.east.id,
    parentId: street.id,
  });
});

it('copies the digits of the home area', () => {
  expect(community.areaCode).toBe('370681001001');
});

it.each([
  [
    'two levels below its parent',
    () => ({ level: 'estateBranch', areaId: city.eastEstate.id, parentId: street.id }),
    'ORGANIZATION_PARENT_LEVEL',
  ],
  ['without a parent', () => ({ level: 'estateBranch', areaId: city.eastEstate.id }), 'ORGANIZATION_PARENT_REQUIRED'],
  [
    'above the top',
    () => ({ level: 'streetCommittee', areaId: city.street.id, parentId: street.id }),
    'ORGANIZATION_PARENT_NOT_ALLOWED',
  ],
  [
    'at home in an area of another level',
    () => ({ level: 'estateBranch', areaId: city.east.id, parentId: community.id }),
    'ORGANIZATION_AREA_LEVEL',
  ],
  ['without a home', () => ({ level: 'estateBranch', parentId: community.id }), 'AREA_MISSING'],
  ['of an unknown level', () => ({ level: 'club', areaId: city.east.id, parentId: street.id }), 'CHOICE_UNKNOWN'],
])('refuses an organisation %s', async (_what, values, code) => {
  const answer = await administrator.post('hxOrganizations:create', { name: '某支部', ...values() });
  expect(answer.status).toBe(400);
  expect(codes(answer)).toContain(code);
  expect(await list(administrator, 'hxOrganizations', { filter: { name: '某支部' } })).toEqual([]);
});

it('lets a joint branch cover several estates, and a single one its own only', async () => {
  const branch = { level: 'estateBranch', areaId: city.eastEstate.id, parentId: community.id };
  const joint = await create(administrator, 'hxOrganizations', {
    ...branch,
    name: '联合支部',
    formation: 'joint',
    coveredAreas: [city.westEstate.id],
  });
  const covered = await administrator.get<Row[]>(`hxOrganizations/${joint.id}/coveredAreas:list`);
  expect(covered.body.data.map((area) => area.id)).toEqual([city.westEstate.id]);

  const refused = await administrator.post('hxOrganizations:create', {
    ...branch,
    name: '单独支部',
    formation: 'single',
    coveredAreas: [city.westEstate.id],
  });
  expect(refused.status).toBe(400);
  expect(codes(refused)).toEqual(['FORMATION_SINGLE_AREA']);
  expect(await list(administrator, 'hxOrganizations', { filter: { name: '单独支部' } })).toEqual([]);

  const single = await create(administrator, 'hxOrganizations', { ...branch, name: '单独支部2', formation: 'single' });
  const added = await administrator.post(`hxOrganizations/${single.id}/coveredAreas:add`, [city.westEstate.id]);
  expect(added.status).toBe(400);
  const narrowed = await update(administrator, 'hxOrganizations', joint.id, { formation: 'single' });
  expect(codes(narrowed)).toEqual(['FORMATION_SINGLE_AREA']);
});

it('checks organisations moved below another through the association too', async () => {
  const [joint] = await list(administrator, 'hxOrganizations', { filter: { name: '联合支部' } });
  const answer = await administrator.post(`hxOrganizations/${street.id}/children:add`, [joint.id]);
  expect(answer.status).toBe(400);
  expect((await list(administrator, 'hxOrganizations', { filter: { id: joint.id } }))[0].parentId).toBe(community.id);
});

it('keeps the level of an organisation that has others below it', async () => {
  const answer = await update(administrator, 'hxOrganizations', community.id, {
    level: 'streetCommittee',
    parentId: null,
    areaId: city.street.id,
  });
  expect(answer.status).toBe(400);
  expect(codes(answer)).toContain('ORGANIZATION_HAS_CHILDREN_LEVEL');
});

it('refuses to delete an organisation that others hang on', async () => {
  const answer = await remove(administrator, 'hxOrganizations', community.id);
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['ORGANIZATION_NOT_EMPTY']);
});
