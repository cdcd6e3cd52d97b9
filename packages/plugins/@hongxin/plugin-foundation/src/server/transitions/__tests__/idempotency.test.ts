import { app, reset } from '@test/server/harness';
import { purgeKeys } from '../idempotency';
import {
  type Cast,
  codes,
  type Errand,
  move,
  newErrand,
  prepareErrands,
  removeErrands,
} from '@test/server/foundation/errands';

jest.setTimeout(60_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
});
afterAll(removeErrands);

const submit = (id: number, key: string, body: object = {}, user = cast.owner) =>
  user.post<Errand>(
    `hxTestErrands:transition/${id}`,
    { transition: 'submit', ...body },
    { headers: { 'idempotency-key': key } },
  );
const events = (id: number) =>
  app()
    .db.getRepository('hxEvents')
    .count({ filter: { collectionName: 'hxTestErrands', recordId: String(id) } });

it('answers a retried call as the first time, and does nothing again', async () => {
  const id = await newErrand(cast.owner);
  const first = await submit(id, 'retry-1', { values: { title: 'Bring tea' } });
  await move(id, 'accept');
  const second = await submit(id, 'retry-1', { values: { title: 'Bring tea' } });
  expect(first.status).toBe(200);
  expect([second.status, second.body]).toEqual([200, first.body]);
  expect(await events(id)).toBe(2);
});

it('answers the same to calls that race under one key', async () => {
  const id = await newErrand(cast.owner);
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(id, 'race-1')));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await events(id)).toBe(1);
});

it('refuses the key for another request', async () => {
  const [id, other] = [await newErrand(cast.owner), await newErrand(cast.owner)];
  await submit(id, 'other-1');
  for (const answer of [await submit(other, 'other-1'), await submit(id, 'other-1', { opinion: 'more' })]) {
    expect([answer.status, codes(answer)]).toEqual([422, ['IDEMPOTENCY_KEY_REUSED']]);
  }
  expect(await events(other)).toBe(0);
});

it('keeps the keys of users apart', async () => {
  const [mine, theirs] = [await newErrand(cast.owner), await newErrand(cast.other)];
  expect((await submit(mine, 'shared')).status).toBe(200);
  expect((await submit(theirs, 'shared', {}, cast.other)).status).toBe(200);
});

it('does not remember refusals: the same key may be tried again', async () => {
  const id = await newErrand(cast.owner, { title: null });
  expect((await submit(id, 'refused')).status).toBe(400);
  expect((await submit(id, 'refused', { values: { title: 'now' } })).status).toBe(200);
});

it('refuses keys that are none', async () => {
  const id = await newErrand(cast.owner);
  for (const key of ['x'.repeat(201), 'with space']) {
    expect(codes(await submit(id, key))).toEqual(['IDEMPOTENCY_KEY_INVALID']);
  }
});

it('forgets answers after two days, and shows the table to nobody', async () => {
  const id = await newErrand(cast.owner);
  await submit(id, 'old');
  const model = app().db.getModel('hxIdempotencyKeys');
  const before = await model.count();
  expect(await purgeKeys(app().db, new Date())).toBe(0);
  await purgeKeys(app().db, new Date(Date.now() + 49 * 3_600_000));
  expect([before > 0, await model.count()]).toEqual([true, 0]);
  for (const action of ['list', 'get/1', 'create', 'destroy/1']) {
    const answer = await cast.administrator.post(`hxIdempotencyKeys:${action}`, {});
    expect([answer.status, codes(answer)]).toEqual([403, ['INTERNAL_COLLECTION']]);
  }
});
