import { app, reset, runJob, signedOut, signInAs, type Client } from '@test/server/harness';
import { hours, memberOnRoll, openPost, serviceClass, step, stored, tryStep } from '@test/server/registration/service';
import {
  buildTown,
  codes,
  create,
  list,
  newMember,
  remove,
  update,
  type Row,
  type Town,
} from '@test/server/registration/town';

let town: Town;
let resident: Client;
let legalAid: number;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  resident = await signInAs('resident', ['hx-resident']);
  legalAid = await serviceClass('legalAid');
});

const raise = (client: Client = resident, change: Record<string, unknown> = {}): Promise<Row> =>
  create(client, 'hxNeeds', {
    title: '老人需要法律咨询',
    areaId: town.eastEstate.id,
    contactPhone: '13911112222',
    ...change,
  });

async function published(change: Record<string, unknown> = {}): Promise<Row> {
  const need = await raise(resident, change);
  await step(town.community, 'hxNeeds', need.id, 'review', { values: { serviceClassId: legalAid, skills: ['law'] } });
  await step(town.community, 'hxNeeds', need.id, 'publish');
  return need;
}

const runNightlyJob = (): Promise<void> => runJob('registration.expireNeeds');

const inDays = (days: number): string => hours(days * 24).slice(0, 10);
const project = (needId: unknown, change: Record<string, unknown> = {}): Promise<Row> =>
  create(town.liaison, 'hxCoProjects', {
    title: '法律咨询进小区',
    needId,
    personInCharge: '刘海燕',
    measures: '每周六上午坐班',
    deadline: inDays(30),
    headCount: 2,
    ...change,
  });

describe('a need', () => {
  it('goes from raised to rated, with the project that meets it', async () => {
    const need = await published();
    expect(need.number).toMatch(/^XQ-\d{4}-370681001-\d{5}$/);
    const { id } = await project(need.id);
    const claimed = await step(town.liaison, 'hxCoProjects', id, 'claim');
    expect(claimed).toMatchObject({ state: 'claimed', unitId: town.work.id, areaCode: town.eastEstate.code });
    expect(claimed.number).toMatch(/^XM-\d{4}-370681001-\d{5}$/);
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'claimed' });
    await step(town.community, 'hxCoProjects', id, 'start');
    await step(town.liaison, 'hxCoProjects', id, 'report', { values: { progress: 50, progressNote: '已坐班两次' } });
    await step(town.liaison, 'hxCoProjects', id, 'finish', { values: { effect: '解答12位老人的问题' } });
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({
      state: 'awaitingRating',
      result: '解答12位老人的问题',
    });
    const wrong = await tryStep(resident, 'hxNeeds', need.id, 'rate', { values: { satisfaction: '9' } });
    expect([wrong.status, codes(wrong)]).toEqual([400, ['VALUE_NOT_A_CHOICE']]);
    await step(resident, 'hxNeeds', need.id, 'rate', { values: { satisfaction: '5', ratingComment: '很有帮助' } });
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'closed', satisfaction: '5' });
    expect(await stored(town, 'hxCoProjects', id)).toMatchObject({ state: 'closed', satisfaction: '5', progress: 100 });
  });

  it('is seen by units and members once it is published, without who raised it', async () => {
    const hidden = await raise();
    const open = await published();
    for (const client of [town.liaison, await newMember()]) {
      const rows = await list(client, 'hxNeeds');
      expect(rows.map(({ id }) => id)).toContain(open.id);
      expect(rows.map(({ id }) => id)).not.toContain(hidden.id);
      for (const field of ['contactPhone', 'contactName', 'ownerId', 'trackingHash', 'reviewOpinion'])
        expect(rows.every((row) => !(field in row))).toBe(true);
    }
    const [row] = await list(town.community, 'hxNeeds', { filter: { id: open.id } });
    expect(row).toMatchObject({ contactPhone: '139****2222' });
    expect(row).not.toHaveProperty('trackingHash');
    expect(await list(town.westCommunity, 'hxNeeds', { filter: { id: open.id } })).toEqual([]);
  });

  it('is corrected until it is reviewed, and kept ever after', async () => {
    const need = await raise();
    expect((await update(resident, 'hxNeeds', need.id, { description: '下午更方便' })).status).toBe(200);
    await step(town.community, 'hxNeeds', need.id, 'review', { values: { serviceClassId: legalAid } });
    const late = await update(resident, 'hxNeeds', need.id, { description: '改了' });
    expect([late.status, codes(late)]).toEqual([400, ['NEED_FORBIDS_CHANGES']]);
    const gone = await remove(town.administrator, 'hxNeeds', need.id);
    expect([gone.status, codes(gone)]).toEqual([403, ['NEED_IS_A_RECORD']]);
    await step(resident, 'hxNeeds', need.id, 'withdraw', { opinion: '已解决' });
  });

  it('needs its class to be reviewed, from the dictionary, which an administrator extends', async () => {
    const need = await raise();
    const none = await tryStep(town.community, 'hxNeeds', need.id, 'review');
    expect([none.status, codes(none)]).toEqual([400, ['FIELD_REQUIRED']]);
    const item = await create(town.administrator, 'hxDictionaryItems', {
      dictionary: 'servicePostClass',
      code: 'petCare',
      title: '宠物文明',
    });
    expect(
      await step(town.community, 'hxNeeds', need.id, 'review', { values: { serviceClassId: item.id } }),
    ).toMatchObject({
      state: 'reviewed',
    });
  });

  it('expires when nobody took it on long after the day it was wanted by', async () => {
    const need = await published({ wantedBy: inDays(-31) });
    const fresh = await published({ wantedBy: inDays(-5) });
    await runNightlyJob();
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'expired' });
    expect(await stored(town, 'hxNeeds', fresh.id)).toMatchObject({ state: 'published' });
  });
});

describe('a project', () => {
  it('is claimed by one unit, when two claim the same need at once', async () => {
    const need = await published();
    const mine = await project(need.id);
    const other = await create(town.otherLiaison, 'hxCoProjects', {
      title: '图书馆也来',
      needId: need.id,
      personInCharge: '王磊',
      measures: '送书上门',
      deadline: inDays(10),
    });
    const answers = await Promise.all([
      tryStep(town.liaison, 'hxCoProjects', mine.id, 'claim'),
      tryStep(town.otherLiaison, 'hxCoProjects', other.id, 'claim'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(codes(answers.find(({ status }) => status === 400) ?? answers[0])).toEqual(['NEED_NOT_OPEN']);
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'claimed' });
  });

  it('that is declined gives the need back', async () => {
    const need = await published();
    const { id } = await project(need.id);
    await step(town.liaison, 'hxCoProjects', id, 'claim');
    await step(town.community, 'hxCoProjects', id, 'decline', { opinion: '举措不具体' });
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'published' });
  });

  it('is the own unit’s, with the own unit’s resource, and a deadline ahead', async () => {
    const foreign = await town.liaison.post('hxCoProjects:create', {
      title: '借名',
      unitId: town.otherWork.id,
      areaId: town.east.id,
    });
    expect(foreign.status).toBe(400);
    const resource = await create(town.administrator, 'hxResources', {
      title: '阅览室',
      kind: 'venue',
      unitId: town.otherWork.id,
      areaId: town.east.id,
    });
    const borrowed = await town.administrator.post('hxCoProjects:create', {
      title: '借用',
      unitId: town.work.id,
      resourceId: resource.id,
      areaId: town.east.id,
    });
    expect([borrowed.status, codes(borrowed)]).toEqual([400, ['RESOURCE_NOT_OF_UNIT']]);
    const past = await project(null, { areaId: town.east.id, deadline: inDays(-1) });
    const answer = await tryStep(town.liaison, 'hxCoProjects', past.id, 'claim');
    expect([answer.status, codes(answer)]).toEqual([400, ['PROJECT_DEADLINE_PAST']]);
    expect((await town.liaison.post('hxCoProjects:create', { title: '无处' })).status).toBe(400);
  });

  it('has members who serve on several days, and settles their claims at the end', async () => {
    const { id } = await project(null, { areaId: town.east.id, startsOn: inDays(-3) });
    await step(town.liaison, 'hxCoProjects', id, 'claim');
    await step(town.community, 'hxCoProjects', id, 'start');
    const member = await memberOnRoll(town);
    // the start lies in the past, and claiming ends with the deadline
    const claim = await create(member, 'hxClaims', { projectId: id });
    const at = (days: number, clock: string) => `${inDays(days)}T${clock}:00+08:00`;
    for (const days of [-3, -2]) {
      const row = await create(member, 'hxServiceRecords', {
        claimId: claim.id,
        startsAt: at(days, '09:00'),
        endsAt: at(days, '11:00'),
        content: '坐班',
      });
      await step(town.community, 'hxServiceRecords', row.id, 'verify');
    }
    const long = await member.post('hxServiceRecords:create', {
      claimId: claim.id,
      startsAt: at(-1, '08:00'),
      endsAt: at(-1, '17:00'),
      content: '坐班',
    });
    expect([long.status, codes(long)]).toEqual([400, ['SERVICE_LONGER_THAN_ACTIVITY']]);
    await step(town.liaison, 'hxCoProjects', id, 'finish', { values: { effect: '完成' } });
    expect(await stored(town, 'hxClaims', claim.id)).toMatchObject({ state: 'served' });
    const mine = await member.get<{ verified: number; times: number }>('hxService:myHours');
    expect(mine.body.data).toMatchObject({ verified: 240, times: 2 });
  });
});

it('a resource is its unit’s and runs forward', async () => {
  const values = { title: '律师团队', kind: 'talent', areaId: town.east.id, serviceClassId: legalAid, skills: ['law'] };
  const wrong = await town.liaison.post('hxResources:create', {
    ...values,
    availableFrom: '2026-12-31',
    availableTo: '2026-01-01',
  });
  expect([wrong.status, codes(wrong)]).toEqual([400, ['RESOURCE_PERIOD_REVERSED']]);
  const resource = await create(town.liaison, 'hxResources', values);
  expect(resource).toMatchObject({ unitId: town.work.id, ownerId: town.liaison.userId, state: 'offered' });
  expect(await list(town.otherLiaison, 'hxResources', { filter: { id: resource.id } })).toEqual([]);
});

describe('proposals for a need', () => {
  interface Matches {
    resources: { title: string; score: number; reasons: string[] }[];
    posts: { title: string }[];
    members: { title: string; reasons: string[] }[];
  }
  const matches = (client: Client, id: unknown) =>
    client.call<Matches>('GET', `hxNeeds:matches/${String(id)}`, { headers: { 'x-locale': 'zh-CN' } });

  it('name resources, posts and members, and why', async () => {
    const need = await published();
    await openPost(town, { title: '法律援助岗', serviceClassId: legalAid });
    const answer = await matches(town.community, need.id);
    expect(answer.status).toBe(200);
    const { resources, posts, members } = answer.body.data;
    expect(resources[0]).toMatchObject({ title: '律师团队', score: expect.any(Number) });
    expect(resources[0].reasons).toEqual(['服务类别相同：法律援助', '具备所需特长：法律咨询', '同一社区']);
    expect(posts.map(({ title }) => title)).toContain('法律援助岗');
    expect(members[0].reasons).toContain('同一小区');
  });

  it('are for those in charge of the need', async () => {
    const need = await published();
    expect((await matches(town.westCommunity, need.id)).status).toBe(404);
    for (const client of [town.liaison, resident, await newMember()])
      expect((await matches(client, need.id)).status).toBe(403);
    expect((await matches(signedOut(), need.id)).status).toBeGreaterThanOrEqual(401);
    expect((await matches(town.community, 'x')).status).toBe(400);
  });
});

it('a member finds what is open near, nearest first, and where a place is left', async () => {
  await openPost(town, { title: '东社区岗位' });
  const member = await memberOnRoll(town);
  const answer = await member.get<{ isOnRoll: boolean; openings: { title: string; near: string; left: number }[] }>(
    'hxService:openings',
  );
  expect(answer.body.data.isOnRoll).toBe(true);
  expect(answer.body.data.openings[0]).toMatchObject({ near: 'community' });
  expect(answer.body.data.openings.map(({ title }) => title)).toContain('东社区岗位');
  expect((await resident.get('hxService:openings')).status).toBe(403);
});

it('the overview counts needs and hours of the caller’s areas', async () => {
  const figures = async (client: Client) => {
    const answer = await client.get<{ figures: { key: string; value: number }[] }>('hxGovernance:overview');
    return Object.fromEntries(answer.body.data.figures.map(({ key, value }) => [key, value]));
  };
  const east = await figures(town.community);
  expect(east.needsMet).toBeGreaterThanOrEqual(1);
  expect(east.serviceHours).toBeGreaterThanOrEqual(4);
  expect(await figures(town.westCommunity)).toMatchObject({ needsMet: 0, serviceHours: 0, coProjects: 0 });
  expect((await figures(town.city_)).needsMet).toBe(east.needsMet);
});

it('each figure leads to the tab that lists what was counted, and to the page where that tab has another name', async () => {
  const pages = async () => {
    const answer = await town.community.get<{ figures: { key: string; page: string | null }[] }>(
      'hxGovernance:overview',
    );
    return Object.fromEntries(answer.body.data.figures.map(({ key, page }) => [key, page]));
  };
  const routes = app().db.getRepository('desktopRoutes');
  const seed = await app()
    .db.getRepository('hxSeeds')
    .findOne({ filter: { key: 'registration/service-records' } });
  const page = await routes.findOne({ filter: { schemaUid: seed.get('uid') } });
  const tab = await routes.findOne({ filter: { parentId: page.get('id'), title: '全部记录' } });
  const before = await pages();
  expect(before.serviceHours).toBe(`/admin/${seed.get('uid')}/tab/${tab.get('schemaUid')}`);
  expect(before.recordsToVerify).not.toBe(before.serviceHours);
  await tab.update({ title: '所有记录' });
  expect((await pages()).serviceHours).toBe(`/admin/${seed.get('uid')}`);
  await tab.update({ title: '全部记录' });
});
