/** Claiming a need from where one reads it: what is offered to whom, and a member who takes one on. */
import { reset, signedOut, signInAs, type Answer, type Client } from '@test/server/harness';
import type { ClaimableAnswer } from '../../../shared/claiming';
import type { TakenOn } from '../claiming/take-on';
import { noticesTo, published, raise } from '@test/server/registration/needs';
import { hours, memberOnRoll, openPost, serviceClass, step, stored } from '@test/server/registration/service';
import { buildTown, codes, create, list, newMember, type Town } from '@test/server/registration/town';

let town: Town;
let resident: Client;
let member: Client;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  resident = await signInAs('resident', ['hx-resident']);
  member = await memberOnRoll(town);
});

const claimable = (client: Client, id: unknown) =>
  client.call<ClaimableAnswer>('GET', `hxNeeds:claimable/${String(id)}`, { headers: { 'x-locale': 'zh-CN' } });
const times = { startsAt: hours(48), endsAt: hours(50) };
const takeOn = (client: Client, id: unknown, data: Record<string, unknown> = times): Promise<Answer<TakenOn>> =>
  client.post<TakenOn>(`hxNeeds:takeOn/${String(id)}`, data);

it('claims by relations as the host’s forms send them, as by their columns', async () => {
  const posts = [];
  for (const title of ['一', '二', '三', '四']) posts.push(await openPost(town, { title, headCount: 5 }));
  const [first, second, third, fourth] = posts.map(({ id }) => Number(id));
  const unit = { id: town.work.id, name: town.work.name };
  const sent: [Client, Record<string, unknown>][] = [
    [town.liaison, { post: { id: first, title: '一' }, unit, places: 2 }],
    [town.liaison, { post: second, unit: town.work.id, places: 1 }],
    [member, { post: { id: third, title: '三' } }],
    [town.street_, { post: { id: fourth }, unit, places: 1 }],
  ];
  const answers = [];
  for (const [client, values] of sent) answers.push(await client.post('hxClaims:create', values));
  expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(Array(4).fill([200, undefined]));
});

describe('what may be claimed of a need', () => {
  it('is the need itself while nobody has it, for a unit with what it has offered, for a member on a roll', async () => {
    const need = await published(town, resident, { peopleWanted: 2 });
    const resource = await create(town.liaison, 'hxResources', {
      title: '律师团队',
      kind: 'talent',
      areaId: town.east.id,
    });
    const unit = await claimable(town.liaison, need.id);
    expect(unit.body.data).toMatchObject({
      need: { title: '老人需要法律咨询', state: 'published', stateTitle: '已发布', peopleWanted: 2 },
      mayTakeOn: true,
      openings: [],
      units: [
        { id: String(town.work.id), name: '市档案馆', resources: [{ id: String(resource.id), title: '律师团队' }] },
      ],
    });
    expect((await claimable(member, need.id)).body.data).toMatchObject({
      mayTakeOn: true,
      isOnRoll: true,
      units: null,
    });
    const outside = await claimable(await newMember(), need.id);
    expect(outside.body.data).toMatchObject({ mayTakeOn: false, isOnRoll: false });
    expect(JSON.stringify(unit.body)).not.toContain('1391111');
  });

  it('is then the places of what meets it, and of nothing else', async () => {
    const need = await published(town, resident);
    await openPost(town, { title: '别的岗位' });
    await openPost(town, {
      title: '上门咨询',
      needId: need.id,
      headCount: 3,
      serviceClassId: await serviceClass('legalAid'),
    });
    for (const client of [member, town.liaison]) {
      const { openings, mayTakeOn } = (await claimable(client, need.id)).body.data;
      expect(openings).toMatchObject([{ title: '上门咨询', left: 3, headCount: 3, isClaimed: false }]);
      expect(mayTakeOn).toBe(false);
    }
    const [{ id: postId }] = (await claimable(town.liaison, need.id)).body.data.openings;
    expect((await town.liaison.post('hxClaims:create', { postId, places: 2 })).status).toBe(200);
    expect((await claimable(town.liaison, need.id)).body.data.openings).toMatchObject([{ left: 1, isClaimed: true }]);
    expect((await claimable(town.otherLiaison, need.id)).body.data.openings).toMatchObject([{ isClaimed: false }]);
  });

  it('is told to members and units alone, of needs that are published', async () => {
    const [open, hidden] = [await published(town, resident), await raise(town, resident)];
    for (const client of [member, town.liaison]) {
      expect((await claimable(client, hidden.id)).status).toBe(404);
      expect((await claimable(client, 'x')).status).toBe(400);
    }
    for (const client of [town.community, town.city_, resident])
      expect((await claimable(client, open.id)).status).toBe(403);
    expect((await claimable(signedOut(), open.id)).status).toBeGreaterThanOrEqual(401);
  });
});

describe('a member who takes on a need', () => {
  it('has the first place of a post that is opened for it, and the community is told', async () => {
    const need = await published(town, resident, { peopleWanted: 2 });
    const answer = await takeOn(member, need.id);
    expect(answer.status).toBe(200);
    const { postId, claimId } = answer.body.data;
    const post = await stored(town, 'hxServicePosts', postId);
    expect(post).toMatchObject({ state: 'open', headCount: 2, claimedCount: 1, areaCode: town.eastEstate.code });
    expect(new Date(String(post.startsAt)).toISOString()).toBe(times.startsAt);
    expect(await stored(town, 'hxClaims', claimId)).toMatchObject({ state: 'claimed', ownerId: member.userId });
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'claimed' });
    const other = await memberOnRoll(town);
    expect((await claimable(other, need.id)).body.data.openings).toMatchObject([{ id: postId, left: 1 }]);
    expect((await noticesTo(town.community)).map(({ title }) => title)).toContain('有党员认领了居民需求');
    // the community stays in charge of it
    await step(town.community, 'hxServicePosts', postId, 'cancel', { opinion: '时间不合适' });
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'published' });
    expect(await stored(town, 'hxClaims', claimId)).toMatchObject({ state: 'cancelled' });
  });

  it('is one, when two press at once', async () => {
    const need = await published(town, resident);
    const answers = await Promise.all([takeOn(member, need.id), takeOn(await memberOnRoll(town), need.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(codes(answers.find(({ status }) => status === 400) ?? answers[0])).toEqual(['NEED_NOT_OPEN']);
    expect(await list(town.administrator, 'hxServicePosts', { filter: { needId: need.id } })).toHaveLength(1);
  });

  it('is told what is wrong, and nothing is opened', async () => {
    const need = await published(town, resident);
    const refused = async (data: Record<string, unknown>, client = member) => {
      const answer = await takeOn(client, need.id, data);
      return [answer.status, ...codes(answer)];
    };
    expect(await refused({ endsAt: times.endsAt })).toEqual([400, 'FIELD_REQUIRED']);
    expect(await refused({ ...times, startsAt: hours(-1) })).toEqual([400, 'TAKE_ON_PAST']);
    expect(await refused({ startsAt: hours(5), endsAt: hours(4) })).toEqual([400, 'POST_TIMES_REVERSED']);
    expect(await refused({ startsAt: hours(5), endsAt: hours(14) })).toEqual([400, 'TAKE_ON_TOO_LONG']);
    expect(await refused({ ...times, startsAt: 'soon' })).toEqual([400, 'VALUE_NOT_A_DATE']);
    expect(await refused(times, await newMember())).toEqual([400, 'NOT_ON_ROLL']);
    for (const client of [town.liaison, town.community, town.city_, resident])
      expect((await refused(times, client))[0]).toBe(403);
    expect((await takeOn(member, (await raise(town, resident)).id)).status).toBe(404);
    expect(await list(town.administrator, 'hxServicePosts', { filter: { needId: need.id } })).toEqual([]);
    expect(await stored(town, 'hxNeeds', need.id)).toMatchObject({ state: 'published' });
  });
});
