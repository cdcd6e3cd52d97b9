import { app, root, type Client } from '../../../../../../../../test/server/harness';

let administrator: Client;
const NAME = 'hxCalendarDays';

interface FieldRow {
  key: string;
  name: string;
}

beforeAll(async () => {
  administrator = await root();
  const collections = app().db.getRepository('collections') as unknown as { db2cm(name: string): Promise<void> };
  if (
    (await app()
      .db.getRepository('collections')
      .count({ filter: { name: NAME } })) === 0
  )
    await collections.db2cm(NAME);
}, 60_000);

const fieldKey = async (name: string) => {
  const answer = await administrator.get<FieldRow[]>(`collections/${NAME}/fields:list`, { paginate: false });
  return answer.body.data.find((field) => field.name === name)?.key;
};
const code = (answer: Awaited<ReturnType<Client['post']>>) => [answer.status, answer.body.errors?.[0]?.code];
const hasColumn = async (name: string) => name in (await app().db.sequelize.getQueryInterface().describeTable(NAME));

it('keeps the fields that code defines, through every way to delete one', async () => {
  const key = await fieldKey('kind');
  expect(key).toBeTruthy();
  expect(code(await administrator.post('fields:destroy', {}, { query: { filterByTk: key } }))).toEqual([
    400,
    'CODE_FIELD_PROTECTED',
  ]);
  expect(
    code(await administrator.post(`collections/${NAME}/fields:destroy`, {}, { query: { filterByTk: 'kind' } })),
  ).toEqual([400, 'CODE_FIELD_PROTECTED']);
  expect(
    code(await administrator.post('collections:setFields', { fields: [] }, { query: { filterByTk: NAME } }))[0],
  ).toBeGreaterThanOrEqual(400);
  expect(await fieldKey('kind')).toBe(key);
  expect(await hasColumn('kind')).toBe(true);
});

it('keeps the type of a field, and lets its title change', async () => {
  const update = (body: object) =>
    administrator.post(`collections/${NAME}/fields:update`, body, { query: { filterByTk: 'kind' } });
  expect(code(await update({ type: 'integer' }))).toEqual([400, 'CODE_FIELD_PROTECTED']);
  expect(code(await update({ interface: 'number' }))).toEqual([400, 'CODE_FIELD_PROTECTED']);
  expect((await update({ uiSchema: { title: '类别' } })).status).toBe(200);
});

it('keeps the collections that code defines, through both ways to delete one', async () => {
  // NocoBase makes such a row by itself once a table has grown large.
  const values = { name: NAME, dataSourceKey: 'main' };
  await app()
    .db.getRepository('dataSourcesCollections')
    .updateOrCreate({ filterKeys: ['name', 'dataSourceKey'], values });
  for (const path of ['collections:destroy', 'dataSources/main/collections:destroy']) {
    const answer = await administrator.post(path, {}, { query: { filterByTk: NAME, cascade: true } });
    expect([path, ...code(answer)]).toEqual([path, 403, 'CODE_COLLECTION_PROTECTED']);
  }
  expect(app().db.hasCollection(NAME)).toBe(true);
  expect((await administrator.get(`${NAME}:list`)).status).toBe(200);
});

it('lets an administrator add a field and take it away again', async () => {
  const field = {
    name: 'extra',
    type: 'string',
    interface: 'input',
    uiSchema: { title: '附加', type: 'string', 'x-component': 'Input' },
  };
  expect((await administrator.post(`collections/${NAME}/fields:create`, field)).status).toBe(200);
  expect(await hasColumn('extra')).toBe(true);
  expect(
    (await administrator.post(`collections/${NAME}/fields:destroy`, {}, { query: { filterByTk: 'extra' } })).status,
  ).toBe(200);
  expect(await hasColumn('extra')).toBe(false);
});
