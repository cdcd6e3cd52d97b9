import type { Refusal } from '../../errors';
import { app, reset } from '@test/server/harness';
import {
  type Cast,
  foundation,
  move,
  newErrand,
  prepareErrands,
  removeErrands,
  seen,
  stateOf,
} from '@test/server/foundation/errands';

jest.setTimeout(120_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
});
afterAll(removeErrands);
beforeEach(() => Object.assign(seen, { events: [], effects: [], failEffect: false }));

const system = { userId: null, roles: [] };
const performMany = (transition: string, ids: readonly number[], values?: Record<string, unknown>): Promise<void> =>
  foundation().transitions.performMany({
    collection: 'hxTestErrands',
    transition,
    items: ids.map((recordId) => ({ recordId, actor: system, values })),
  });

const eventCount = (ids: readonly number[]): Promise<number> =>
  app()
    .db.getRepository('hxEvents')
    .count({ filter: { collectionName: 'hxTestErrands', recordId: { $in: ids.map(String) } } });

it('moves every record, with effects, one event each and the listeners told in order', async () => {
  const ids = [await newErrand(cast.owner), await newErrand(cast.owner), await newErrand(cast.owner)];
  await performMany('submit', ids);
  await performMany('accept', ids);
  expect(await Promise.all(ids.map(stateOf))).toEqual(['accepted', 'accepted', 'accepted']);
  expect(seen.effects).toHaveLength(3);
  expect(await eventCount(ids)).toBe(6);
  expect(seen.events.map(({ recordId, to }) => `${recordId} ${to}`)).toEqual(
    ['submitted', 'accepted'].flatMap((state) => ids.map((id) => `${id} ${state}`)),
  );
});

it('moves none when one is refused, and names every refused one with its row and all its reasons', async () => {
  const good = await newErrand(cast.owner);
  const bare = await newErrand(cast.owner, { title: null, wantedOn: null });
  const gone = await newErrand(cast.owner);
  await move(gone, 'submit');
  await expect(performMany('submit', [good, bare, gone])).rejects.toMatchObject({
    status: 400,
    reasons: [
      { code: 'FIELD_REQUIRED', field: 'title', params: { row: 2 } },
      { code: 'FIELD_REQUIRED', field: 'wantedOn', params: { row: 2 } },
      { params: { row: 3 } },
    ],
  });
  expect(await Promise.all([good, bare].map(stateOf))).toEqual(['draft', 'draft']);
  expect(await eventCount([good, bare])).toBe(0);
});

it('says one reason of many records once, and names them', async () => {
  const ids: number[] = [];
  for (let index = 0; index < 137; index += 1) ids.push(await newErrand(cast.owner, { wantedOn: null }));
  const failure = await performMany('submit', ids).catch((error: Refusal) => error);
  const { reasons } = failure as Refusal;
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toMatchObject({ code: 'FIELD_REQUIRED', field: 'wantedOn', params: { count: 137 } });
  expect(reasons[0].records).toHaveLength(137);
});

it('performs those that nothing speaks against where that is asked for, and tells the others', async () => {
  const [good, bare] = [await newErrand(cast.owner), await newErrand(cast.owner, { wantedOn: null })];
  const answer = await foundation().transitions.performReady({
    collection: 'hxTestErrands',
    transition: 'submit',
    items: [bare, good].map((recordId) => ({ recordId, actor: system })),
  });
  expect(answer).toMatchObject({
    performed: 1,
    refused: [{ recordId: String(bare), row: 1, status: 400, reasons: [{ code: 'FIELD_REQUIRED' }] }],
  });
  expect(await Promise.all([good, bare].map(stateOf))).toEqual(['submitted', 'draft']);
  expect([await eventCount([good]), await eventCount([bare])]).toEqual([1, 0]);
});

it('asks the guards of every record, not of the first', async () => {
  const ids = [await newErrand(cast.owner), await newErrand(cast.owner, { people: 13 })];
  await performMany('submit', ids);
  await expect(performMany('accept', ids)).rejects.toMatchObject({
    reasons: [{ code: 'VALUE_INVALID', field: 'people', params: { row: 2 } }],
  });
  expect(await Promise.all(ids.map(stateOf))).toEqual(['submitted', 'submitted']);
});

it('leaves nothing behind when an effect fails', async () => {
  const ids = [await newErrand(cast.owner), await newErrand(cast.owner)];
  await performMany('submit', ids);
  seen.failEffect = true;
  await expect(performMany('accept', ids)).rejects.toThrow('the effect failed');
  expect(await Promise.all(ids.map(stateOf))).toEqual(['submitted', 'submitted']);
  expect(await eventCount(ids)).toBe(2);
});

it('refuses a record that is not there, and one that is named twice', async () => {
  const id = await newErrand(cast.owner);
  await expect(performMany('submit', [id, 999_999])).rejects.toMatchObject({
    status: 404,
    reasons: [{ code: 'RECORD_NOT_FOUND', params: { row: 2 } }],
  });
  await expect(performMany('submit', [id, id])).rejects.toMatchObject({ name: 'RangeError' });
  expect(await stateOf(id)).toBe('draft');
});
