/** What a caller could work out without being told: from the work an answer takes, from numbers, from unique values. */
import { app } from '../server/harness';
import type { Caller } from './support/callers';
import { Matrix } from './support/matrix';
import { ask, type Ask } from './support/inspect';
import { Scene } from './support/scene';
import { buildTown, leaveTown, type Town } from './support/town';

jest.setTimeout(300_000);

let town: Town;
let matrix: Matrix;
let east: Caller;

beforeAll(async () => {
  await app().cache.reset();
  town = await buildTown();
  matrix = new Matrix(town);
  await matrix.prepare();
  east = town.callers.find(({ name }) => name === 'hx-official of the east')!;
});

afterAll(leaveTown);

/** What NocoBase's own timers ask for, whoever asks for something else meanwhile: old asynchronous tasks, stuck scripts. */
const OF_TIMERS = /FROM "(asyncTasks|jobs)"/;

/** Statements the database runs for a request: the work that its time is made of. */
async function statementsOf(asked: Ask): Promise<string[]> {
  const { sequelize } = app().db;
  const { options } = sequelize as unknown as { options: { logging: unknown } };
  const before = options.logging;
  const statements: string[] = [];
  options.logging = (text: string) =>
    statements.push(
      text
        .replace(/^Executing \([^)]*\): /, '')
        .replace(/\d{3,}/g, 'N')
        .slice(0, 200),
    );
  try {
    await ask(east.client, asked);
  } finally {
    options.logging = before;
  }
  return statements.filter((text) => !/^(START|COMMIT|ROLLBACK|SET)/.test(text) && !OF_TIMERS.test(text));
}

const byId: readonly [string, (name: string, id: string) => Ask][] = [
  ['get', (name, id) => ({ path: `${name}:get/${id}` })],
  [
    'update',
    (name, id) => ({ method: 'POST', path: `${name}:update`, query: { filterByTk: id }, body: { note: 'x' } }),
  ],
  ['destroy', (name, id) => ({ method: 'POST', path: `${name}:destroy`, query: { filterByTk: id } })],
  ['history', (name, id) => ({ path: `${name}:history/${id}` })],
  [
    'reveal',
    (name, id) => ({ method: 'POST', path: `${name}:reveal/${id}`, body: { field: 'phone', reason: '核对登记信息' } }),
  ],
];

it.each(byId)('does the same work for a hidden record as for an absent one: %s', async (_title, make) => {
  for (const name of ['hxPersons', 'hxHouseholds', 'hxMemberRegistrations']) {
    const scene = new Scene(town, matrix.oracle, east, town.tables.get(name)!);
    const hidden = scene.keyOf(scene.hidden!);
    await ask(east.client, make(name, hidden)); // caches warm
    const [first, second] = [await statementsOf(make(name, hidden)), await statementsOf(make(name, scene.absent))];
    expect([name, first]).toEqual([name, second]);
  }
});

it('does not let numbers be tried out: one that is taken answers like one that is not', async () => {
  const registrations = town.tables.get('hxMemberRegistrations')!;
  const scene = new Scene(town, matrix.oracle, east, registrations);
  const taken = String(scene.hidden!.number);
  for (const caller of town.callers.filter(({ name }) => !/hx-city/.test(name))) {
    const sight = matrix.oracle.visible(caller, registrations);
    if (sight.has(scene.keyOf(scene.hidden!))) continue;
    for (const filter of [
      (number: string) => ({ number }),
      (number: string) => ({ 'number.$startsWith': number.slice(0, 6) }),
      (number: string) => ({ receiptNumber: { $includes: number } }),
    ]) {
      const answers = await Promise.all(
        [taken, 'k999999z'].map((number) =>
          ask(caller.client, { path: 'hxMemberRegistrations:list', query: { filter: filter(number) } }),
        ),
      );
      const plain = answers.map(({ status, data, meta }) => JSON.stringify([status, data, meta.count ?? null]));
      if (caller.roles.includes('hx-official') && sight.size > 0 && filter('x') && plain[0] !== plain[1]) {
        // a prefix may match one's own numbers as well; it must not match the hidden one
        expect(plain[0]).not.toContain(taken);
        continue;
      }
      expect([caller.name, plain[0]]).toEqual([caller.name, plain[1]]);
    }
  }
});

it('names nobody when a unique value is taken by a record out of sight', async () => {
  const units = town.tables.get('hxUnits')!;
  const scene = new Scene(town, matrix.oracle, east, units);
  const creditCode = '91110000600037341L';
  await app().db.sequelize.query(
    `UPDATE "${units.collection.model.tableName}" SET "creditCode" = '${creditCode}' WHERE id = ${scene.keyOf(scene.hidden!)}`,
  );
  const values = { name: '新单位', kind: 'agency', creditCode, areaId: town.areaIds.east };
  const { problems, reply } = await scene.try({ method: 'POST', path: 'hxUnits:create', body: values });
  expect(problems).toEqual([]);
  expect(reply.status).toBe(400);
  const { rows } = { rows: units.rows.find((row) => scene.keyOf(row) === scene.keyOf(scene.hidden!))! };
  for (const told of [rows.name, rows.contactName, rows.areaCode, rows.id])
    expect(reply.text).not.toContain(String(told));
});
