import { app, reset, settled } from '@test/server/harness';
import { drawWorkflow, eraseWorkflows } from '@test/server/review/reviews';
import { buildTown, type Town } from '@test/server/registration/town';

let town: Town;
beforeAll(async () => {
  await reset();
  town = await buildTown();
  const { db } = app();
  db.collection({
    name: 'testOwnMatters',
    title: '自建事项',
    filterTargetKey: 'id',
    fields: [
      { type: 'string', name: 'subject', interface: 'input', uiSchema: { title: '事由' } },
      { type: 'string', name: 'code', interface: 'input', uiSchema: { title: '区划' } },
      {
        type: 'belongsTo',
        name: 'spot',
        target: 'hxAreas',
        foreignKey: 'spotId',
        interface: 'm2o',
        uiSchema: { title: '地点' },
      },
    ],
  });
  await db.getCollection('testOwnMatters').model.sync();
});
afterEach(eraseWorkflows);
afterAll(async () => {
  await app().db.sequelize.query('DROP TABLE IF EXISTS "testOwnMatters" CASCADE');
  app().db.removeCollection('testOwnMatters');
});

async function holderOf(values: object, config: object = {}): Promise<unknown> {
  const assignees = [{ type: 'postHolder', postTypes: ['communityWorker'], level: 'community' as const }];
  await drawWorkflow([{ key: 'own', config: { assignees, ...config } }], {
    collection: 'testOwnMatters',
    on: 'create',
  });
  const record = await app().db.getRepository('testOwnMatters').create({ values });
  await settled();
  const [task] = await app()
    .db.getModel('hxReviewTasks')
    .findAll({ where: { collectionName: 'testOwnMatters', recordId: String(record.get('id')) } });
  return [Number(task.get('userId')), task.get('areaCode'), task.get('title')];
}

it('finds the place by the only relation to the areas', async () => {
  expect(await holderOf({ subject: '修路灯', spotId: town.west.id })).toEqual([
    town.westCommunity.userId,
    town.west.code,
    '修路灯',
  ]);
});

it('goes by the field that the node names, a relation or a code', async () => {
  const values = { subject: '修路灯', spotId: town.west.id, code: town.building.code };
  expect(await holderOf(values, { placeField: 'code' })).toEqual([town.community.userId, town.building.code, '修路灯']);
});

it('asks those in charge of the city where a record names no place', async () => {
  expect(await holderOf({ subject: '修路灯' })).toEqual([town.city_.userId, null, '修路灯']);
});
