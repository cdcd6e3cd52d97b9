import type { PluginFoundation } from '@hongxin/plugin-foundation';
import { chinaDay } from '@hongxin/rules/mechanism';
import { app, reset, type Client } from '@test/server/harness';
import { claimed, hours, memberOnRoll, openPost, passTime } from '@test/server/registration/service';
import { insert, served } from '@test/server/registration/service-tables';
import { buildTown, codes, draft, newMember, type Town } from '@test/server/registration/town';

const DAY = 86_400_000;
const NOW = new Date();
let town: Town;

const foundation = () => app().pm.get('@hongxin/plugin-foundation') as PluginFoundation;
const send = (now = NOW) => foundation().reminders.send(now);
const set = (value: unknown) => town.administrator.post('hxSettings:create', { key: 'reminders', value });

/** Notices in the inbox of a user, newest last. */
async function inbox({ userId }: Client): Promise<{ title: string; content: string }[]> {
  const rows = await app()
    .db.getRepository('notificationInAppMessages')
    .find({ filter: { userId, channelName: 'hx-reminders' }, sort: ['receiveTimestamp'] });
  return rows.map((row: { get(name: string): string }) => ({ title: row.get('title'), content: row.get('content') }));
}

/** A day that is worked, whatever the day of the run. */
async function workday(after: Date): Promise<Date> {
  const calendar = await foundation().calendar.load();
  let day = after;
  while (calendar.isWorkingDay(chinaDay(day)) === false) day = new Date(day.getTime() + DAY);
  return day;
}

beforeAll(async () => {
  await reset();
  town = await buildTown();
});
afterEach(() =>
  app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: 'reminders' } }),
);

it('tells a member once that a claimed post begins soon, and again when it is put off', async () => {
  const member = await memberOnRoll(town);
  const post = await openPost(town, { title: '{{楼道}}清扫', startsAt: hours(20), endsAt: hours(22) });
  await claimed(member, { postId: post.id });
  await openPost(town, { title: '以后的岗位', startsAt: hours(100), endsAt: hours(101) });
  expect(await send()).toMatchObject({ 'claim-soon': 1 });
  const [notice, ...more] = (await inbox(member)).filter(({ title }) => title === '认领的岗位即将开始');
  expect(more).toEqual([]);
  expect(notice.content).toContain('楼道清扫'); // braces would be read as a variable
  expect(await Promise.all([send(), send()])).toEqual([
    expect.objectContaining({ 'claim-soon': 0 }),
    expect.objectContaining({ 'claim-soon': 0 }),
  ]);
  await passTime(post.id, hours(21), hours(23));
  expect(await send()).toMatchObject({ 'claim-soon': 1 });
});

it('brings up a draft that lies for a week, to its owner alone', async () => {
  const member = await newMember();
  await draft(town, member);
  expect(await send()).toMatchObject({ 'registration-open': 0 });
  await send(new Date(NOW.getTime() + 8 * DAY));
  expect((await inbox(member)).map(({ title }) => title)).toEqual(['您的党员报到还没有提交']);
});

it('tells those in charge of the place what waits, on working days, once a week', async () => {
  const member = await memberOnRoll(town);
  const { personId } = (await member.get<{ personId: number }[]>('hxMemberRegistrations:list')).body.data[0];
  const old = { areaCode: '370681001001', createdAt: new Date(NOW.getTime() - 5 * DAY).toISOString() };
  await served(personId, NOW.getUTCFullYear(), { ...old, state: 'pending' });
  const monday = await workday(NOW);
  const before = (await inbox(town.community)).length;
  await send(monday);
  await send(monday);
  const notices = (await inbox(town.community)).slice(before).filter(({ title }) => title === '服务记录待认定');
  expect(notices).toHaveLength(1);
  expect(notices[0].content).toMatch(/有 1 条服务记录等待认定/);
  expect((await inbox(town.westCommunity)).map(({ title }) => title)).not.toContain('服务记录待认定');
});

it('tells a member once that the own year can be read and objected to', async () => {
  const member = await memberOnRoll(town);
  const year = { year: 2025, subject: 'member', ownerId: member.userId };
  await insert('hxYearFeedbacks', {
    ...year,
    subjectKey: `member/${member.userId}`,
    subjectName: '王',
    state: 'commented',
  });
  expect(await send()).toMatchObject({ 'feedback-to-see': 1 });
  expect(await send()).toMatchObject({ 'feedback-to-see': 0 });
  expect((await inbox(member)).map(({ title }) => title)).toContain('您的年度反馈可以查看了');
});

it('joins many of one kind in one notice', async () => {
  const deadline = chinaDay(new Date(NOW.getTime() + 2 * DAY));
  for (let index = 1; index <= 7; index += 1) {
    const values = { unitId: town.work.id, ownerId: town.liaison.userId, deadline, progress: 10 * index };
    await insert('hxCoProjects', { ...values, title: `项目${index}`, state: 'inProgress', year: 2026 });
  }
  expect(await send()).toMatchObject({ 'project-due': 1 });
  const [notice] = (await inbox(town.liaison)).filter(({ title }) => title === '共建项目即将到期');
  expect(notice.content.split('\n')).toHaveLength(6);
  expect(notice.content).toContain('另有 2 项');
});

it('tells those in charge what waits for their word, in the language each has chosen, but not what is a task of theirs', async () => {
  const old = new Date(NOW.getTime() - 20 * DAY).toISOString();
  const place = { areaId: town.east.id, areaCode: town.east.code, createdAt: old, updatedAt: old };
  const need = { ...place, title: '路灯不亮', source: 'visit', year: 2026 };
  for (const id of [7_000_001, 7_000_002]) await insert('hxNeeds', { ...need, id, state: 'raised' });
  const project = { ...place, unitId: town.work.id, title: '共建', year: 2026 };
  await insert('hxCoProjects', { ...project, state: 'claimed' });
  await insert('hxCoProjects', { ...project, state: 'awaitingRating' });
  await insert('hxReviewTasks', {
    collectionName: 'hxNeeds',
    recordId: '7000001',
    state: 'pending',
    userId: town.community.userId,
  });
  const users = app().db.getRepository('users');
  await users.update({ filterByTk: Number(town.community.userId), values: { appLang: 'en-US' } });
  try {
    const monday = await workday(NOW);
    expect(await send(monday)).toMatchObject({ 'needs-to-review': 1, 'projects-to-agree': 1, 'projects-to-rate': 1 });
    expect(await send(monday)).toMatchObject({ 'needs-to-review': 0 });
    const notices = await inbox(town.community);
    expect(notices.find(({ title }) => title === 'Needs wait for a review')?.content).toBe(
      '东社区: 1 needs of residents wait for a review.',
    );
    expect(notices.map(({ title }) => title)).toContain('Projects wait for agreement');
    expect((await inbox(town.westCommunity)).map(({ title }) => title)).not.toContain('居民需求待审核');
  } finally {
    await users.update({ filterByTk: Number(town.community.userId), values: { appLang: null } });
  }
});

it('heeds what the administrator switched off or gave other days, and refuses nonsense', async () => {
  const member = await memberOnRoll(town);
  const post = await openPost(town, { startsAt: hours(60), endsAt: hours(61) });
  await claimed(member, { postId: post.id });
  expect(await send()).toMatchObject({ 'claim-soon': 0 });
  const wrong = await set({ off: [], days: { 'claim-soon': -1 } });
  expect([wrong.status, codes(wrong)]).toEqual([400, ['REMINDERS_INVALID']]);
  expect((await set({ off: ['claim-soon'], days: { 'claim-soon': 4 } })).status).toBe(200);
  expect(await send()).not.toHaveProperty('claim-soon');
  await town.administrator.post('hxSettings:update/reminders', { value: { off: [], days: { 'claim-soon': 4 } } });
  expect(await send()).toMatchObject({ 'claim-soon': 1 });
});

it('tells in the morning of the day before, at whatever hour of the next day a post begins', async () => {
  const member = await memberOnRoll(town);
  const morning = new Date(`${chinaDay(new Date(hours(24)))}T08:30:00+08:00`);
  const after = (count: number) => new Date(morning.getTime() + count * 3_600_000).toISOString();
  for (const [title, start] of [
    ['次日上午', 24.5],
    ['次日晚上', 35],
    ['后天凌晨', 40],
  ] as const) {
    const post = await openPost(town, { title, startsAt: after(start), endsAt: after(start + 1) });
    await claimed(member, { postId: post.id });
  }
  await send(morning);
  const [notice] = (await inbox(member)).filter(({ title }) => title === '认领的岗位即将开始');
  expect(notice?.content).toContain('次日上午');
  expect(notice?.content).toContain('次日晚上');
  expect(notice?.content).not.toContain('后天凌晨');
});
