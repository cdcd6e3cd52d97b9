import { foundationOf } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import { app, reset } from '@test/server/harness';
import { buildTown, COLLECTION, draft, newMember, stored, type Row, type Town } from '@test/server/registration/town';

jest.setTimeout(120_000);

let town: Town;
beforeAll(async () => {
  await reset();
  town = await buildTown();
});

const SYSTEM = { userId: null, roles: [] };
const NOW = new Date('2031-03-04T10:00:00+08:00');

async function drafts(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(String((await draft(town, await newMember())).id));
  return ids;
}

const together = (transition: string, ids: readonly string[], transaction?: Transaction): Promise<void> =>
  foundationOf(app()).transitions.performMany({
    collection: COLLECTION,
    transition,
    transaction,
    items: ids.map((recordId) => ({ recordId, actor: SYSTEM, now: NOW })),
  });

async function alone(transition: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await together(transition, [id]);
}

/** What every registration has of its own. */
const OWN = ['id', 'ownerId', 'personId', 'number', 'receiptNumber', 'receiptToken'];
const OF_EACH = [...OWN, 'createdAt', 'updatedAt', 'createdById', 'updatedById'];
const plain = (row: Row): object => Object.fromEntries(Object.entries(row).filter(([name]) => !OF_EACH.includes(name)));
const rowsOf = (ids: readonly string[]) => Promise.all(ids.map((id) => stored(town, id)));

/** What a step asks within its transaction about others than the registrations themselves. */
async function questionsOf(transition: string, ids: readonly string[]): Promise<string[]> {
  const { sequelize } = app().db;
  const query = jest.spyOn(sequelize, 'query');
  try {
    return await sequelize.transaction(async (transaction) => {
      await together(transition, ids, transaction);
      const asked = query.mock.calls.filter(([, options]) => options?.transaction === transaction);
      return asked
        .map(([sql]) => JSON.stringify(sql))
        .filter((sql) => /SELECT.*hx(Areas|Units|Organizations|Persons|Settings)|hxCounters/.test(sql));
    });
  } finally {
    query.mockRestore();
  }
}

it('leaves registrations as the same steps one by one do, numbered without gaps in their order', async () => {
  const [singly, many] = [await drafts(3), await drafts(3)];
  for (const transition of ['submit', 'accept', 'enroll']) {
    await alone(transition, singly);
    await together(transition, many);
  }
  const [first, second] = [await rowsOf(singly), await rowsOf(many)];
  expect(second.map(plain)).toEqual(first.map(plain));
  expect(second[0]).toMatchObject({ state: 'onRoll', areaCode: town.east.code, organizationId: town.committee.id });
  const sequences = (rows: readonly Row[], field: string) => rows.map((row) => Number(String(row[field]).slice(-4)));
  for (const field of ['number', 'receiptNumber'])
    expect(sequences([...first, ...second], field)).toEqual([1, 2, 3, 4, 5, 6]);
});

it('asks the same however many there are', async () => {
  const [few, many] = [await drafts(2), await drafts(9)];
  for (const transition of ['submit', 'accept', 'enroll']) {
    const questions = await questionsOf(transition, few);
    expect([transition, (await questionsOf(transition, many)).length]).toEqual([transition, questions.length]);
    expect(questions.length).toBeGreaterThan(transition === 'enroll' ? -1 : 3);
  }
});

it('finds out about whoever is on a roll already, among many', async () => {
  const member = await newMember();
  const onRoll = String((await draft(town, member)).id);
  const again = String((await draft(town, member)).id);
  for (const transition of ['submit', 'accept']) await together(transition, [onRoll]);
  const others = await drafts(2);
  await together('submit', [again, ...others]);
  await expect(together('accept', [others[0], again, others[1]])).rejects.toMatchObject({
    reasons: [{ code: 'ON_ROLL_ELSEWHERE', params: { row: 2 } }],
  });
});
