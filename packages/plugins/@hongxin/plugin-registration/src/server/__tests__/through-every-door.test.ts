/** What a field takes holds through every door: choices, days, whole numbers and texts of which something is seen. */
import { app, reset, type Answer, type Client } from '@test/server/harness';
import { raise } from '@test/server/registration/needs';
import { serviceClass } from '@test/server/registration/service';
import { buildTown, codes, create, newMember, type Row, type Town } from '@test/server/registration/town';

let town: Town;
let need: Row;
let classId: number;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  classId = await serviceClass('legalAid');
  need = await raise(town, town.community);
});

const ZH = { headers: { 'x-locale': 'zh-CN' } };
const post = (path: string, body: object, client: Client = town.administrator): Promise<Answer> =>
  client.post(path, body, ZH);
const told = (answer: Answer) => (answer.body.errors ?? []).map(({ code, field }) => [code, field]);
const texts = (answer: Answer): string => (answer.body.errors ?? []).map(({ message }) => message).join(' ');
const review = (values: object): Promise<Answer> =>
  post(
    `hxNeeds:transition/${String(need.id)}`,
    { transition: 'review', values: { serviceClassId: classId, ...values } },
    town.community,
  );
const raised = (values: object): Promise<Answer> =>
  post(
    'hxNeeds:create',
    { title: '测', areaId: town.eastEstate.id, contactPhone: '13911112222', ...values },
    town.community,
  );
const servicePost = (startsAt: unknown): Promise<Answer> =>
  post(
    'hxServicePosts:create',
    {
      title: '测岗',
      serviceClassId: classId,
      areaId: town.east.id,
      headCount: 3,
      startsAt,
      endsAt: '2027-12-05T04:00:00Z',
    },
    town.community,
  );

/** Values that are refused, each with its code and its field. */
const UNFIT: [string, object, string, string][] = [
  ['a choice that is none', { skills: ['x'] }, 'VALUE_NOT_A_CHOICE', 'skills'],
  ['one of two choices', { times: ['weekend', 'x'] }, 'VALUE_NOT_A_CHOICE', 'times'],
  ['a choice of another type', { times: [1] }, 'VALUE_NOT_A_CHOICE', 'times'],
  ['a text for a list', { skills: 'law' }, 'VALUE_NOT_A_LIST', 'skills'],
  ['an object for a list', { skills: {} }, 'VALUE_NOT_A_LIST', 'skills'],
  ['a month', { wantedBy: '2027-02' }, 'DAY_IS_MONTH', 'wantedBy'],
  ['a day that is none', { wantedBy: '2027-02-30' }, 'DAY_IMPOSSIBLE', 'wantedBy'],
  ['a number for a day', { wantedBy: 5 }, 'VALUE_NOT_A_DATE', 'wantedBy'],
  ['a list for a day', { wantedBy: [] }, 'VALUE_NOT_A_DATE', 'wantedBy'],
  ['an object for a day', { wantedBy: {} }, 'VALUE_NOT_A_DATE', 'wantedBy'],
  ['a flag for a day', { wantedBy: true }, 'VALUE_NOT_A_DATE', 'wantedBy'],
  ['a day in words', { wantedBy: '2027年1月5日' }, 'VALUE_NOT_A_DATE', 'wantedBy'],
  ['an exponent', { peopleWanted: '1e2' }, 'VALUE_NOT_INTEGER', 'peopleWanted'],
  ['a fraction', { peopleWanted: '3.0' }, 'VALUE_NOT_INTEGER', 'peopleWanted'],
];

it.each(UNFIT)('%s is refused in a transition, and names its field once', async (_title, values, code, field) => {
  const answer = await review(values);
  expect([answer.status, told(answer)]).toEqual([400, [[code, field]]]);
  expect(texts(answer)).not.toMatch(/filter|Invalid|undefined|object/);
  expect(
    (
      await app()
        .db.getRepository('hxNeeds')
        .findOne({ filterByTk: Number(need.id) })
    ).get('state'),
  ).toBe('raised');
});

it.each(UNFIT.filter(([, values]) => !('peopleWanted' in values)))(
  '%s is refused when a record is made',
  async (_title, values, code, field) => {
    const answer = await raised(values);
    expect([answer.status, told(answer)]).toEqual([400, [[code, field]]]);
  },
);

it.each([[[]], [{}], ['2026年12月5日 10:00'], [5], [true], ['x']])(
  'a moment that is none is no post’s beginning: %j',
  async (startsAt) => {
    const answer = await servicePost(startsAt);
    expect([answer.status, told(answer)]).toEqual([400, [['VALUE_NOT_A_DATE', 'startsAt']]]);
  },
);

it('no list or object is today, for a holiday or a term of office', async () => {
  for (const date of [[], {}, true, 5, '2031年5月6日'])
    expect(told(await post('hxCalendarDays:create', { date, kind: 'holiday', name: '测' }))).toEqual([
      ['VALUE_NOT_A_DATE', 'date'],
    ]);
  for (const startsOn of ['2024年1月5日', true, []]) {
    const answer = await post('hxPosts:create', { startsOn });
    expect(told(answer)).toEqual([['VALUE_NOT_A_DATE', 'startsOn']]);
    expect(texts(answer)).not.toContain('Invalid');
  }
});

it.each([
  ['hxPersons', { name: '  ' }, 'name'],
  ['hxPersons', { name: '\u200b' }, 'name'],
  ['hxUnits', { name: '\u3000', kind: 'agency' }, 'name'],
  ['hxAreas', { code: '370681001001001991', name: ' ' }, 'name'],
])('a text of %s of which nothing is seen is not there: %j', async (collection, values, field) => {
  const answer = await post(`${collection}:create`, values);
  expect(answer.status).toBe(400);
  expect(told(answer)).toContainEqual(['FIELD_REQUIRED', field]);
});

it('a title of a need neither, nor an opinion', async () => {
  for (const title of [' ', '\u200b\u2060'])
    expect(told(await raised({ title }))).toEqual([['FIELD_REQUIRED', 'title']]);
  const withdrawn = await post(
    `hxNeeds:transition/${String(need.id)}`,
    { transition: 'close', opinion: '\u200b' },
    town.community,
  );
  expect(withdrawn.status).not.toBe(200);
});

it('a choice that nobody offers is refused, one that the record holds may stay', async () => {
  expect(told(await post('hxPersons:create', { name: '测选', gender: 'x' }))).toEqual([
    ['VALUE_NOT_A_CHOICE', 'gender'],
  ]);
  const person = await create(town.administrator, 'hxPersons', { name: '旧选项', gender: 'male' });
  await app().db.sequelize.query(`UPDATE "hxPersons" SET gender = 'gone' WHERE id = ${String(person.id)}`);
  expect((await post(`hxPersons:update/${String(person.id)}`, { gender: 'gone', name: '旧选项甲' })).status).toBe(200);
  expect(told(await post(`hxPersons:update/${String(person.id)}`, { gender: 'y' }))).toEqual([
    ['VALUE_NOT_A_CHOICE', 'gender'],
  ]);
  expect(texts(await post('hxPersons:create', { name: '测选', gender: 'x' }))).toContain('“x”');
});

it('the wrong shape of a request is told in the reader’s language', async () => {
  const path = `hxNeeds:transition/${String(need.id)}`;
  expect(texts(await post(path, { transition: 5 }, town.community))).toBe('请求中的“办理步骤”应为文字。');
  expect(texts(await post(path, { transition: 'review', values: 'x' }, town.community))).toContain('字段名和值');
});

it('what one may not do is told with its code in the reader’s language', async () => {
  const member = await newMember();
  for (const path of ['users:list', 'hxEvents:list']) {
    const answer = await member.call('GET', path, ZH);
    expect([answer.status, codes(answer), texts(answer)]).toEqual([
      403,
      ['NOT_PERMITTED'],
      '您没有执行此操作的权限，请联系管理员。',
    ]);
  }
});

it('a chart that counts nothing is refused in words', async () => {
  const chart = {
    dataSource: 'main',
    mode: 'builder',
    variableResolution: 'legacy-schema',
    collection: 'hxNeeds',
    dimensions: [],
  };
  for (const measures of [[], null])
    for (const answer of [
      await post('charts:queryData', { ...chart, measures }, town.community),
      await post('hxNeeds:query', { measures }, town.community),
    ])
      expect([answer.status, codes(answer)]).toEqual([400, ['CHART_INVALID']]);
});

it('half a character in an opinion does not make the log look forged', async () => {
  const raisedNeed = await raise(town, town.community, { title: '测半字' });
  const path = `hxNeeds:transition/${String(raisedNeed.id)}`;
  const half = await post(path, { transition: 'withdraw', opinion: 'x\ud800y' }, town.community);
  expect([half.status, told(half)]).toEqual([400, [['VALUE_UNREADABLE', 'opinion']]]);
  const digits = '\u{1D7E3}\u{1D7E5}\u{1D7EA}'.repeat(4);
  expect((await post(path, { transition: 'withdraw', opinion: `测${digits}` }, town.community)).status).toBe(200);
  const verified = await town.administrator.get<{ ok: boolean }>('hxTrace:verify');
  expect(verified.body.data).toMatchObject({ ok: true });
});

it('nor is it stored in a text or a list', async () => {
  expect(told(await raised({ title: 'x\ud800y' }))).toEqual([['VALUE_UNREADABLE', 'title']]);
  expect((await raised({ title: '👍 𠮷' })).status).toBe(200);
});

it('a mandate that cannot be read is none', async () => {
  const declared = (processes: unknown): Promise<Answer> =>
    post(
      'hxReviewDelegations:declare',
      { deputyId: town.street_.userId, startsOn: '2031-01-01', endsOn: '2031-01-02', processes },
      town.community,
    );
  for (const processes of ['x', 5, {}, true]) expect(codes(await declared(processes))).toEqual(['BODY_FIELD_INVALID']);
  expect(codes(await declared(['x']))).toEqual(['DELEGATION_PROCESS_UNKNOWN']);
});
