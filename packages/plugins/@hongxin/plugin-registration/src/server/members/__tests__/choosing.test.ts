import { makeCreditCode } from '@hongxin/rules/mechanism';
import { SERVICE_POST_CLASSES } from '@hongxin/rules/governance';
import { app, reset, signedOut } from '@test/server/harness';
import {
  buildTown,
  COLLECTION,
  create,
  draft,
  newMember,
  remove,
  update,
  type Town,
} from '@test/server/registration/town';

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

it('gives back a draft as a whole', async () => {
  const member = await newMember();
  await draft(town, member, { serviceIntentions: ['legalAid'], availableTimes: ['saturday'] });
  const answer = await member.get<{ known: Record<string, unknown> }>(`${COLLECTION}:prefill`);
  expect(answer.body.data.known).toMatchObject({ serviceIntentions: ['legalAid'], availableTimes: ['saturday'] });
});

describe('a field that an administrator adds to the member’s form', () => {
  interface Node {
    uid: string;
    use: string;
    stepParams?: { resourceSettings?: { init?: { collectionName?: string } } };
    subModels?: Record<string, Node | Node[]>;
  }
  const all = (node: Node): Node[] => [
    node,
    ...Object.values(node.subModels ?? {})
      .flat()
      .flatMap(all),
  ];
  const models = () =>
    app().db.getRepository('flowModels') as unknown as {
      findModelByParentId(uid: string, options: object): Promise<Node | null>;
      upsertModel(node: object): Promise<string>;
      remove(uid: string): Promise<void>;
    };
  const ADDED = {
    name: 'partyStanding',
    type: 'string',
    interface: 'select',
    uiSchema: {
      ...{ title: '党龄', type: 'string', 'x-component': 'Select' },
      enum: [{ value: 'ten', label: '十年以上' }],
    },
  };
  let item: string;

  /** The grid of the form that stands on the page. */
  async function formGrid(): Promise<Node> {
    const seed = await app()
      .db.getRepository('hxSeeds')
      .findOne({ filter: { key: 'registration/mobile-mine' } });
    const routes = app().db.getRepository('desktopRoutes');
    const route = await routes.findOne({ filter: { schemaUid: seed.get('uid') } });
    const tabs = await routes.find({ filter: { parentId: route.get('id') } });
    for (const tab of tabs) {
      const grid = await models().findModelByParentId(tab.get('schemaUid'), { subKey: 'grid', includeAsyncNode: true });
      const form = grid && all(grid).find(({ use }) => use === 'CreateFormModel');
      if (form) return form.subModels?.grid as Node;
    }
    throw new Error('the form is gone');
  }

  const fields = async (member = newMember()) => {
    const answer = await (
      await member
    ).get<{ fields: Record<string, unknown>[]; known: { own: object } }>(`${COLLECTION}:prefill`);
    return answer.body.data;
  };

  beforeAll(async () => {
    const created = await town.administrator.post(`collections/${COLLECTION}/fields:create`, ADDED);
    expect(created.status).toBe(200);
  });
  afterAll(async () => {
    await models().remove(item);
    await town.administrator.post(
      `collections/${COLLECTION}/fields:destroy`,
      {},
      { query: { filterByTk: ADDED.name } },
    );
  });

  it('is asked for on the screens of registering only once it is on the form', async () => {
    expect((await fields()).fields).toEqual([]);
    const { uid: parentId } = await formGrid();
    item = await models().upsertModel({
      ...{ uid: 'hxtestformitem1', parentId, subKey: 'items', subType: 'array', use: 'FormItemModel' },
      stepParams: {
        fieldSettings: { init: { dataSourceKey: 'main', collectionName: COLLECTION, fieldPath: ADDED.name } },
        editItemSettings: { required: { required: true }, description: { description: '按党员档案填写' } },
      },
    });
    expect((await fields()).fields).toEqual([
      {
        ...{ name: ADDED.name, title: '党龄', description: '按党员档案填写', required: true, kind: 'choice' },
        choices: [{ value: 'ten', label: '十年以上' }],
      },
    ]);
  });

  it('comes back filled in as the member left it', async () => {
    const member = await newMember();
    await draft(town, member, { [ADDED.name]: 'ten' });
    expect((await fields(Promise.resolve(member))).known.own).toEqual({ [ADDED.name]: 'ten' });
    expect((await fields()).known.own).toEqual({});
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
