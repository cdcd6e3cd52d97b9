import type { Transaction } from '@nocobase/database';
import { app, reset } from '@test/server/harness';
import {
  type Cast,
  codes,
  COMMUNITY,
  type Errand,
  foundation,
  newErrand,
  OTHER_COMMUNITY,
  prepareErrands,
  removeErrands,
} from '@test/server/foundation/errands';
import { withStepMemory } from '../../database/step-memory';
import { NumberService } from '../index';

jest.setTimeout(120_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  const { numbers } = foundation();
  numbers.registerSeries({
    name: 'testErrand',
    collection: 'hxTestErrands',
    pattern: 'SX-{year}-{areaCode:12}-{sequence:4}',
    issue: 'create',
  });
  numbers.registerSeries({
    name: 'testReceipt',
    collection: 'hxTestErrands',
    field: 'receipt',
    pattern: 'HZ-{year}-{sequence:3}',
    issue: 'manual',
  });
});
afterAll(async () => {
  (foundation().numbers as unknown as { columns: Map<string, unknown> }).columns.delete('hxTestErrands');
  await removeErrands();
});

const year = new Date().getFullYear();
const numberOf = (place: string, sequence: number) => `SX-${year}-${place}-${String(sequence).padStart(4, '0')}`;

it('numbers 200 records created at once without duplicate or gap', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_each, index) =>
      cast.administrator.post<Errand>('hxTestErrands:create', { title: `n${index}`, areaCode: `${COMMUNITY}001` }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const expected = Array.from({ length: 200 }, (_each, index) => numberOf(COMMUNITY, index + 1));
  expect(answers.map(({ body }) => body.data.number).sort()).toEqual(expected);
});

it('counts per place, and gives the number of a failed create to the next one', async () => {
  const create = (values: object) =>
    cast.administrator.post<Errand>('hxTestErrands:create', { areaCode: OTHER_COMMUNITY, ...values });
  const first = await create({ title: 'one' });
  const failed = await create({ title: 'two', id: first.body.data.id });
  const second = await create({ title: 'three' });
  expect(failed.status).toBe(400);
  expect([first.body.data.number, second.body.data.number]).toEqual([
    numberOf(OTHER_COMMUNITY, 1),
    numberOf(OTHER_COMMUNITY, 2),
  ]);
});

it('numbers an import in the order of its rows', async () => {
  const place = '370681001003';
  const rows = await app().db.sequelize.transaction((transaction) =>
    app()
      .db.getModel('hxTestErrands')
      .bulkCreate(
        ['a', 'b', 'c'].map((title) => ({ title, areaCode: place })),
        { transaction, fields: ['title', 'areaCode'] },
      ),
  );
  const stored = await app()
    .db.getRepository('hxTestErrands')
    .find({ filter: { areaCode: place }, sort: 'id' });
  expect(rows).toHaveLength(3);
  expect(stored.map((row: { get(name: string): unknown }) => row.get('number'))).toEqual(
    [1, 2, 3].map((sequence) => numberOf(place, sequence)),
  );
});

it('lets nobody write a number', async () => {
  const create = await cast.administrator.post('hxTestErrands:create', {
    title: 'x',
    areaCode: COMMUNITY,
    number: 'SX-1',
  });
  const id = await newErrand(cast.owner);
  const update = await cast.administrator.post(`hxTestErrands:update/${id}`, { number: 'SX-1' });
  const manual = await cast.administrator.post(`hxTestErrands:update/${id}`, { receipt: 'HZ-1' });
  for (const answer of [create, update, manual])
    expect([answer.status, codes(answer)]).toEqual([400, ['NUMBER_ONLY_BY_SERVER']]);
  const model = app().db.getModel('hxTestErrands');
  await expect(model.update({ number: 'SX-1' }, { where: { id } })).rejects.toMatchObject({
    message: 'NUMBER_ONLY_BY_SERVER',
  });
  const missing = await cast.administrator.post('hxTestErrands:create', { title: 'nowhere' });
  expect([missing.status, codes(missing)]).toEqual([400, ['NUMBER_NEEDS_AREA']]);
});

it('writes a number that was asked for inside the same transaction', async () => {
  const id = await newErrand(cast.owner);
  const { db } = app();
  const receipt = await db.sequelize.transaction(async (transaction) => {
    const number = await foundation().numbers.next('testReceipt', { year: 2026, areaCode: '' }, transaction);
    await db.getRepository('hxTestErrands').update({ filterByTk: id, values: { receipt: number }, transaction });
    return number;
  });
  expect(receipt).toBe('HZ-2026-001');
});

it('takes the numbers of a step of many records at once, and gives back what it did not need', async () => {
  const numbers = new NumberService(foundation());
  numbers.registerSeries({
    name: 'testReceipt',
    collection: 'hxTestErrands',
    pattern: 'HZ-{year}-{sequence:3}',
    issue: 'manual',
  });
  const { sequelize } = app().db;
  const next = (transaction: Transaction) => numbers.next('testReceipt', { year: 2031, areaCode: '' }, transaction);
  const numberAt = (sequence: number) => `HZ-2031-${String(sequence).padStart(3, '0')}`;
  const step = (size: number, taken: number) =>
    sequelize.transaction((transaction) =>
      withStepMemory(transaction, size, async () => {
        const given: string[] = [];
        while (given.length < taken) given.push(await next(transaction));
        return given;
      }),
    );
  const query = jest.spyOn(sequelize, 'query');
  expect(await step(5, 3)).toEqual([1, 2, 3].map(numberAt));
  expect(query.mock.calls.filter(([sql]) => JSON.stringify(sql).includes('hxCounters'))).toHaveLength(2);
  query.mockRestore();
  expect(await step(2, 3)).toEqual([4, 5, 6].map(numberAt));
  expect(await sequelize.transaction(next)).toBe(numberAt(7));
});
