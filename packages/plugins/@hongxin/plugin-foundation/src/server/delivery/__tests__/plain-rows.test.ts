import type { Model } from '@nocobase/database';
import { app, reset, root } from '@test/server/harness';
import { plainRows } from '../plain-rows';

jest.setTimeout(120_000);

const TABLES = ['hxTestShelves', 'hxTestBooks', 'hxTestTags', 'hxTestBookTags'];

beforeAll(async () => {
  await reset();
  const { db } = app();
  db.collection({
    name: 'hxTestShelves',
    fields: [
      { type: 'string', name: 'name' },
      { type: 'string', name: 'secret', hidden: true },
      { type: 'hasMany', name: 'books', target: 'hxTestBooks', foreignKey: 'shelfId' },
      { type: 'hasMany', name: 'sorted', target: 'hxTestBooks', foreignKey: 'shelfId', sortBy: ['-title'] },
      { type: 'password', name: 'pin' },
    ],
  });
  db.collection({
    name: 'hxTestBooks',
    fields: [
      { type: 'string', name: 'title' },
      { type: 'date', name: 'boughtAt' },
      { type: 'json', name: 'extra' },
      { type: 'bigInt', name: 'large' },
      { type: 'string', name: 'hiddenNote', hidden: true },
      { type: 'belongsTo', name: 'shelf', target: 'hxTestShelves', foreignKey: 'shelfId' },
      {
        type: 'belongsToMany',
        name: 'tags',
        target: 'hxTestTags',
        through: 'hxTestBookTags',
        foreignKey: 'bookId',
        otherKey: 'tagId',
      },
    ],
  });
  db.collection({ name: 'hxTestTags', fields: [{ type: 'string', name: 'name' }] });
  for (const name of TABLES) await db.getCollection(name).sync();
  const shelves = db.getRepository('hxTestShelves');
  const books = [
    { title: 'a', boughtAt: '2026-01-02T03:04:05.678Z', extra: { deep: [1, { a: null }] }, large: '9007199254740993' },
    { title: 'b', hiddenNote: 'secret', tags: [{ name: 'x' }, { name: 'y' }] },
  ];
  await shelves.create({ values: { name: 'one', secret: 'hidden', pin: '1234', books } });
  await shelves.create({ values: { name: 'two' } });
  await db.getRepository('hxTestBooks').create({ values: { title: 'of no shelf' } });
});
afterAll(async () => {
  await app().db.sequelize.query(`DROP TABLE IF EXISTS ${TABLES.map((name) => `"${name}"`).join(', ')} CASCADE`);
  for (const name of TABLES) app().db.removeCollection(name);
});

it.each([
  ['hxTestBooks', ['shelf', 'tags']],
  ['hxTestBooks', ['shelf.books.tags', 'shelf.sorted']],
  ['hxTestBooks', []],
  ['hxTestShelves', ['books', 'books.tags', 'books.shelf']],
  ['hxTestShelves', ['sorted']],
  ['users', ['roles', 'createdBy']],
  ['roles', ['resources', 'menuUiSchemas']],
  ['hxAreas', ['parent']],
  ['uiSchemas', []],
  ['hxMemberRegistrations', ['unit', 'area']],
])('answers what NocoBase’s toJSON answers: %s with %j', async (collection, appends) => {
  const rows = (await app().db.getRepository(collection).find({ appends, limit: 20, sort: [] })) as Model[];
  const text = JSON.stringify(rows);
  expect(JSON.stringify(plainRows(rows))).toBe(text);
  for (const row of rows) expect(JSON.stringify(plainRows(row))).toBe(JSON.stringify(row));
  const isWorkedOut = collection !== 'hxTestShelves' || !appends.includes('sorted');
  for (const row of plainRows(rows) as object[]) expect('dataValues' in row).toBe(!isWorkedOut);
  if (collection.startsWith('hxTest')) expect(text).not.toMatch(/hidden|secret/);
});

it('answers a record that Sequelize has included others in, one that is half chosen, and one just made', async () => {
  const { db } = app();
  const model = db.getModel('hxTestBooks');
  const included = await model.findAll({ include: ['shelf', 'tags'], order: ['id'] });
  const half = await db.getRepository('hxTestBooks').find({ fields: ['title', 'shelf.name'], sort: 'id' });
  const made = await db.getRepository('hxTestBooks').create({ values: { title: 'new', shelf: 1 } });
  for (const each of [included, half, made]) expect(JSON.stringify(plainRows(each))).toBe(JSON.stringify(each));
});

it('answers a list without asking any of its records for its toJSON, neither for the log nor for the text', async () => {
  const model = app().db.getModel('hxTestBooks');
  const toJson = jest.spyOn(Object.getPrototypeOf(model.prototype) as Model, 'toJSON');
  app().acl.appendStrategyResource('hxTestBooks');
  const answer = await (await root()).get<object[]>('hxTestBooks:list', { appends: ['shelf', 'tags'] });
  const asked = toJson.mock.contexts.filter((row) => TABLES.includes((row as Model).constructor.name));
  toJson.mockRestore();
  app().acl.removeStrategyResource('hxTestBooks');
  expect([answer.status, answer.body.data.length > 2, asked.length]).toEqual([200, true, 0]);
});

it('leaves alone what is no record', () => {
  for (const each of [null, undefined, 3, 'text', [1, null], { a: 1 }]) expect(plainRows(each)).toEqual(each);
});
