import { app, reset, server } from '@test/server/harness';
import { type Cast, codes, newErrand, prepareErrands, removeErrands } from '@test/server/foundation/errands';

jest.setTimeout(60_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  const { sequelize } = app().db;
  await sequelize.query('ALTER TABLE "hxTestErrands" ADD CONSTRAINT "hxTestErrands_people_check" CHECK (people >= 0)');
  await sequelize.query(
    'ALTER TABLE "hxTestErrands" ADD CONSTRAINT "hxTestErrands_secret_excl" EXCLUDE (secret WITH =)',
  );
});
afterAll(removeErrands);

const create = (values: object, locale = 'en-US') =>
  cast.administrator.post('hxTestErrands:create', values, { headers: { 'x-locale': locale } });

it.each([
  [{ title: 'x'.repeat(256) }, 'VALUE_TOO_LONG', 'title'],
  [{ title: 'x'.repeat(5_000_000) }, 'VALUE_TOO_LONG', 'title'],
  [{ story: 'x'.repeat(5_000_000) }, 'VALUE_TOO_LONG', 'story'],
  [{ extra: { note: 'x'.repeat(600_000) } }, 'VALUE_TOO_LONG', 'extra'],
  [{ title: 'nul \0 byte' }, 'VALUE_UNREADABLE', 'title'],
  [{ title: { nested: true } }, 'VALUE_NOT_TEXT', 'title'],
  [{ people: 'many' }, 'VALUE_NOT_INTEGER', 'people'],
  [{ people: 1.5 }, 'VALUE_NOT_INTEGER', 'people'],
  [{ people: 3_000_000_000 }, 'VALUE_OUT_OF_RANGE', 'people'],
  [{ ownerId: '99999999999999999999' }, 'VALUE_OUT_OF_RANGE', 'ownerId'],
  [{ wantedOn: 'tomorrow' }, 'VALUE_NOT_A_DATE', 'wantedOn'],
  [{ titel: 'a typing error' }, 'UNKNOWN_FIELD', 'titel'],
  [{ people: -1 }, 'CHECK_FAILED', undefined],
])('refuses a value the record cannot hold: %#', async (values, code, field) => {
  const answer = await create(values);
  expect([answer.status, answer.body.errors?.[0].code, answer.body.errors?.[0].field]).toEqual([400, code, field]);
  expect(JSON.stringify(answer.body)).not.toMatch(/insert into|select |violates/i);
  expect(JSON.stringify(answer.body).length).toBeLessThan(1000);
});

it('accepts the longest text that fits, counted in characters', async () => {
  expect((await create({ title: '字'.repeat(255), story: '𠮷'.repeat(60_000) })).status).toBe(200);
});

it('refuses the same on update, and in the caller’s language with the field’s title', async () => {
  const id = await newErrand(cast.owner);
  const body = { title: 'x'.repeat(300), unknown: 1 };
  const unknown = await cast.administrator.post(`hxTestErrands:update/${id}`, body);
  expect([unknown.status, codes(unknown)]).toEqual([400, ['UNKNOWN_FIELD']]);
  const long = await cast.administrator.post(
    `hxTestErrands:update/${id}`,
    { title: body.title },
    { headers: { 'x-locale': 'zh-CN' } },
  );
  expect(long.body.errors?.[0]).toMatchObject({ field: 'title', message: '“标题”有300个字符，最多255个，请精简。' });
});

it('names the field of a unique value that is taken', async () => {
  await create({ number: 'N-1' });
  const answer = await create({ number: 'N-1' }, 'zh-CN');
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]).toMatchObject({
    code: 'VALUE_TAKEN',
    field: 'number',
    message: '“编号”已存在相同的值，请改用其他值。',
  });
});

it('answers a violated exclusion constraint as a conflict', async () => {
  await create({ secret: 'same' });
  const answer = await create({ secret: 'same' });
  expect([answer.status, codes(answer)]).toEqual([400, ['VALUES_CONFLICT']]);
});

it('says no more to whoever may not write than that', async () => {
  const answer = await cast.outsider.post('hxTestErrands:create', { titel: 1 });
  expect(answer.status).toBe(403);
});

it.each(['abc', '99999999999999999999', '1;drop', '%00', '1.5', '-1'])(
  'answers the malformed id %s with 400',
  async (id) => {
    for (const action of ['get', 'update', 'destroy']) {
      const answer = await cast.administrator.call(action === 'get' ? 'GET' : 'POST', `hxTestErrands:${action}/${id}`, {
        body: action === 'get' ? undefined : { title: 'x' },
      });
      expect([action, answer.status, codes(answer)]).toEqual([action, 400, ['ID_INVALID']]);
    }
    const related = await cast.administrator.get(`hxTestErrands/${id}/helpers:list`);
    expect(related.status).toBe(400);
  },
);

it('answers a body that is no JSON with 400', async () => {
  const response = await fetch(`${server().url}/api/hxTestErrands:create`, {
    method: 'POST',
    body: '{"title": ',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${cast.administrator.token}`,
      'x-locale': 'zh-CN',
    },
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [{ code: 'BODY_INVALID', message: '请求内容不是有效的JSON，请检查后重试。' }],
  });
});

it.each([
  { filter: 'no json' },
  { filter: { people: { $eq: 'many' } } },
  { filter: { wantedOn: { $dateOn: 'x' } } },
  { filter: { nothing: 1 } },
  { sort: ['nothing'] },
  { page: 'x' },
  { pageSize: -5 },
  { fields: ['nothing'] },
  { appends: ['nothing'] },
])('never answers 5xx to a strange query: %j', async (query) => {
  const answer = await cast.administrator.get('hxTestErrands:list', query);
  expect([query, answer.status < 500]).toEqual([query, true]);
});
