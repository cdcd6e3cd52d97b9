import { app, reset, root, type Client } from '@test/server/harness';
import type { PluginFoundation } from '../../plugin';

interface Meta {
  name: string;
  fields: { name: string; uiSchema?: { enum?: { label: string }[] } }[];
}
type Texts = Record<string, string>;
type Resources = Record<string, Texts | undefined>;

let administrator: Client;
const foundation = () => app().pm.get('@hongxin/plugin-foundation') as unknown as PluginFoundation;
const texts = async (language: string): Promise<Resources> =>
  (await administrator.get<{ resources: Resources }>('app:getLang', { locale: language })).body.data.resources;

beforeAll(async () => {
  await reset();
  administrator = await root();
});

it('leaves no text of any seeded page or choice without its English', async () => {
  expect(await foundation().translations.missing()).toEqual([]);
});

it('gives readers of English the menus, actions and choices, and readers of Chinese what was written', async () => {
  const english = await texts('en-US');
  expect(english['lm-desktop-routes']).toMatchObject({ 双报到: 'Double registration', 我的数据: 'My data' });
  expect(english['lm-flow-engine']).toMatchObject({ 存为草稿: 'Save as draft' });
  expect(english['lm-collections']).toMatchObject({ 已提交: 'Submitted', 女: 'Female' });
  const chinese = await texts('zh-CN');
  expect(chinese['lm-desktop-routes']).toBeUndefined();
});

it('names the menu’s pages in the plural where the text alone is a field', async () => {
  const english = await texts('en-US');
  expect(english['lm-desktop-routes']).toMatchObject({ 单位: 'Units', 党员中心户: 'Member hubs' });
  expect(english['lm-collections']).toMatchObject({ 单位: 'Unit', 党员中心户: 'Member hub' });
});

it('tells clients the labels of choices in the reader’s language, and keeps what was written', async () => {
  const labels = async (language: string) => {
    const answer = await administrator.call<Meta[]>('GET', 'collections:listMeta', {
      headers: { 'x-locale': language },
    });
    const collection = answer.body.data.find(({ name }) => name === 'hxDataRequests');
    return collection?.fields.find(({ name }) => name === 'state')?.uiSchema?.enum?.map(({ label }) => label);
  };
  const english = await labels('en-US');
  const chinese = await labels('zh-CN');
  expect([english?.[0], chinese?.[0]]).toEqual(['Submitted', '已提交']);
  const stored = app().db.getCollection('hxDataRequests').getField('state').options as Meta['fields'][number];
  expect(stored.uiSchema?.enum?.[0].label).toBe('已提交');
});

it('gives readers of English the titles of collections and fields, which are written in plain Chinese', async () => {
  const { db } = app();
  const english = (await texts('en-US'))['lm-collections'] ?? {};
  expect(english).toMatchObject({ 个人信息请求: 'Personal data requests', 涉及内容: expect.any(String) });
  const written = [...db.collections.values()]
    .filter(({ name, options }) => String(options.origin).startsWith('@hongxin/') && !name.startsWith('hxTest'))
    .flatMap(({ name, options, fields }) => [
      [name, options.title as string | undefined],
      ...[...fields.values()].map((field): [string, string | undefined] => [
        `${name}.${field.name}`,
        (field.options as { uiSchema?: { title?: string } }).uiSchema?.title,
      ]),
    ]);
  expect(written.length).toBeGreaterThan(50);
  expect(written.filter(([, title]) => title?.includes('@hongxin'))).toEqual([]);
  const untranslated = written.filter(([, title]) => /\p{Script=Han}/u.test(title ?? '') && !english[title ?? '']);
  expect(untranslated).toEqual([]);
});

it('has one English for one Chinese title, whichever plugin it is of', async () => {
  const titles = new Set(
    [...app().db.collections.values()].flatMap(({ options, fields }) => [
      options.title as string | undefined,
      ...[...fields.values()].map((field) => (field.options as { uiSchema?: { title?: string } }).uiSchema?.title),
    ]),
  );
  const found = new Map<string, Set<string>>();
  for (const { texts: own, translate, namespaces } of await foundation().translations.sources()) {
    if (!namespaces.includes('lm-collections')) continue;
    for (const text of own)
      if (titles.has(text)) found.set(text, (found.get(text) ?? new Set()).add(translate(text) ?? ''));
  }
  const disputed = [...found].filter(([, translations]) => translations.size > 1);
  expect(disputed.map(([text, translations]) => `${text}: ${[...translations].join(' / ')}`)).toEqual([]);
});

it('gives way to what an administrator translated', async () => {
  const language = 'fr-FR'; // of this test alone
  const translated: Resources = { 'resources.lm-desktop-routes': { 双报到: 'Double inscription' } };
  app().localeManager.registerResourceStorer('translations-test', {
    getResources: async (asked: string) => (asked === language ? (translated as Record<string, Texts>) : {}),
    reset: async () => {},
  });
  const french = (await app().localeManager.getResources(language)) as Resources;
  expect(french['lm-desktop-routes']).toMatchObject({ 双报到: 'Double inscription', 我的数据: 'My data' });
});
