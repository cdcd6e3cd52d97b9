/** Filters that NocoBase and PostgreSQL answer are answered; those at which they would fail are refused in words. */
import { app, reset, root, type Client } from '@test/server/harness';
import { EAST, fillPlaces, preparePlaces, signInWithPosts } from '@test/server/foundation/places';

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

const RELATIONS = ['area', 'owner', 'friend', 'lines', 'tags'] as const;
const PAST = { type: 'past', number: 3, unit: 'day' };

/** A relation has no value of its own: it is there or not, or one asks for a field of what it leads to. */
describe.each(doors)('relations through %s', (_, ask) => {
  it.each(RELATIONS)('asks whether %s is there, as the host writes it or shorter', async (name) => {
    const texts = ['$exists', '$notExists', '$empty', '$notEmpty'];
    const forms = texts.flatMap((operator) => [
      { [name]: { [operator]: true } },
      { [`${name}.${operator}`]: true },
      { [name]: { id: { [operator]: true } } },
      { [`${name}.id`]: { [operator]: true } },
      { $and: [{ $or: [{ [name]: { [operator]: 1 } }] }] },
    ]);
    for (const filter of [...forms, { [name]: null }, { [name]: { id: { $eq: 1 } } }, { [`${name}.id.$eq`]: 1 }])
      expect([filter, (await ask(filter)).status]).toEqual([filter, 200]);
  });

  it.each(RELATIONS)('refuses a value for %s itself, naming it', async (name) => {
    const operators = ['$eq', '$ne', '$gt', '$in', '$includes', '$dateOn', '$match', '$is', '$between', '$not'];
    const forms: unknown[] = [5, 'x', true, {}, [], [5], [{}], [{ id: 1 }], { 0: { id: 1 } }, { $or: [{ id: 1 }] }];
    const filters = [
      ...forms.map((value) => ({ [name]: value })),
      ...operators.map((operator) => ({ [name]: { [operator]: 1 } })),
      { [`${name}.$eq`]: 1 },
      { $or: [{ $and: [{ [name]: { $ne: 1 } }] }] },
    ];
    for (const filter of filters) {
      const { status, body } = await ask(filter);
      const error = body.errors?.[0];
      expect([filter, status, error?.code, error?.field]).toEqual([
        filter,
        400,
        expect.stringMatching(/^(FILTER|OPERATOR)_/),
        name,
      ]);
    }
  });
});

describe.each(doors)('what a column cannot be compared with, through %s', (_, ask) => {
  it.each([
    [{ createdAt: { $dateBetween: ['x', 'y'] } }],
    [{ createdAt: { $dateBetween: ['2026-01-01'] } }],
    [{ createdAt: { $dateOn: { type: 'x' } } }],
    [{ createdAt: { $dateOn: { ...PAST, number: 'x' } } }],
    [{ createdAt: { $dateOn: { ...PAST, number: 1.5 } } }],
    [{ createdAt: { $dateOn: { ...PAST, number: 1e12 } } }],
    [{ createdAt: { $dateOn: { ...PAST, unit: 'x' } } }],
    [{ createdAt: { $dateOn: { unit: 'day' } } }],
    [{ createdAt: { $dateOn: '2026-13-01' } }],
    [{ createdAt: { $dateBefore: '2026-02-30' } }],
    [{ createdAt: { $dateBetween: ['2026-02-30', '2026-03-01'] } }],
    [{ createdAt: { $dateAfter: 'x' } }],
    [{ createdAt: { $dateAfter: 5 } }],
    [{ createdAt: { $dateOn: null } }],
    [{ createdAt: { $dateOn: {} } }],
    [{ createdAt: { $gt: 'x' } }],
    [{ createdAt: { $gt: '' } }],
    [{ createdAt: { $in: ['2026-02-30'] } }],
    [{ createdAt: true }],
    [{ createdAt: 'x' }],
    [{ title: { $like: 5 } }],
    [{ title: { $dateOn: '2026-01-01' } }],
    [{ amount: { $dateOn: '2026-01-01' } }],
    [{ amount: { $gt: '1.5' } }],
    [{ amount: { $lt: '99999999999' } }],
    [{ amount: '1e2' }],
    [{ amount: { $like: '5' } }],
    [{ amount: { $iLike: '5' } }],
    [{ id: { $in: ['99999999999999999999'] } }],
    [{ createdAt: { $like: 'x' } }],
    [{ title: { $match: ['x'] } }],
    [{ title: { $anyOf: ['x'] } }],
    [{ title: { $arrayEmpty: true } }],
  ])('%j: named', async (filter) => {
    const [name] = Object.keys(filter);
    const { status, body } = await ask(filter);
    expect([status, body.errors?.[0]?.code, body.errors?.[0]?.field]).toEqual([400, 'FILTER_INVALID', name]);
  });

  it.each([
    [{ createdAt: { $dateOn: '2026-01-01' } }],
    [{ createdAt: { $dateOn: '2026-01' } }],
    [{ createdAt: { $dateOn: '2026' } }],
    [{ createdAt: { $dateOn: '2026Q1' } }],
    [{ createdAt: { $dateOn: '2026-01-01T00:00:00Z' } }],
    [{ createdAt: { $dateOn: PAST } }],
    [{ createdAt: { $dateOn: { ...PAST, type: 'next', unit: 'week' } } }],
    [{ createdAt: { $dateOn: { type: 'today' } } }],
    [{ createdAt: { $dateOn: { type: 'lastQuarter' } } }],
    [{ createdAt: { $dateNotOn: ['2026-01-01', '2026-02-01'] } }],
    [{ createdAt: { $dateBetween: ['2026-01-01', '2026-02-01'] } }],
    [{ createdAt: { $dateBetween: { type: 'thisMonth' } } }],
    [{ createdAt: { $gt: '2026-01-01T00:00:00Z' } }],
    [{ createdAt: { $gt: 1_700_000_000_000 } }],
    [{ createdAt: { $empty: true } }],
    [{ amount: { $includes: '5' } }],
    [{ amount: { $gt: 1.5 } }],
    [{ title: { $like: '5%' } }],
    [{ 'friend.id': { $exists: true } }],
  ])('%j: answered', async (filter) => {
    expect((await ask(filter)).status).toBe(200);
  });
});

const OTHERS = ['area', '-area', 'lines', 'area.name', 'area.id', 'area.parent', 'friend.area'];
/** What east may not see is said first, here as everywhere. */
const CLOSED_TO_EAST = ['area.parent', 'friend.area'];

it.each(OTHERS)('sorts by no relation and by nothing beyond one: %s', async (sort) => {
  const refusals = await Promise.all(
    [east, await root()].map(async (caller) => {
      const { status, body } = await caller.get('hxTestRecords:list', { sort });
      return [status, body.errors?.[0]?.code];
    }),
  );
  const invalid = [400, 'SORT_INVALID'];
  expect(refusals).toEqual([CLOSED_TO_EAST.includes(sort) ? [403, 'FIELD_NOT_VISIBLE'] : invalid, invalid]);
});

describe.each(['hx-official', 'root'])('names of fields asked for by %s', (who) => {
  const caller = async (): Promise<Client> => (who === 'root' ? root() : east);

  it.each([
    [{ fields: 'area.password' }],
    [{ fields: 'createdBy.nope' }],
    [{ fields: 'id.x' }],
    [{ fields: 'id,area.parent.x' }],
    [{ except: 'area.name' }],
    [{ appends: 'area(recursively=true)' }],
  ])('refuses %j in words', async (query) => {
    const { status, body } = await (await caller()).get('hxTestRecords:list', query);
    expect([status, body.errors?.[0]?.code]).toEqual([
      400,
      expect.stringMatching(/^(FIELD_UNKNOWN|PARAMETER_INVALID)$/),
    ]);
  });

  it.each([
    [{ fields: 'area.name' }],
    [{ fields: 'createdBy.password' }],
    [{ fields: 'area.name,friend.title' }],
    [{ fields: 'id,area.name', appends: 'area' }],
  ])('answers %j', async (query) => {
    const { status, body } = await (await caller()).get('hxTestRecords:list', query);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('password');
  });
});

it('names the way to a field beyond a relation as the screen does', async () => {
  const { body } = await east.call('GET', 'hxTestRecords:list', {
    query: { filter: { 'friend.title': { $gt: 5 } } },
    headers: { 'x-locale': 'zh-CN' },
  });
  expect(body.errors?.[0]?.message).toContain('“friend.标题”');
});
