import type { Model, Transaction } from '@nocobase/database';
import { app, reset } from '@test/server/harness';
import {
  type Cast,
  foundation,
  newErrand,
  prepareErrands,
  removeErrands,
  stateOf,
} from '@test/server/foundation/errands';

jest.setTimeout(120_000);

const COLLECTION = 'hxTestErrands';
const MOMENTS = ['beforeValidate', 'afterValidate', 'beforeUpdate', 'afterUpdate'] as const;
const WITH_RELATIONS = ['afterUpdateWithAssociations', 'afterSaveWithAssociations'] as const;
/** What SQL, its replacements and its bindings could take for theirs. */
const TITLES = [`奶奶的'菜' \\ "买" :id $1 ?`, '扶 {hxAreas} 老', '取件 %s'];

let cast: Cast;
const heard: Record<string, unknown>[] = [];
const listeners: [string, (row: Model, options: Record<string, unknown>) => void][] = [
  ...MOMENTS.map((moment) => listening(moment, moment)),
  ...WITH_RELATIONS.map((moment) => listening(moment, `${COLLECTION}.${moment}`)),
];

function listening(moment: string, event: string): (typeof listeners)[number] {
  return [
    event,
    (row, { fields, context }) => {
      if ((row.constructor as typeof Model).collection?.name !== COLLECTION) return;
      const changed = [...(row.changed() || [])].sort();
      heard.push({ id: Number(row.get('id')), moment, state: row.get('state'), changed, fields, context });
    },
  ];
}

beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  for (const [event, listener] of listeners.slice(0, MOMENTS.length)) app().db.on(event, listener);
});
afterAll(async () => {
  for (const [event, listener] of listeners) app().db.off(event, listener);
  await removeErrands();
});
beforeEach(() => heard.splice(0));

const actor = () => ({ userId: Number(cast.owner.userId), roles: ['hx-test-owner'], name: '本人' });
const itemsOf = (ids: readonly number[]) =>
  ids.map((recordId, index) => ({
    recordId,
    actor: actor(),
    opinion: `第${index + 1}件`,
    values: { title: TITLES[index], wantedOn: `2026-0${index + 1}-11` },
  }));

async function threeErrands(): Promise<number[]> {
  const ids: number[] = [];
  for (const [index] of TITLES.entries()) {
    ids.push(await newErrand(cast.owner, { people: index, wantedOn: index === 1 ? '2026-02-11' : '2026-01-01' }));
  }
  return ids;
}

const oneByOne = async (ids: readonly number[]): Promise<void> => {
  for (const item of itemsOf(ids)) {
    await foundation().transitions.perform({ collection: COLLECTION, transition: 'submit', ...item });
  }
};
const together = (ids: readonly number[]): Promise<void> =>
  foundation().transitions.performMany({ collection: COLLECTION, transition: 'submit', items: itemsOf(ids) });

/** What the database holds of the errands and their events, without what every row has of its own. */
async function stored(ids: readonly number[]): Promise<unknown> {
  const own = ['id', 'number', 'createdAt', 'updatedAt', 'at', 'uid', 'recordId', 'digest', 'seq', 'link'];
  const without = (row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => !own.includes(name)));
  const { sequelize } = app().db;
  const [rows] = await sequelize.query('SELECT * FROM "hxTestErrands" WHERE id IN (:ids) ORDER BY id', {
    replacements: { ids },
  });
  const [events] = await sequelize.query(
    `SELECT * FROM "hxEvents" WHERE "collectionName" = '${COLLECTION}' AND "recordId" IN (:ids) ORDER BY id`,
    { replacements: { ids: ids.map(String) } },
  );
  return { rows: (rows as object[]).map(without), events: (events as object[]).map(without) };
}

/** What was heard of each errand, in its order. */
const heardOf = (ids: readonly number[]): unknown =>
  ids.map((id) => heard.filter((each) => each.id === id).map((each) => ({ ...each, id: ids.indexOf(id) })));

/** Runs work, and counts the statements that write errands. */
async function updatesOf(work: () => Promise<void>): Promise<number> {
  const query = jest.spyOn(app().db.sequelize, 'query');
  try {
    await work();
    const isWrite = ([sql]: (typeof query.mock.calls)[number]): boolean =>
      /^UPDATE ("public"\.)?"hxTestErrands"/.test(typeof sql === 'string' ? sql : sql.query);
    return query.mock.calls.filter(isWrite).length;
  } finally {
    query.mockRestore();
  }
}

it('leaves the rows, the events and what listeners heard of each record as the same steps one by one do', async () => {
  const [alone, many] = [await threeErrands(), await threeErrands()];
  heard.splice(0);
  const since = Date.now();
  await oneByOne(alone);
  const updates = await updatesOf(() => together(many));
  expect(updates).toBe(2); // one errand kept its day: two sets of fields
  expect(await stored(many)).toEqual(await stored(alone));
  expect(heardOf(many)).toEqual(heardOf(alone));
  expect(heard.filter(({ moment }) => moment === 'afterUpdate')).toHaveLength(6);
  const rows = await app().db.getRepository(COLLECTION).find({ filterByTk: many });
  for (const row of rows as Model[]) expect((row.get('updatedAt') as Date).getTime()).toBeGreaterThanOrEqual(since);
});

it('saves each alone where somebody listens to the saves of the collection, who sees the next one not yet saved', async () => {
  const ids = await threeErrands();
  const states: string[][] = [];
  const look = async (...[, { transaction }]: [Model, { transaction: Transaction }]): Promise<void> => {
    const rows = await app().db.getRepository(COLLECTION).find({ filterByTk: ids, sort: 'id', transaction });
    states.push((rows as Model[]).map((row) => String(row.get('state'))));
  };
  app().db.on(`${COLLECTION}.afterUpdateWithAssociations`, look);
  try {
    expect(await updatesOf(() => together(ids))).toBe(3);
  } finally {
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
    app().db.off(`${COLLECTION}.afterUpdateWithAssociations`, look);
  }
  expect(states).toEqual([
    ['submitted', 'draft', 'draft'],
    ['submitted', 'submitted', 'draft'],
    ['submitted', 'submitted', 'submitted'],
  ]);
});

it('tells NocoBase’s listeners of a save with relations of every record', async () => {
  const [alone, many] = [await threeErrands(), await threeErrands()];
  for (const [event, listener] of listeners.slice(MOMENTS.length)) app().db.on(event, listener);
  await oneByOne(alone);
  await together(many);
  expect(heardOf(many)).toEqual(heardOf(alone));
  expect(heard.filter(({ moment }) => moment === 'afterSaveWithAssociations')).toHaveLength(6);
});

it('keeps the state of every record to the transition while many are written', async () => {
  const ids = await threeErrands();
  const outsiders = await threeErrands();
  let refused: unknown;
  const meddle = async (row: Model, { transaction }: { transaction: Transaction }): Promise<void> => {
    if (Number(row.get('id')) !== ids[0]) return;
    const other = (await app()
      .db.getRepository(COLLECTION)
      .findOne({ filterByTk: outsiders[0], transaction })) as Model;
    refused = await other.update({ state: 'closed' }, { transaction }).catch((error: unknown) => error);
  };
  app().db.on('beforeUpdate', meddle);
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- NocoBase waits for its listeners (emitAsync)
  await together(ids).finally(() => app().db.off('beforeUpdate', meddle));
  expect(refused).toMatchObject({ reasons: [{ code: 'STATE_ONLY_BY_TRANSITION' }] });
  expect(await stateOf(outsiders[0])).toBe('draft');
});
