/** Inviting those who are proposed for a need: by whom, whom, once. */
import { app, reset, signedOut, signInAs, type Answer, type Client } from '@test/server/harness';
import type { InvitationAnswer } from '../../../shared/matching';
import type { MatchesAnswer, ProposalAnswer } from '../../../shared/matching';
import { noticesTo, published, raise } from '@test/server/registration/needs';
import { memberOnRoll, openPost, serviceClass, step } from '@test/server/registration/service';
import { buildTown, codes, create, draft, moved, newMember, type Row, type Town } from '@test/server/registration/town';

let town: Town;
let resident: Client;
let member: Client;
let memberId: string;
let resourceId: string;

beforeAll(async () => {
  await reset();
  town = await buildTown();
  resident = await signInAs('resident', ['hx-resident']);
  member = await memberOnRoll(town);
  const serviceClassId = await serviceClass('legalAid');
  const resource = { kind: 'talent', areaId: town.east.id, serviceClassId, skills: ['law'] };
  resourceId = String((await create(town.liaison, 'hxResources', { title: '律师团队', ...resource })).id);
  await openPost(town, { title: '法律援助岗', serviceClassId });
  memberId = (await proposals(await published(town, resident))).members[0].id;
});

async function proposals(need: Row, client = town.community): Promise<MatchesAnswer> {
  return (await client.get<MatchesAnswer>(`hxNeeds:matches/${String(need.id)}`)).body.data;
}
const invite = (client: Client, need: Row, kind: string, candidateId: unknown): Promise<Answer<InvitationAnswer>> =>
  client.post<InvitationAnswer>(`hxNeeds:invite/${String(need.id)}`, { kind, candidateId });
const refusal = async (answer: Promise<Answer<InvitationAnswer>>) => {
  const given = await answer;
  return [given.status, ...codes(given)];
};
const events = (need: Row): Promise<{ get(name: string): unknown }[]> =>
  app()
    .db.getRepository('hxEvents')
    .find({ filter: { collectionName: 'hxNeeds', recordId: String(need.id), transition: 'invite' } });
const one = (rows: ProposalAnswer[], id: string): ProposalAnswer | undefined => rows.find((row) => row.id === id);

it('tells a proposed member and the liaison of a proposed resource, with a link to the need, and keeps it', async () => {
  const need = await published(town, resident, { title: '独居老人法律咨询' });
  const before = await proposals(need);
  expect(one(before.members, memberId)?.invitation).toBe('open');
  expect(one(before.resources, resourceId)?.invitation).toBe('open');
  expect(before.posts.map(({ invitation }) => invitation)).toEqual(before.posts.map(() => null));
  const answers = [
    await invite(town.community, need, 'member', memberId),
    await invite(town.street_, need, 'resource', resourceId),
  ];
  expect(answers.map(({ body }) => body.data)).toEqual([
    { isRepeated: false, isTold: true },
    { isRepeated: false, isTold: true },
  ]);
  for (const client of [member, town.liaison]) {
    const [notice] = (await noticesTo(client)).filter(({ options }) => options.url === `/needs/${need.id}`);
    expect(notice.content).toContain('独居老人法律咨询');
  }
  const [first] = await events(need);
  expect(first.get('actorId')).toBe(town.community.userId);
  expect(first.get('details')).toEqual({ kind: 'member', candidateId: memberId, inviteeId: String(member.userId) });
  const after = await proposals(need);
  expect(one(after.members, memberId)?.invitation).toBe('sent');
  expect(one(after.resources, resourceId)?.invitation).toBe('sent');
  // whom it leads to may see it
  expect((await member.get(`hxNeeds:claimable/${need.id}`)).status).toBe(200);
});

it('invites each person once to a need, however many press at once, and to another need again', async () => {
  const need = await published(town, resident);
  const answers = await Promise.all(
    [town.community, town.street_, town.community].map((client) => invite(client, need, 'member', memberId)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers.filter(({ body }) => body.data.isRepeated)).toHaveLength(2);
  expect(await events(need)).toHaveLength(1);
  expect((await noticesTo(member)).filter(({ options }) => options.url === `/needs/${need.id}`)).toHaveLength(1);
  const other = await published(town, resident);
  expect((await invite(town.community, other, 'member', memberId)).body.data.isRepeated).toBe(false);
});

it('is for those in charge of the need, who alone see that they may', async () => {
  const need = await published(town, resident);
  for (const client of [town.estate, town.city_]) {
    expect((await invite(client, need, 'resource', resourceId)).status).toBe(403);
    expect(one((await proposals(need, client)).resources, resourceId)?.invitation).toBeNull();
  }
  expect((await invite(town.westCommunity, need, 'member', memberId)).status).toBe(404);
  for (const client of [town.liaison, member, resident, await newMember()])
    expect((await invite(client, need, 'member', memberId)).status).toBe(403);
  expect((await invite(signedOut(), need, 'member', memberId)).status).toBeGreaterThanOrEqual(401);
  expect(await events(need)).toEqual([]);
});

it('is for published needs', async () => {
  const raised = await raise(town, resident);
  expect(await refusal(invite(town.community, raised, 'member', memberId))).toEqual([400, 'INVITE_NEED_NOT_PUBLISHED']);
  const gone = await published(town, resident);
  await step(town.community, 'hxNeeds', gone.id, 'withdraw', { opinion: '已解决' });
  expect(await refusal(invite(town.community, gone, 'member', memberId))).toEqual([400, 'INVITE_NEED_NOT_PUBLISHED']);
  expect(one((await proposals(gone)).members, memberId)?.invitation).toBeNull();
});

it('says the same of who is not proposed, whether they exist, are elsewhere or fit nothing', async () => {
  const need = await published(town, resident);
  const west = await newMember();
  const away = await draft(town, west, {
    homeAreaId: town.westBuilding.id,
    phone: '13712340001',
    personName: '西党员',
  });
  await moved(west, away.id, 'submit');
  await moved(town.westCommunity, away.id, 'accept');
  const unfit = await create(town.liaison, 'hxResources', { title: '篮球场', kind: 'venue', areaId: town.east.id });
  const answers = [
    await refusal(invite(town.community, need, 'member', away.id)),
    await refusal(invite(town.community, need, 'member', 999_999)),
    await refusal(invite(town.community, need, 'resource', unfit.id)),
  ];
  expect(answers).toEqual(answers.map(() => [400, 'INVITEE_NOT_PROPOSED']));
  expect(await refusal(invite(town.community, need, 'post', 1))).toEqual([400, 'BODY_FIELD_INVALID']);
  expect(await refusal(invite(town.community, need, 'member', 'x'))).toEqual([400, 'BODY_FIELD_INVALID']);
  expect((await noticesTo(west)).length).toBe(0);
});

it('says that nobody can be told where there is no account', async () => {
  const need = await published(town, resident);
  const { id } = await create(town.administrator, 'hxUnits', {
    name: '无联络员单位',
    kind: 'agency',
    areaId: town.east.id,
  });
  const values = { title: '法律顾问', kind: 'talent', areaId: town.east.id, unitId: id, skills: ['law'] };
  const resource = await create(town.administrator, 'hxResources', values);
  expect(one((await proposals(need)).resources, String(resource.id))?.invitation).toBe('unreachable');
  expect(await refusal(invite(town.community, need, 'resource', resource.id))).toEqual([400, 'INVITEE_UNREACHABLE']);
  expect(await events(need)).toEqual([]);
});

it('keeps an invitation whose notice could not be sent, and says so', async () => {
  const need = await published(town, resident);
  const channels = app().db.getRepository('notificationChannels');
  await channels.destroy({ filter: { name: 'hx-service' } });
  try {
    const answer = await invite(town.community, need, 'member', memberId);
    expect(answer.body.data).toEqual({ isRepeated: false, isTold: false });
    expect(await events(need)).toHaveLength(1);
  } finally {
    await channels.create({
      values: { name: 'hx-service', title: '服务邀请与认领', notificationType: 'in-app-message', options: {} },
    });
  }
});
