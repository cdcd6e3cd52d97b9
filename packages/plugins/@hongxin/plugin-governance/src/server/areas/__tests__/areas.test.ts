import { reset, root, type Client } from '@test/server/harness';
import { buildCity, codes, create, list, remove, update, type City } from '@test/server/governance/city';

let administrator: Client;
let city: City;

beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
});

const add = (values: Record<string, unknown>) => administrator.post('hxAreas:create', values);

it('codes a whole branch by itself, from city to unit', () => {
  expect(
    [city.street, city.west, city.eastEstate, city.building, city.unit].map((area) => [area.code, area.level]),
  ).toEqual([
    ['370681001', 'street'],
    ['370681001002', 'community'],
    ['370681001001001', 'estate'],
    ['370681001001001001', 'building'],
    ['37068100100100100101', 'unit'],
  ]);
});

it('finds the parent of an area that comes with its code only', async () => {
  const area = await create(administrator, 'hxAreas', { name: '徐福街道', code: '370681004' });
  expect(area).toMatchObject({ parentId: city.city.id, level: 'street' });
});

it('gives the parent chosen as a relation, the way forms send it', async () => {
  const area = await create(administrator, 'hxAreas', { name: '2号楼', parent: { id: city.eastEstate.id } });
  expect(area).toMatchObject({ code: '370681001001001002', parentId: city.eastEstate.id });
});

it.each([
  ['a code that exists', () => ({ name: '重复', code: '370681001' }), 'AREA_CODE_EXISTS'],
  [
    'a code outside its parent',
    () => ({ name: '错位', code: '370681002001', parentId: city.street.id }),
    'AREA_CODE_PARENT',
  ],
  ['a code of no level', () => ({ name: '位数', code: '37068100', parentId: city.city.id }), 'AREA_CODE_LENGTH'],
  ['letters in a code', () => ({ name: '字母', code: '37068100a' }), 'AREA_CODE_NOT_DIGITS'],
  [
    'a level that is not below the parent',
    () => ({ name: '层级', level: 'building', parentId: city.street.id }),
    'AREA_LEVEL_MISMATCH',
  ],
  ['an area without parent and code', () => ({ name: '无上级' }), 'AREA_PARENT_REQUIRED'],
  ['a parent that does not exist', () => ({ name: '无上级', code: '370681777001' }), 'AREA_PARENT_MISSING'],
  ['an area below a unit', () => ({ name: '单元之下', parentId: city.unit.id }), 'AREA_CODE_NO_CHILDREN'],
])('refuses %s', async (_what, values, code) => {
  const before = await list(administrator, 'hxAreas');
  const answer = await add(values());
  expect(answer.status).toBe(400);
  expect(codes(answer)).toContain(code);
  expect(await list(administrator, 'hxAreas')).toHaveLength(before.length);
});

it('gives twenty buildings created at once twenty codes', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => add({ name: `并发${index}`, parentId: city.westEstate.id })),
  );
  expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200));
  const buildings = await list(administrator, 'hxAreas', { filter: { parentId: city.westEstate.id }, sort: ['code'] });
  expect(buildings.map((area) => area.code)).toEqual(
    Array.from({ length: 20 }, (_, index) => `370681001002001${String(index + 1).padStart(3, '0')}`),
  );
});

it('refuses a level written by update', async () => {
  const answer = await update(administrator, 'hxAreas', city.building.id, { level: 'estate' });
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['AREA_LEVEL_MISMATCH']);
});

it('refuses to delete an area that still holds something, and says what', async () => {
  const answer = await remove(administrator, 'hxAreas', city.eastEstate.id);
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]).toMatchObject({ code: 'AREA_NOT_EMPTY' });
  expect(answer.body.errors?.[0].message).toContain('区域');
});

it('deletes an empty area', async () => {
  const area = await create(administrator, 'hxAreas', { name: '空楼', parentId: city.eastEstate.id });
  expect((await remove(administrator, 'hxAreas', area.id)).status).toBe(200);
});
