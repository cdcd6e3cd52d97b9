/** Filters that NocoBase and PostgreSQL answer are answered; those at which they would fail are refused in words. */
import { app, reset, type Client } from '../../../../../../../../test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts } from '../../__tests__/support/places';

let east: Client;

beforeAll(async () => {
  await preparePlaces();
  await reset();
  await fillPlaces();
  east = await signInWithPosts('operands-east', 'hx-official', [EAST]);
});

const measures = [{ field: ['title'], aggregation: 'count', alias: 'n' }];
const doors: [string, (filter: object) => ReturnType<Client['post']>][] = [
  ['list', (filter) => east.get('hxTestRecords:list', { filter })],
  ['query', (filter) => east.post('hxTestRecords:query', { measures, filter })],
];

describe.each(doors)('%s', (_, ask) => {
  it.each([
    // NocoBase turns these into text
    { areaCode: { $eq: Number(EAST) } },
    { areaCode: { $eq: [Number(EAST), 5] } },
    { 'areaCode.$eq': Number(EAST) },
    { $and: [{ 'area.name': { $eq: Number(EAST) } }] },
    { title: { $eq: true } },
    { title: { $includes: null } },
    { title: { $endsWith: 5 } },
    // PostgreSQL reads these as numbers
    { id: '5' },
    { id: { $in: ['1', ' 2', '+3'] } },
    { amount: { $gt: '5' } },
    { areaCode: { $exists: true } },
    { areaCode: { $empty: true } },
  ])('answers %j', async (filter) => {
    expect((await ask(filter)).status).toBe(200);
  });

  it.each([
    [{ areaCode: 5 }],
    [{ areaCode: { $ne: 5 } }],
    [{ areaCode: { $in: [5, 'x'] } }],
    [{ id: 'word' }],
    [{ amount: { $gt: 'word' } }],
    [{ amount: { $eq: '5x' } }],
    [{ amount: true }],
    [{ amount: { $between: ['1', 5] } }],
    [{ title: { $startsWith: 5 } }],
    [{ 'areaCode.$exists': true }],
    [{ id: 0, 'id.$gt': 1, 'id.$exists': true }],
  ])('answers %j, or refuses it in words', async (filter) => {
    const { status, body } = await ask(filter);
    if (status !== 200) expect([status, body.errors?.[0]?.code]).toEqual([400, expect.stringMatching(/INVALID$/)]);
  });
});

/** Every operator beside a plain value on the same key, in every form: never a fault of the server. */
it('fails at no operator written beside a value', async () => {
  const faults: unknown[] = [];
  for (const operator of (app().db.operators as Map<string, unknown>).keys())
    for (const [key, value] of [
      ['areaCode', 'x'],
      ['id', 0],
    ] as const)
      for (const filter of [
        { [key]: { [operator]: value } },
        { [`${key}.${operator}`]: value },
        { [key]: value, [`${key}.${operator}`]: value },
        { [`${key}.${operator}`]: value, [key]: { $ne: value } },
        { $or: [{ [`${key}.${operator}`]: value, [key]: value }, { [`${key}.$ne`]: null }] },
      ])
        for (const [door, ask] of doors) {
          const { status } = await ask(filter);
          if (status >= 500) faults.push([door, status, filter]);
        }
  expect(faults).toEqual([]);
}, 240_000);
