import { app, reset, root, type Client } from '@test/server/harness';

let administrator: Client;

beforeAll(async () => {
  await reset();
  administrator = await root();
  await administrator.post('collections:create', {
    name: 'ownVisits',
    title: '走访',
    fields: [
      { name: 'id', type: 'snowflakeId', primaryKey: true, interface: 'snowflakeId' },
      { name: 'topic', type: 'string', interface: 'input', uiSchema: { title: '主题' } },
    ],
  });
});
afterAll(async () => {
  await administrator.post('collections:destroy', {}, { query: { filterByTk: 'ownVisits', cascade: true } });
  await administrator.post('roles:destroy', {}, { query: { filterByTk: 'visitors' } });
});

it('a relation made at /v/, which names its table as source, holds what is chosen', async () => {
  const made = await administrator.post('collections/ownVisits/fields:create', {
    name: 'user',
    type: 'belongsTo',
    interface: 'm2o',
    source: 'ownVisits',
    target: 'users',
    foreignKey: 'visitedId',
    targetKey: 'id',
    uiSchema: { title: '对象', 'x-component': 'AssociationField' },
  });
  expect(made.status).toBe(200);
  expect(app().db.getCollection('ownVisits').hasField('user')).toBe(true);
  const row = await administrator.post<{ id: string }>('ownVisits:create', { topic: '访听', user: { id: 1 } });
  expect(row.status).toBe(200);
  const read = await administrator.get<{ user: { id: number } }>(`ownVisits:get/${row.body.data.id}`, {
    appends: ['user'],
  });
  expect(read.body.data.user).toMatchObject({ id: 1 });
});

it('a field of a view keeps its source', async () => {
  const model = app().db.getModel('fields').build({ name: 'x', type: 'string', source: 'someView.topic' });
  await app().db.emitAsync('fields.beforeUpdate', model, {});
  expect(model.get('source')).toBe('someView.topic');
});

it('a new role asks no AI employee until it is given one', async () => {
  const made = await administrator.post('roles:create', { name: 'visitors', title: '走访员' });
  expect(made.status).toBe(200);
  const role = await app()
    .db.getRepository('roles')
    .findOne({ filterByTk: 'visitors', appends: ['aiEmployees'] });
  expect(role.get('allowNewAiEmployee')).toBe(false);
  expect(role.get('aiEmployees')).toEqual([]);
});
