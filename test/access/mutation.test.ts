/** Each guard is switched off in turn: the matrix, as it walks, has to notice on the doors that this guard watches. */
import { app, server } from '../server/harness';
import { GUARDS, type Guard } from '../../packages/plugins/@hongxin/plugin-foundation/src/server/access/switches';
import { asConfigurers } from './support/configurers';
import { Matrix, type Selection } from './support/matrix';
import { Report } from './support/report';
import { buildTown, leaveTown } from './support/town';

jest.setTimeout(600_000);

const EAST = 'hx-official of the east';

interface Showing {
  /** One of the class that this shows to; who walks for the class is asked. */
  caller: string;
  table: string;
  doors: readonly string[];
  /** What has to hold while the matrix asks. */
  during?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Where a missing guard shows: by whom, at which doors of which collections. */
const SHOWS: Readonly<Record<Guard, Showing>> = {
  assistants: { caller: EAST, table: 'hxPersons', doors: ['context of an AI employee'] },
  associationReads: { caller: EAST, table: 'hxPosts', doors: ['association get of a hidden record'] },
  associationWrites: {
    caller: EAST,
    table: 'hxPosts',
    doors: ['association add', 'association create', 'association set', 'association toggle'],
  },
  answerFields: { caller: EAST, table: 'hxPosts', doors: ['appends', 'nested appends', 'get'] },
  bookkeeping: { caller: 'hx-city', table: 'hxCounters', doors: ['closed to administrators'] },
  charts: {
    caller: 'hx-city',
    table: 'hxPersons',
    doors: ['chart: group by what is closed', 'query: group by what is closed', 'chart: aggregate what is closed'],
  },
  dataSources: { caller: 'hx-city', table: 'hxPersons', doors: ['chart: every value of dataSource'] },
  exports: { caller: EAST, table: 'hxPersons', doors: ['export'] },
  imports: { caller: EAST, table: 'hxPersons', doors: ['import of closed columns'] },
  masks: { caller: EAST, table: 'hxPersons', doors: ['list', 'get'] },
  moves: { caller: EAST, table: 'hxMatrixPlaces', doors: ['move'] },
  parameters: {
    caller: EAST,
    table: 'hxPersons',
    doors: ['filter by what is closed', 'sort by what is closed', 'filter beyond a relation'],
  },
  reachable: { caller: EAST, table: 'hxHouseholds', doors: ['destroy hidden'] },
  rows: { caller: EAST, table: 'hxMatrixPlaces', doors: ['create elsewhere', 'import elsewhere'] },
  scopeJoin: {
    caller: EAST,
    table: 'hxPersons',
    doors: ['chart: filter on the key of the scope', 'query: filter on the key of the scope'],
  },
  searchingWrites: { caller: EAST, table: 'hxMatrixPlaces', doors: ['firstOrCreate', 'updateOrCreate'] },
  templates: { caller: EAST, table: 'hxPersons', doors: ['template variables'], during: asConfigurers },
  writtenFields: {
    caller: EAST,
    table: 'hxMatrixPlaces',
    doors: ['create with a closed field', 'update a closed field'],
  },
};

let matrix: Matrix;

beforeAll(async () => {
  await app().cache.reset();
  matrix = new Matrix(await buildTown());
  await matrix.prepare();
});

afterAll(leaveTown);

async function failuresOf(guard: Guard): Promise<number> {
  const { caller, table, doors, during = (work) => work() } = SHOWS[guard];
  const named = matrix.town.callers.find(({ name }) => name === caller)!;
  const walker = matrix.walkerFor(named, matrix.town.tables.get(table)!);
  const selection: Selection = {
    callers: (each) => each === walker,
    tables: ({ name }) => name === table,
    doors: (name) => doors.includes(name),
  };
  const report = new Report();
  await during(() => matrix.run(report, selection));
  return report.failures.length;
}

it.each(GUARDS)('the matrix fails when the guard "%s" is off, and passes when it is on', async (guard) => {
  expect(await failuresOf(guard)).toBe(0);
  server().switchOff(guard);
  try {
    expect(await failuresOf(guard)).toBeGreaterThan(0);
  } finally {
    server().switchOff(null);
  }
});

it('has a switch for every guard named, and a door for every switch', () => {
  process.stderr.write(`mutations: ${GUARDS.length} guards switched off one at a time\n`);
  expect(Object.keys(SHOWS).sort()).toEqual([...GUARDS].sort());
});
