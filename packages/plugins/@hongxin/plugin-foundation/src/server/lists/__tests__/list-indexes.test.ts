/** Every list of a shipped page reads its records in order from an index: nothing is sorted, nothing is read through. */
import { foundationOf } from '../../foundation-of';
import { app, reset } from '@test/server/harness';
import { placeFieldOf, shippedLists, type Listed } from '../list-indexes';

beforeAll(reset);

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** What PostgreSQL would do, if it could help it, without sorting and without reading a table through. */
async function planOf(list: Listed, place: string): Promise<string[]> {
  const { db } = app();
  const statements: string[] = [];
  await db.getRepository(list.collection).find({
    filter: {
      [place]: { $gte: '370681001', $lt: '370681002' },
      ...(list.states.length > 0 ? { state: { $in: list.states } } : {}),
    },
    sort: list.sorting.map(({ field, direction }) => (direction === 'desc' ? `-${field}` : field)),
    limit: 21,
    logging: (statement: string) => statements.push(statement.replace(/^[^:]*: /, '')),
  } as object);
  const [statement] = statements;
  return db.sequelize.transaction(async (transaction) => {
    await db.sequelize.query('SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off', { transaction });
    const [rows] = await db.sequelize.query(`EXPLAIN (FORMAT JSON) ${statement}`, { transaction });
    const [
      {
        'QUERY PLAN': [{ Plan: plan }],
      },
    ] = rows as { 'QUERY PLAN': [{ Plan: Plan }] }[];
    return nodesOf(plan).map((node) => node['Node Type']);
  });
}

it('where an order has no index, the plan says so', async () => {
  const list = { collection: 'hxPersons', sorting: [{ field: 'name', direction: 'desc' as const }], states: [] };
  expect(await planOf(list, 'areaCode')).toContain('Sort');
});

it('of whatever order, in a part of the city', async () => {
  const { access, domains } = foundationOf(app()) as unknown as {
    access: Parameters<typeof placeOf>[0];
    domains: ReadonlyMap<string, { pages?: Parameters<typeof shippedLists>[0] }>;
  };
  const lists = [...domains.values()].flatMap(({ pages }) => shippedLists(pages ?? []));
  const ofPlaces = lists.filter(({ collection }) => placeOf(access, collection) !== null);
  expect(ofPlaces.length).toBeGreaterThan(15);
  const sorted: string[] = [];
  for (const list of ofPlaces) {
    const place = placeOf(access, list.collection) as string;
    const order =
      list.sorting.length > 0 ? list : { ...list, sorting: [{ field: 'createdAt', direction: 'desc' as const }] };
    const nodes = await planOf(order, place);
    if (nodes.includes('Sort') || nodes.includes('Seq Scan'))
      sorted.push(`${list.collection} by ${JSON.stringify(order.sorting)}: ${nodes.join(' > ')}`);
  }
  expect(sorted).toEqual([]);
});

const placeOf = (
  access: { declarationOf(collection: string): Parameters<typeof placeFieldOf>[0] },
  collection: string,
): string | null => {
  const place = placeFieldOf(access.declarationOf(collection));
  return place !== null && app().db.getCollection(collection).hasField(place) ? place : null;
};
