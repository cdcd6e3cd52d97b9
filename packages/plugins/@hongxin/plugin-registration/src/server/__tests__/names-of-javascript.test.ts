/** Names that every JavaScript object has are names of nothing here: every door says so, and none fails or drops them. */
import { reset, type Answer } from '@test/server/harness';
import { raise } from '@test/server/registration/needs';
import { buildTown, type Row, type Town } from '@test/server/registration/town';

let town: Town;
let need: Row;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  need = await raise(town, town.community);
});

const NAMES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__', 'isPrototypeOf', 'prototype'];

/** An object with the name as a key of its own, `__proto__` too, as JSON has it. */
const keyed = (name: string, value: unknown): object =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as object;
const list = (query: Record<string, unknown>) => town.community.get('hxNeeds:list', query);
const post = (path: string, body: object) => town.community.post(path, body);
const filtered = (filter: object) => list({ filter: JSON.stringify(filter) });
const move = (values: object) => post(`hxNeeds:transition/${String(need.id)}`, { transition: 'review', ...values });
const count = { field: ['id'], aggregation: 'count', alias: 'n' };

/** Each answers 4xx with a code, whatever the name. */
const DOORS: [string, (name: string) => Promise<Answer>][] = [
  ['filter', (name) => filtered(keyed(name, 1))],
  ['filter with an operator', (name) => filtered(keyed(name, { $eq: 1 }))],
  ['filter below a field', (name) => filtered({ title: keyed(name, 1) })],
  ['filter below a relation', (name) => filtered({ area: keyed(name, 1) })],
  ['filter in an or', (name) => filtered({ $or: [keyed(name, null)] })],
  ['filter by a dotted name', (name) => filtered({ [`area.${name}`]: 1 })],
  ['filter as an operator', (name) => filtered({ title: { [`$${name}`]: 1 } })],
  ['filter in the address', (name) => town.community.get(`hxNeeds:list?filter[${name}]=1`)],
  ['sort', (name) => list({ sort: name })],
  ['sort beyond a relation', (name) => list({ sort: `area.${name}` })],
  ['fields', (name) => list({ fields: name })],
  ['fields beyond a relation', (name) => list({ fields: `area.${name}` })],
  ['appends', (name) => list({ appends: name })],
  ['appends beyond a relation', (name) => list({ appends: `area.${name}` })],
  ['except', (name) => list({ except: `${name}.x` })],
  ['relation', (name) => town.community.get(`hxNeeds/${String(need.id)}/${name}:list`)],
  ['create', (name) => post('hxNeeds:create', { title: 'x', areaId: town.eastEstate.id, ...keyed(name, 1) })],
  ['create, spread by JSON', (name) => post('hxNeeds:create', keyed(name, {}))],
  ['update', (name) => post(`hxNeeds:update?filterByTk=${String(need.id)}`, keyed(name, { state: 'closed' }))],
  ['update of a relation', (name) => post(`hxNeeds:update?filterByTk=${String(need.id)}`, { [`${name}`]: [] })],
  [
    'keys to search by',
    (name) => town.administrator.post(`hxNeeds:updateOrCreate?filterKeys[]=${name}`, { title: 'x' }),
  ],
  ['values of a transition', (name) => move({ values: keyed(name, 1) })],
  ['transition', (name) => move({ transition: name })],
  ['step of all feedbacks', (name) => post('hxYearFeedbacks:performAll', { year: 2025, transition: name })],
  ['chart: measure', (name) => post('hxNeeds:query', { measures: [{ ...count, field: [name] }] })],
  ['chart: alias', (name) => post('hxNeeds:query', { measures: [{ ...count, alias: name }], having: { x: 1 } })],
  ['chart: aggregation', (name) => post('hxNeeds:query', { measures: [{ ...count, aggregation: name }] })],
  ['chart: order', (name) => post('hxNeeds:query', { measures: [count], orders: [{ field: [name] }] })],
  ['chart: condition', (name) => post('hxNeeds:query', { measures: [count], having: keyed(name, 1) })],
  ['chart: collection', (name) => post('charts:queryData', { mode: 'builder', collection: name, measures: [count] })],
  ['account: kind', (name) => post('hxJoin:apply', { kind: name, organizationName: 'x', applicantName: 'y' })],
  [
    'field to reveal',
    (name) => post(`hxNeeds:reveal/${String(need.id)}`, { field: name, reason: '核对来电人的身份信息' }),
  ],
  [
    'columns of an export',
    (name) => post('hxNeeds:export', { title: 'x', columns: [{ dataIndex: [name], defaultTitle: 'x' }] }),
  ],
];

it.each(DOORS)('%s', async (_door, ask) => {
  const answers = [];
  for (const name of NAMES) {
    const { status, body } = await ask(name);
    answers.push([name, status >= 400 && status < 500, typeof body.errors?.[0]?.code]);
  }
  expect(answers).toEqual(NAMES.map((name) => [name, true, 'string']));
});

it('what is stored stays as it was', async () => {
  const { body } = await town.community.get<Row>('hxNeeds:get', { filterByTk: need.id });
  expect([body.data.state, body.data.title]).toEqual(['raised', need.title]);
});
