/** Relations that an earlier release let die come to life with an upgrade, and hold what is chosen. */
import { foundationOf } from '@hongxin/plugin-foundation';
import { app, reset, root, type Client } from '@test/server/harness';

let administrator: Client;
const TABLES = ['deadVisits', 'deadTopics'];

const SHOWN = { 'x-component': 'AssociationField' };
const relations = [
  {
    ...{ name: 'user', type: 'belongsTo', interface: 'm2o', target: 'users', foreignKey: 'visitedId', targetKey: 'id' },
    uiSchema: { title: '对象', ...SHOWN },
  },
  {
    ...{ name: 'topics', type: 'belongsToMany', interface: 'm2m', target: 'deadTopics', through: 'deadVisitTopics' },
    ...{ foreignKey: 'visitId', otherKey: 'topicId', sourceKey: 'id', targetKey: 'id' },
    uiSchema: { title: '主题', ...SHOWN },
  },
];

beforeAll(async () => {
  await reset();
  administrator = await root();
  for (const name of TABLES)
    await administrator.post('collections:create', {
      name,
      title: '走访',
      fields: [
        { name: 'id', type: 'snowflakeId', primaryKey: true, interface: 'snowflakeId' },
        { name: 'topic', type: 'string', interface: 'input', uiSchema: { title: '主题' } },
      ],
    });
  const fields = app().db.getModel('fields');
  for (const relation of relations)
    await fields.create(
      { ...relation, key: `dead-${relation.name}`, collectionName: 'deadVisits', source: 'deadVisits' },
      {
        hooks: false,
      },
    );
});
afterAll(async () => {
  for (const name of TABLES)
    await administrator.post('collections:destroy', {}, { query: { filterByTk: name, cascade: true } });
});

it('come to life once, and a second upgrade changes nothing', async () => {
  const visits = () => app().db.getCollection('deadVisits');
  expect(relations.map(({ name }) => visits().hasField(name))).toEqual([false, false]);
  const { ownTables } = foundationOf(app());
  await ownTables.upgrade();
  await ownTables.upgrade();
  expect(relations.map(({ name }) => visits().hasField(name))).toEqual([true, true]);
  const topic = await administrator.post<{ id: string }>('deadTopics:create', { topic: '访听' });
  const row = await administrator.post<{ id: string }>('deadVisits:create', {
    topic: '访听',
    user: { id: 1 },
    topics: [{ id: topic.body.data.id }],
  });
  expect(row.status).toBe(200);
  const read = await administrator.get(`deadVisits:get/${row.body.data.id}`, { appends: ['user', 'topics'] });
  expect(read.body.data).toMatchObject({ user: { id: 1 }, topics: [{ topic: '访听' }] });
});
