import { makeCreditCode, SERVICE_POST_CLASSES } from '@hongxin/rules';
import { reset, signedOut } from '../../../../../../../test/server/harness';
import { buildTown, COLLECTION, create, draft, newMember, remove, update, type Town } from './support/town';

const CODE = makeCreditCode(7, '12');
const CLASSES = SERVICE_POST_CLASSES.map(({ code }) => code);
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
  const answer = await member.get<{ known: Record<string, unknown> }>(`${COLLECTION}:prefill`);
  expect(answer.body.data.known).toMatchObject({
    personName: '王小明',
    phone: '13812341234',
    unit: { id: town.work.id, name: '市档案馆' },
    home: { id: town.building.id, name: '1号楼' },
    skills: ['law'],
  });
});

it('names the choices in the reader’s language', async () => {
  const member = await newMember();
  const choices = async (language: string): Promise<{ value: string; label: string }[]> => {
    const answer = await member.call<{ choices: Record<string, { value: string; label: string }[]> }>(
      'GET',
      `${COLLECTION}:prefill`,
      { headers: { 'x-locale': language } },
    );
    return answer.body.data.choices.serviceIntentions;
  };
  const [english, chinese] = [await choices('en-US'), await choices('zh-CN')];
  expect(english.map(({ value }) => value)).toEqual(expect.arrayContaining(CLASSES));
  expect(english).toContainEqual({ value: 'legalAid', label: 'Legal aid' });
  expect(chinese).toContainEqual({ value: 'legalAid', label: '法律援助' });
});

it('offers the classes of service as the administrator leaves them in the dictionary', async () => {
  const intentions = async (): Promise<unknown[]> => {
    const answer = await (await newMember()).get<{ choices: Record<string, unknown[]> }>(`${COLLECTION}:prefill`);
    return answer.body.data.choices.serviceIntentions;
  };
  const before = await intentions();
  const added = { dictionary: 'servicePostClass', code: 'digitalHelp', title: '数字助老' };
  const { id } = await create(town.administrator, 'hxDictionaryItems', added);
  expect(await intentions()).toEqual([...before, { value: 'digitalHelp', label: '数字助老' }]);
  await update(town.administrator, 'hxDictionaryItems', id, { title: '智慧助老' });
  expect(await intentions()).toEqual([...before, { value: 'digitalHelp', label: '智慧助老' }]);
  await update(town.administrator, 'hxDictionaryItems', id, { enabled: false });
  expect(await intentions()).toEqual(before);
  await update(town.administrator, 'hxDictionaryItems', id, { enabled: true });
  expect((await remove(town.administrator, 'hxDictionaryItems', id)).status).toBe(200);
  expect(await intentions()).toEqual(before);
  // a dictionary of something else changes nothing here
  const museum = { dictionary: 'unitKind', code: 'museum', title: '博物馆' };
  const other = await create(town.administrator, 'hxDictionaryItems', museum);
  expect(await intentions()).toEqual(before);
  await remove(town.administrator, 'hxDictionaryItems', other.id);
});

it('answers those who register, and nobody else', async () => {
  expect((await signedOut().get(`${COLLECTION}:units`, { search: '馆' })).status).toBeGreaterThanOrEqual(401);
  expect((await town.liaison.get(`${COLLECTION}:homes`)).status).toBe(403);
});
