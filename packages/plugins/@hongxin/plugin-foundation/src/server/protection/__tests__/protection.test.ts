import { app, root, type Client } from '@test/server/harness';

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

it('keeps the fields where they are, and the name of the collection', async () => {
  const key = await fieldKey('kind');
  for (const [path, body, query] of [
    [`collections/${NAME}/fields:set`, [], {}],
    [`collections/${NAME}/fields:remove`, {}, { filterByTk: 'kind' }],
    ['collections:update', { name: 'x' }, { filterByTk: NAME }],
    ['collections:update', { fields: [] }, { filterByTk: NAME }],
    ['collections:setFields', { fields: [] }, { filterByTk: NAME }],
    ['collections:setFields', { fields: [{ name: 'kind' }] }, { filterByTk: NAME }],
    ['collections:setFields', [], { filterByTk: NAME }],
    ['collections:apply', { name: NAME, fields: [] }, {}],
    ['dataSources/main/collections:update', { fields: [] }, { filterByTk: NAME }],
  ] as const)
    expect([path, ...code(await administrator.post(path, body, { query }))]).toEqual([
      path,
      403,
      'CODE_COLLECTION_PROTECTED',
    ]);
  expect(await fieldKey('kind')).toBe(key);
});

it.each(['nope', 'constructor'])('takes no %s for the field that names a record', async (titleField) => {
  const answer = await administrator.post(
    'dataSources/main/collections:update',
    { titleField },
    { query: { filterByTk: NAME } },
  );
  expect(code(answer)).toEqual([
    400,
    titleField === 'nope' ? 'FIELD_UNKNOWN' : expect.stringMatching(/FIELD_UNKNOWN|NAME/),
  ]);
});

it('lets nobody inherit a collection whose rules are bound to its name', async () => {
  const body = { name: 't_heir', title: '继承', inherits: [NAME], fields: [] };
  expect(code(await administrator.post('collections:create', body))).toEqual([400, 'CODE_COLLECTION_NOT_INHERITED']);
});

it('keeps the type of a field, and lets its title change', async () => {
  const update = (body: object) =>
    administrator.post(`collections/${NAME}/fields:update`, body, { query: { filterByTk: 'kind' } });
  expect(code(await update({ type: 'integer' }))).toEqual([400, 'CODE_FIELD_PROTECTED']);
  expect(code(await update({ interface: 'number' }))).toEqual([400, 'CODE_FIELD_PROTECTED']);
  expect((await update({ uiSchema: { title: '类别' } })).status).toBe(200);
});

describe('choices that code relies on', () => {
  interface Field extends FieldRow {
    uiSchema: { title?: string; enum: { value: unknown; label?: string; color?: string }[] };
  }
  const doors: [string, (uiSchema: object, field: Field) => ReturnType<Client['post']>][] = [
    [
      'fields:update',
      (uiSchema, { key }) => administrator.post('fields:update', { uiSchema }, { query: { filterByTk: key } }),
    ],
    [
      'collections/x/fields:update',
      (uiSchema) =>
        administrator.post(`collections/${NAME}/fields:update`, { uiSchema }, { query: { filterByTk: 'kind' } }),
    ],
    [
      'dataSources/main: fields:update',
      (uiSchema) =>
        administrator.post(
          `dataSourcesCollections/main.${NAME}/fields:update`,
          { uiSchema },
          { query: { filterByTk: 'kind' } },
        ),
    ],
  ];
  const read = async (): Promise<Field> => {
    const answer = await administrator.get<Field[]>(`collections/${NAME}/fields:list`, { paginate: false });
    return answer.body.data.find(({ name }) => name === 'kind') as Field;
  };
  const inMemory = () =>
    app()
      .db.getCollection(NAME)
      .getField('kind')
      .options.uiSchema.enum.map((each: { value: unknown }) => each.value);

  it.each(doors)('keep their values through %s', async (door, update) => {
    const field = await read();
    const [first, ...others] = field.uiSchema.enum;
    const values = inMemory();
    for (const list of [others, [{ ...first, value: 'other' }, ...others], [], null, [first.value], 'x']) {
      const answer = await update({ ...field.uiSchema, enum: list }, field);
      expect([door, list, answer.status, answer.body.errors?.[0]?.code]).toEqual([
        door,
        list,
        400,
        'CODE_CHOICE_PROTECTED',
      ]);
    }
    expect(JSON.stringify((await update({ ...field.uiSchema, enum: others }, field)).body.errors)).toContain(
      String(first.value),
    );
    expect(inMemory()).toEqual(values);
  });

  it('may be renamed, recoloured, put in another order and added to', async () => {
    const field = await read();
    const renamed = field.uiSchema.enum
      .map((each) => ({ ...each, label: `新${String(each.value)}`, color: 'gold' }))
      .reverse();
    const more = { ...field.uiSchema, enum: [...renamed, { value: 'added', label: '新增' }] };
    const query = { filterByTk: 'kind' };
    const update = (uiSchema: object) =>
      administrator.post(`collections/${NAME}/fields:update`, { uiSchema }, { query });
    expect((await update(more)).status).toBe(200);
    // one that an administrator has added may go again
    expect((await update({ ...field.uiSchema, enum: renamed })).status).toBe(200);
    expect((await update(field.uiSchema)).status).toBe(200);
  });

  it('cannot be lost by a row that says otherwise, where there is none yet', async () => {
    const answer = await administrator.post('fields:create', {
      collectionName: 'hxNeeds',
      name: 'state',
      type: 'string',
      interface: 'select',
      uiSchema: { enum: [{ value: 'x', label: 'x' }] },
    });
    expect(answer.status).toBe(400);
  });
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
