import { makeCreditCode } from '@hongxin/rules';
import { reset, signedOut } from '../../../../../../../test/server/harness';
import { buildTown, COLLECTION, create, draft, newMember, type Town } from './support/town';

const CODE = makeCreditCode(7, '12');
let town: Town;
interface Choice {
  id: number;
  name: string;
  path?: string;
}

beforeAll(async () => {
  await reset();
  town = await buildTown();
  await create(town.administrator, 'hxUnits', { name: '市博物馆', kind: 'institution', creditCode: CODE });
});

const names = async (path: string, query: Record<string, unknown>): Promise<string[]> => {
  const answer = await (await newMember()).get<Choice[]>(`${COLLECTION}:${path}`, query);
  return answer.body.data.map(({ name }) => name);
};

it('finds a unit by part of its name, by initials or by its credit code', async () => {
  expect(await names('units', { search: '图书' })).toEqual(['市图书馆']);
  expect(await names('units', { search: 'sdag' })).toEqual(['市档案馆']);
  expect(await names('units', { search: CODE.toLowerCase() })).toEqual(['市博物馆']);
  expect(await names('units', { search: CODE.slice(0, 3) })).toEqual([]);
  expect(await names('units', { search: '' })).toEqual([]);
  expect(await names('units', { search: "' OR 1=1 --" })).toEqual([]);
  expect(await names('units', { search: '%' })).toEqual([]);
});

it('leads from the street to the building, or there at once by name or initials', async () => {
  expect(await names('homes', {})).toEqual(['东莱街道']);
  expect(await names('homes', { parentCode: town.east.code })).toEqual(['东小区']);
  expect(await names('homes', { parentCode: town.eastEstate.code })).toEqual(['1号楼']);
  expect(await names('homes', { search: '1号' })).toEqual(['1号楼']);
  expect(await names('homes', { search: 'xxq' })).toEqual(['西小区']);
  const answer = await (await newMember()).get<Choice[]>(`${COLLECTION}:homes`, { search: '1号' });
  expect(answer.body.data[0]).toMatchObject({ id: town.building.id, path: '东莱街道 / 东社区 / 东小区' });
});

it('asks nothing that is known', async () => {
  const member = await newMember();
  await draft(town, member, { skills: ['law'] });
  const answer = await member.get<{ known: Record<string, unknown>; choices: Record<string, unknown[]> }>(
    `${COLLECTION}:prefill`,
  );
  expect(answer.body.data.known).toMatchObject({
    personName: '王小明',
    phone: '13812341234',
    unit: { id: town.work.id, name: '市档案馆' },
    home: { id: town.building.id, name: '1号楼' },
    skills: ['law'],
  });
  expect(answer.body.data.choices.serviceIntentions).toHaveLength(8);
});

it('answers those who register, and nobody else', async () => {
  expect((await signedOut().get(`${COLLECTION}:units`, { search: '馆' })).status).toBeGreaterThanOrEqual(401);
  expect((await town.liaison.get(`${COLLECTION}:homes`)).status).toBe(403);
});
