/** Installations of before hold titles as templates: what nobody renamed becomes plain, what somebody renamed stays. */
import type { Model } from '@nocobase/database';
import { app, reset, root, type Client } from '@test/server/harness';
import PlainTitles from '../20261130000000-plain-titles';

interface Listed {
  name: string;
  uiSchema?: { title?: string; description?: string };
}

let administrator: Client;
beforeAll(async () => {
  await reset();
  administrator = await root();
});

const template = (text: string) => `{{t(${JSON.stringify(text)}, { ns: "@hongxin/plugin-foundation" })}}`;
const raw = (table: string, where: Record<string, string>) =>
  app().db.getCollection(table).model.findOne({ where, raw: true }) as unknown as Promise<Record<string, unknown>>;

/** Writes a row as a release of before left it. */
async function leave(table: string, where: Record<string, string>, values: Record<string, unknown>): Promise<void> {
  await app().db.getCollection(table).model.update(values, { where, hooks: false, validate: false, silent: true });
}

it('makes untouched templates plain and leaves what an administrator wrote', async () => {
  const [about, reason, answer] = ['about', 'reason', 'answer'].map((name) => ({
    collectionName: 'hxDataRequests',
    name,
  }));
  const before = {
    about: await raw('fields', about),
    reason: await raw('fields', reason),
    answer: await raw('fields', answer),
    collection: await raw('collections', { name: 'hxDataRequests' }),
  };
  const options = (row: Record<string, unknown>, title: string) => {
    const { uiSchema, ...rest } = row.options as { uiSchema: object };
    return { options: { ...rest, uiSchema: { ...uiSchema, title } } };
  };
  await leave('fields', about, options(before.about, template('涉及内容')));
  await leave('fields', reason, options(before.reason, '说说为什么'));
  await leave('fields', answer, options(before.answer, '{{t("Answer")}}'));
  await leave('collections', { name: 'hxDataRequests' }, { title: template('个人信息请求') });

  const context = { app: app(), db: app().db };
  await new PlainTitles(context as unknown as ConstructorParameters<typeof PlainTitles>[0]).up();
  const titleOf = async (where: Record<string, string>) =>
    ((await raw('fields', where)).options as { uiSchema: { title: string } }).uiSchema.title;
  const titles = [await titleOf(about), await titleOf(reason), await titleOf(answer)];
  const collection = await raw('collections', { name: 'hxDataRequests' });
  for (const [name, where] of Object.entries({ about, reason, answer }))
    await leave('fields', where, { options: before[name as 'about'].options });
  expect(titles).toEqual(['涉及内容', '说说为什么', '{{t("Answer")}}']);
  expect(collection.title).toBe('个人信息请求');
  // nothing else of the row is lost
  expect(collection.options).toEqual(before.collection.options);
});

it('shows administrators a text they can edit for every collection and field of the pack', async () => {
  const { db } = app();
  const rows: Model[] = await db.getRepository('collections').find({ filter: { name: { $startsWith: 'hx' } } });
  const unreadable: string[] = [];
  const look = (where: string, text: unknown) => {
    if (typeof text === 'string' && text.includes('@hongxin')) unreadable.push(`${where}: ${text}`);
  };
  for (const row of rows) {
    const name = String(row.get('name'));
    look(name, row.get('title'));
    const { body } = await administrator.get<Listed[]>(`collections/${name}/fields:list?paginate=false`);
    for (const field of body.data) {
      look(`${name}.${field.name}`, field.uiSchema?.title);
      look(`${name}.${field.name}`, field.uiSchema?.description);
    }
  }
  expect(rows.length).toBeGreaterThan(20);
  expect(unreadable).toEqual([]);
});
