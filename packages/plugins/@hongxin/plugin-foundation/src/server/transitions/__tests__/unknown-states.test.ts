/** A state that there is not finds nothing and has not passed: it is named, with those that there are. */
import { reset, type Answer } from '@test/server/harness';
import { type Cast, newErrand, prepareErrands, removeErrands } from '@test/server/foundation/errands';

jest.setTimeout(60_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
});
afterAll(removeErrands);

const ZH = { 'x-locale': 'zh-CN' };

function expectNamed(answer: Answer, state: string): void {
  expect([answer.status, answer.body.errors?.map(({ code }) => code)]).toEqual([400, ['STATE_UNKNOWN']]);
  expect(answer.body.errors?.[0].message).toContain(`“${state}”`);
  expect(answer.body.errors?.[0].message).toContain('已提交（submitted）');
}

it.each(['sbumitted', 'constructor', 'x'.repeat(40)])('as what the caller has seen: %s', async (state) => {
  const id = await newErrand(cast.owner);
  const body = { transition: 'submit', state };
  expectNamed(await cast.owner.post(`hxTestErrands:transition/${id}`, body, { headers: ZH }), state);
});

it.each([
  [{ state: 'sbumitted' }],
  [{ state: { $eq: 'sbumitted' } }],
  [{ state: { $ne: 'sbumitted' } }],
  [{ state: { $in: ['submitted', 'sbumitted'] } }],
  [{ 'state.$notIn': ['sbumitted'] }],
  [{ $and: [{ $or: [{ state: ['sbumitted'] }] }] }],
])('in a filter: %j', async (filter) => {
  for (const client of [cast.owner, cast.administrator])
    expectNamed(await client.call('GET', 'hxTestErrands:list', { query: { filter }, headers: ZH }), 'sbumitted');
});

it.each([
  [{ state: 'submitted' }],
  [{ state: { $in: ['draft', 'closed'] } }],
  [{ state: null }],
  [{ state: { $includes: 'x' } }],
])('and those that there are find what is in them: %j', async (filter) => {
  expect((await cast.owner.get('hxTestErrands:list', { filter })).status).toBe(200);
});
