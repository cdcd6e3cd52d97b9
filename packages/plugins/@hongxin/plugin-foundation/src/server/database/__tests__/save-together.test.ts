import type { Model } from '@nocobase/database';
import { app, reset } from '@test/server/harness';
import { isSavedTogether, saveTogether } from '../save-together';

jest.setTimeout(120_000);

const COLLECTION = 'hxTestSaved';

beforeAll(async () => {
  await reset();
  const { db } = app();
  db.collection({
    name: COLLECTION,
    fields: [
      { type: 'string', name: 'name', length: 20, allowNull: false },
      { type: 'string', name: 'code' },
      { type: 'integer', name: 'count' },
      { type: 'boolean', name: 'isOpen' },
      { type: 'date', name: 'at' },
      { type: 'dateOnly', name: 'on' },
      { type: 'json', name: 'extra' },
      { type: 'array', name: 'list' },
      { type: 'decimal', name: 'points', precision: 10, scale: 2 },
      { type: 'bigInt', name: 'large' },
      { type: 'text', name: 'story' },
      { type: 'virtual', name: 'shown' },
    ],
  });
  await db.getCollection(COLLECTION).sync();
});
afterAll(async () => {
  await app().db.getCollection(COLLECTION).removeFromDb();
});

/** Values of every kind, and none. */
const VALUES: Record<string, unknown>[] = [
  {
    name: `O'Brien \\ "x"`,
    code: '007',
    count: 3,
    isOpen: true,
    at: new Date('2026-03-04T05:06:07.089Z'),
    on: '2026-02-03',
    extra: { a: [1, "it's", null], b: '\\' },
    list: ['b', 'a'],
    points: 12.34,
    large: '9007199254740993',
    story: '一行\n两行 :a ? $1',
  },
  { code: null, count: null, isOpen: null, at: null, on: null, extra: null, points: null, large: null, story: null },
  { name: '改', shown: 'never stored' },
  {},
];

async function newRows(): Promise<Model[]> {
  const rows: Model[] = [];
  for (const [index] of VALUES.entries()) {
    rows.push(
      (await app()
        .db.getModel(COLLECTION)
        .create({
          name: `row ${index}`,
          code: 'c',
          count: 1,
          isOpen: false,
          extra: {},
          story: 's',
        })) as Model,
    );
  }
  return rows;
}

const changeAll = (rows: readonly Model[]): void => rows.forEach((row, index) => void row.set(VALUES[index]));
const save = (rows: readonly Model[]) =>
  app().db.sequelize.transaction((transaction) =>
    saveTogether(
      rows.map((row) => ({ row, options: { transaction, context: {} } })),
      { db: app().db, transaction },
    ),
  );

interface Heard {
  row: number;
  moment: string;
  changed: unknown;
  fields: unknown;
  skip: unknown;
}

/** Works with listeners that write into the rows as the pack's do. @returns what they heard, row by row */
async function hearing(rows: readonly Model[], work: () => Promise<unknown>): Promise<Heard[][]> {
  const { db } = app();
  const heard: Heard[] = [];
  const moments = ['beforeValidate', 'afterValidate', 'beforeUpdate', 'afterUpdate', 'beforeSave', 'afterSave'];
  const listeners = moments.map((moment): [string, (row: Model, options: Record<string, unknown>) => void] => [
    `${COLLECTION}.${moment}`,
    (row, options) => {
      const { fields, skip } = options as { fields: string[]; skip?: string[] };
      heard.push({ row: rows.indexOf(row), moment, changed: row.changed(), fields: [...fields], skip });
      if (moment !== 'beforeUpdate') return;
      row.set('count', Number(row.get('count')) + 1);
      row.set('code', `by a hook`);
      if (!fields.includes('count')) fields.push('count');
    },
  ]);
  for (const [event, listener] of listeners) db.on(event, listener);
  try {
    await work();
  } finally {
    for (const [event, listener] of listeners) db.off(event, listener);
  }
  return rows.map((_row, index) => heard.filter((each) => each.row === index));
}

async function stored(rows: readonly Model[]): Promise<unknown[]> {
  const found = (await app()
    .db.getModel(COLLECTION)
    .findAll({ where: { id: rows.map((row) => row.get('id') as number) }, order: ['id'] })) as Model[];
  return found.map((row) => {
    const { id, createdAt, updatedAt, ...rest } = row.get() as Record<string, unknown>;
    return { ...rest, wasUpdated: Number(updatedAt) > Number(createdAt), hasId: id !== null };
  });
}

it('does to rows, and tells listeners of each, what Sequelize’s own save does', async () => {
  expect(isSavedTogether(app().db.getCollection(COLLECTION))).toBe(true);
  const [alone, many] = [await newRows(), await newRows()];
  changeAll(alone);
  changeAll(many);
  const heardAlone = await hearing(alone, async () => {
    for (const row of alone) await row.save();
  });
  const heardTogether = await hearing(many, () => save(many));
  expect(heardTogether).toEqual(heardAlone);
  expect(heardAlone[0].length).toBeGreaterThan(5);
  expect(await stored(many)).toEqual(await stored(alone));
  expect(many.map((row) => row.changed())).toEqual(alone.map((row) => row.changed()));
  expect(many.map((row) => row.previous('count'))).toEqual(alone.map((row) => row.previous('count')));
});

it('writes many rows of the same fields with one statement', async () => {
  const rows = [...(await newRows()), ...(await newRows())];
  rows.forEach((row, index) => void row.set({ name: `renamed ${index}` }));
  const query = jest.spyOn(app().db.sequelize, 'query');
  await save(rows);
  const writing = query.mock.calls.filter(([sql]) => JSON.stringify(sql).includes('UPDATE'));
  query.mockRestore();
  expect(writing).toHaveLength(1);
  expect((await stored(rows)).map((row) => (row as { name: string }).name)).toEqual(
    rows.map((_row, index) => `renamed ${index}`),
  );
});

it('refuses what the column refuses, as save does: nothing is cut off', async () => {
  const [alone, many] = [(await newRows())[0], (await newRows())[0]];
  for (const row of [alone, many]) row.set({ name: '长'.repeat(300) });
  const messageOf = (work: Promise<unknown>) =>
    work.then(() => null).catch((error: Error) => [error.name, error.message]);
  const expected = await messageOf(alone.save());
  expect(expected).not.toBeNull();
  expect(await messageOf(save([many]))).toEqual(expected);
  for (const row of [alone, many]) row.set({ name: null });
  expect(await messageOf(save([many]))).toEqual(await messageOf(alone.save()));
});

it('does not pass over a row that is gone', async () => {
  const rows = await newRows();
  changeAll(rows);
  await rows[0].destroy();
  await expect(save(rows)).rejects.toThrow(/were to be written/);
});
