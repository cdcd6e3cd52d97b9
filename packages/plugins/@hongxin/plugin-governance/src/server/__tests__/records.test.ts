import { reset, root, type Client } from '@test/server/harness';
import { buildCity, codes, create, list, remove, type City, type Row } from '@test/server/governance/city';

let administrator: Client;
let city: City;

beforeAll(async () => {
  await reset();
  administrator = await root();
  city = await buildCity(administrator);
});

async function hub(): Promise<Row> {
  let parentId: number | null = null;
  const chain = [
    ['streetCommittee', city.street],
    ['communityCommittee', city.east],
    ['estateBranch', city.eastEstate],
    ['buildingGroup', city.building],
    ['memberHub', city.unit],
  ] as const;
  let last: Row | undefined;
  for (const [level, area] of chain) {
    last = await create(administrator, 'hxOrganizations', { name: level, level, areaId: area.id, parentId });
    parentId = last.id;
  }
  return last as Row;
}

it('puts a household where its hub is, and only below a hub', async () => {
  const memberHub = await hub();
  const household = await create(administrator, 'hxHouseholds', {
    organizationId: memberHub.id,
    headName: ' 孙 八 ',
    doorNumber: '301',
  });
  expect(household).toMatchObject({ areaId: city.unit.id, areaCode: city.unit.code });
  const answer = await administrator.post('hxHouseholds:create', {
    organizationId: memberHub.parentId,
    headName: '孙八',
  });
  expect(answer.status).toBe(400);
  expect(codes(answer)).toEqual(['HOUSEHOLD_HUB_REQUIRED']);
});

it('lets a hub have fewer or more households than advised', async () => {
  const [memberHub] = await list(administrator, 'hxOrganizations', { filter: { level: 'memberHub' } });
  for (let index = 0; index < 11; index += 1)
    await create(administrator, 'hxHouseholds', { organizationId: memberHub.id });
  expect((await list(administrator, 'hxHouseholds')).length).toBe(12);
});

it('refuses a home above an estate', async () => {
  const answer = await administrator.post('hxPersons:create', { name: '周九', areaId: city.east.id });
  expect(codes(answer)).toEqual(['AREA_LEVEL_TOO_HIGH']);
});

it('refuses a category from another dictionary', async () => {
  const [duty] = await list(administrator, 'hxDictionaryItems', { filter: { dictionary: 'duty' } });
  const answer = await administrator.post('hxPersons:create', { name: '吴十', stewardCategoryId: duty.id });
  expect(codes(answer)).toEqual(['DICTIONARY_MISMATCH']);
});

it('ships the dictionaries of the programme and lets the administrator edit them', async () => {
  const count = async (dictionary: string) =>
    (await list(administrator, 'hxDictionaryItems', { filter: { dictionary } })).length;
  expect(await Promise.all(['governingKind', 'stewardCategory', 'duty', 'service'].map(count))).toEqual([7, 9, 12, 7]);
  const twin = await administrator.post('hxDictionaryItems:create', {
    dictionary: 'duty',
    code: 'visitRegularly',
    title: '重复',
  });
  expect(twin.status).toBe(400);
});

it('keeps a dictionary item that is in use', async () => {
  const [category] = await list(administrator, 'hxDictionaryItems', { filter: { dictionary: 'stewardCategory' } });
  await create(administrator, 'hxPersons', { name: '郑一', stewardCategoryId: category.id });
  expect(codes(await remove(administrator, 'hxDictionaryItems', category.id))).toEqual(['RECORD_IN_USE']);
});

it('refuses five megabytes of text', async () => {
  const answer = await administrator.post('hxPersons:create', { name: '名'.repeat(1_700_000) });
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]).toMatchObject({ code: 'VALUE_TOO_LONG', field: 'name', params: { max: 50 } });
  expect(
    await list(administrator, 'hxPersons', { filter: { name: { $notEmpty: true } }, fields: ['id'] }),
  ).toBeDefined();
});
