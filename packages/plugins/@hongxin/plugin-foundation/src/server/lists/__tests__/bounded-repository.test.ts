/** How many records a list says there are: exactly where they are few, and at a bounded price where they are many. */
import type { Filter } from '@nocobase/database';
import { app, reset, root } from '@test/server/harness';
import { COUNTED_EXACTLY } from '../../../shared/counted-exactly';
import { BoundedRepository } from '../bounded-repository';

const NAME = 'manyThings';
const ROWS = 3 * COUNTED_EXACTLY + 50;
const query = (sql: string) => app().db.sequelize.query(sql);

beforeAll(async () => {
  await reset();
  const { db } = app();
  const fields = [{ name: 'size', type: 'integer' }];
  const things = db.collection({ name: NAME, repository: 'BoundedRepository', fields });
  await things.sync();
  await query(
    `INSERT INTO "${NAME}" (size, "createdAt", "updatedAt") SELECT n, now(), now() FROM generate_series(1, ${ROWS}) n`,
  );
});
afterAll(async () => {
  await query(`DROP TABLE "${NAME}"`);
  app().db.removeCollection(NAME);
});

const list = async (filter: Filter | undefined, offset: number, limit: number): Promise<[number, number]> => {
  const [rows, count] = await app()
    .db.getRepository(NAME)
    .findAndCount({ filter, offset, limit, sort: ['size'] });
  return [rows.length, count];
};

it.each<[string, number, number, number, number, number]>([
  // title, records there are, offset, limit, rows, count
  ['none', 0, 0, 20, 0, 0],
  ['less than a page', 5, 0, 20, 5, 5],
  ['just a page', 20, 0, 20, 20, 20],
  ['the last page', 45, 40, 20, 5, 45],
  ['a page behind the end', 45, 60, 20, 0, 45],
  ['all that is counted exactly', COUNTED_EXACTLY, 0, 20, 20, COUNTED_EXACTLY],
  ['one more', COUNTED_EXACTLY + 1, 0, 20, 20, COUNTED_EXACTLY + 1],
  ['far more', ROWS, 0, 20, 20, COUNTED_EXACTLY + 1],
  ['a page up to the bound, which is not the last one', ROWS, COUNTED_EXACTLY - 20, 20, 20, 2 * COUNTED_EXACTLY + 1],
  ['a page near the end', ROWS, ROWS - 40, 20, 20, ROWS],
  ['the last page of many', ROWS, ROWS - 10, 20, 10, ROWS],
])('%s', async (_, records, offset, limit, rows, count) => {
  expect(await list({ size: { $lte: records } }, offset, limit)).toEqual([rows, count]);
});

it('counts without a filter too', async () => {
  expect(await list(undefined, 0, 20)).toEqual([20, COUNTED_EXACTLY + 1]);
});

it('is how every table of the pack is listed, and pages say it', async () => {
  const ours = [...app().db.collections.values()].filter(({ options }) =>
    String(options.origin).startsWith('@hongxin/'),
  );
  expect(ours.length).toBeGreaterThan(30);
  const others = ours
    .filter(({ repository }) => repository.constructor.name !== BoundedRepository.name)
    .map(({ name }) => name);
  expect(others.filter((name) => !OF_THE_FOUNDATION.test(name))).toEqual([]);
  const { body } = await (await root()).get<unknown[]>('hxDictionaryItems:list', { pageSize: 5 });
  const count = await app().db.getRepository('hxDictionaryItems').count();
  expect(body.meta).toMatchObject({ count, page: 1, pageSize: 5, totalPage: Math.ceil(count / 5) });
  expect(body.data).toHaveLength(5);
});

/** Its own tables are read by services; those of other tests are made anyhow. */
const OF_THE_FOUNDATION =
  /^hx(Test|CalendarDays|Consents|Counters|DataRequests|Event|IdempotencyKeys|PrivacyNotices|Reminders|Seeds|Settings|SignInFailures)/;
