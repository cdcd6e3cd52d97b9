import { app, type Client, root, signInAs } from '@test/server/harness';
import { codes, foundation } from '@test/server/foundation/errands';

jest.setTimeout(60_000);

interface Deadline {
  start: string;
  due: string;
  at80: string;
}

let administrator: Client;
let user: Client;
beforeAll(async () => {
  administrator = await root();
  user = await signInAs('calendar-user', ['member']);
});
afterEach(async () => {
  await app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: 'workingHours' } });
});

const deadline = (query: object) => user.get<Deadline>('hxCalendarDays:workingTime', { ...query });

it('holds the officially announced days of 2026', async () => {
  const answer = await administrator.get<{ date: string; kind: string; source: string; year: number; name: string }[]>(
    'hxCalendarDays:list',
    {
      filter: { date: { $in: ['2026-10-01', '2026-10-10'] } },
      sort: ['date'],
      pageSize: 10,
    },
  );
  expect(answer.body.data).toMatchObject([
    { date: '2026-10-01', kind: 'holiday', source: 'official', year: 2026, name: '国庆节' },
    { date: '2026-10-10', kind: 'workday', source: 'official', year: 2026, name: '国庆节调休' },
  ]);
});

it('counts working days over a holiday and its make-up day', async () => {
  // Wednesday 30 September; National Day 1–7 October; Saturday 10 October is worked.
  const answer = await deadline({ start: '2026-09-30T10:00:00+08:00', days: 3 });
  expect(answer).toMatchObject({ status: 200, body: { data: { due: '2026-10-10T02:00:00.000Z' } } });
});

it('counts working minutes over the lunch break, with the point of 80 %', async () => {
  const answer = await deadline({ start: '2026-03-02T11:00:00+08:00', minutes: 100 });
  expect(answer.body.data).toEqual({
    start: '2026-03-02T03:00:00.000Z',
    due: '2026-03-02T06:40:00.000Z',
    at80: '2026-03-02T06:20:00.000Z',
  });
});

it('says that a year has not been announced, a stray local holiday notwithstanding', async () => {
  await administrator.post('hxCalendarDays:create', { date: '2031-05-04', kind: 'holiday', name: 'Local' });
  const answer = await deadline({ start: '2031-05-02T10:00:00+08:00', days: 1 });
  expect([answer.status, codes(answer)]).toEqual([400, ['CALENDAR_YEAR_NOT_ANNOUNCED']]);
  expect(answer.body.errors?.[0].message).toContain('2031');
  await app()
    .db.getRepository('hxCalendarDays')
    .destroy({ filter: { year: 2031 } });
});

it('keeps an administrator’s edit over an upgrade, and adds what is missing', async () => {
  const repository = app().db.getRepository('hxCalendarDays');
  const edited = await repository.findOne({ filter: { date: '2026-10-02' } });
  await administrator.post(`hxCalendarDays:update/${edited?.get('id')}`, { kind: 'workday' });
  await repository.destroy({ filter: { date: '2026-10-03' } });
  await foundation().calendar.install();
  expect((await repository.findOne({ filter: { date: '2026-10-02' } }))?.toJSON()).toMatchObject({
    kind: 'workday',
    source: 'manual',
  });
  expect((await repository.findOne({ filter: { date: '2026-10-03' } }))?.toJSON()).toMatchObject({
    kind: 'holiday',
    source: 'official',
  });
  await repository.destroy({ filter: { date: '2026-10-02' } });
  await foundation().calendar.install();
});

it('refuses a second row for a day, naming the field', async () => {
  const answer = await administrator.post('hxCalendarDays:create', { date: '2026-10-01', kind: 'holiday' });
  expect([answer.status, answer.body.errors?.[0]]).toMatchObject([400, { code: 'VALUE_TAKEN', field: 'date' }]);
});

it('counts by the office hours of the settings, and refuses hours that are none', async () => {
  const bad = await administrator.post('hxSettings:create', {
    key: 'workingHours',
    value: { dayStart: 600, dayEnd: 500 },
  });
  expect([bad.status, codes(bad)]).toEqual([400, ['WORKING_HOURS_INVALID']]);
  const good = await administrator.post('hxSettings:create', {
    key: 'workingHours',
    value: { dayStart: 540, dayEnd: 1080, breaks: [] },
  });
  expect(good.status).toBe(200);
  const answer = await deadline({ start: '2026-03-02T11:00:00+08:00', minutes: 100 });
  expect(answer.body.data.due).toBe('2026-03-02T04:40:00.000Z');
});

it.each([
  [{ start: 'yesterday', days: 1 }, 'PARAMETER_INVALID'],
  [{ start: '2026-03-02', days: 1, minutes: 1 }, 'PARAMETER_INVALID'],
  [{ start: '2026-03-02' }, 'PARAMETER_INVALID'],
  [{ start: '2026-03-02', days: 'many' }, 'PARAMETER_INVALID'],
  [{ start: '2026-03-02', days: 1.5 }, 'WORKING_AMOUNT_INVALID'],
  [{ start: '2026-03-02', minutes: -1 }, 'WORKING_AMOUNT_INVALID'],
])('refuses %j with %s', async (query, code) => {
  const answer = await deadline(query);
  expect([answer.status, codes(answer)]).toEqual([400, [code]]);
});
