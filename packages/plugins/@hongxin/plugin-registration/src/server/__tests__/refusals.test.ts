/** What cannot be is refused with its reason, and not one row has changed. */
import { app, Client, reset, signedOut, signInAs, type Answer } from '@test/server/harness';
import { claim, claimed, hours, memberOnRoll, openPost, passTime, tryStep } from '@test/server/registration/service';
import { insert } from '@test/server/registration/service-tables';
import { digestOf, put } from '@test/server/registration/tables';
import {
  buildTown,
  codes,
  create,
  draft,
  list,
  move,
  moved,
  newMember,
  type Town,
} from '@test/server/registration/town';
import { upload, workbook } from '@test/server/registration/workbook';

const COLLECTIONS = [
  'hxUnits',
  'hxMemberRegistrations',
  'hxUnitRegistrations',
  'hxServicePosts',
  'hxClaims',
  'hxServiceRecords',
  'hxYearFeedbacks',
  'hxPersons',
];
let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});

type Try = () => Promise<Answer>;

/** A post that was yesterday's, claimed by a member. */
async function pastClaim(member: Client): Promise<number> {
  const post = await openPost(town);
  const { id } = await claimed(member, { postId: post.id });
  await passTime(post.id, hours(-26), hours(-24));
  return id;
}
const entered = (from: number, to: number) => ({
  values: { serviceStartsAt: hours(from), serviceEndsAt: hours(to), serviceContent: '清扫' },
});

/** An official who serves in the own community: the same account, two roles. */
async function ownHours(): Promise<Try> {
  const account = await signInAs('official-member', ['hx-member', 'hx-official']);
  const asMember = new Client(account.token, 'hx-member', account.userId);
  const registration = await draft(town, asMember, { personName: '周全', phone: '13700000001' });
  await moved(asMember, registration.id, 'submit');
  await moved(town.community, registration.id, 'accept');
  const [person] = await list(town.administrator, 'hxPersons', { filter: { userId: account.userId } });
  const [type] = await list(town.administrator, 'hxPostTypes', { filter: { code: 'communityWorker' } });
  const post = { personId: person.id, postTypeId: type.id, areaId: town.east.id, startsOn: '2026-01-01' };
  await create(town.administrator, 'hxPosts', post);
  const claimId = await pastClaim(asMember);
  await tryStep(asMember, 'hxClaims', claimId, 'supplement', entered(-25.5, -24.5));
  const [record] = await list(town.administrator, 'hxServiceRecords', { filter: { claimId } });
  const asOfficial = new Client(account.token, 'hx-official', account.userId);
  return () => tryStep(asOfficial, 'hxServiceRecords', record.id, 'verify');
}

async function hoursTooLong(): Promise<Try> {
  const member = await memberOnRoll(town);
  const claimId = await pastClaim(member);
  return () => tryStep(member, 'hxClaims', claimId, 'supplement', entered(-27, -24));
}

async function claimTooLate(): Promise<Try> {
  const member = await memberOnRoll(town);
  const post = await openPost(town, { claimBy: hours(1) });
  await put('hxServicePosts', post.id, { claimBy: hours(-1) });
  return () => claim(member, { postId: post.id });
}

async function secondRoll(): Promise<Try> {
  const member = await newMember();
  const first = await draft(town, member, { phone: '13700000002' });
  const second = await draft(town, member, { phone: '13700000002', homeAreaId: town.westBuilding.id });
  for (const { id } of [first, second]) await moved(member, id, 'submit');
  await moved(town.community, first.id, 'accept');
  return () => move(town.westCommunity, second.id, 'accept');
}

async function sameCommunity(): Promise<Try> {
  const member = await newMember();
  const { id } = await draft(town, member, { phone: '13700000003' });
  await moved(member, id, 'submit');
  await moved(town.community, id, 'accept');
  return () => move(town.community, id, 'transfer', { values: { transferToAreaId: town.eastEstate.id } });
}

async function feedbackOfRunningYear(): Promise<Try> {
  const year = new Date().getFullYear();
  const member = await memberOnRoll(town);
  const [registration] = await list(town.administrator, 'hxMemberRegistrations', {
    filter: { ownerId: member.userId },
  });
  await insert('hxYearFeedbacks', {
    id: 6_500_000,
    state: 'signed',
    year,
    subject: 'member',
    subjectKey: `member/${String(registration.personId)}`,
    subjectName: '党员',
    registrationId: registration.id,
    personId: registration.personId,
    areaId: town.east.id,
    areaCode: town.east.code,
    minutes: 0,
    times: 0,
    claimsServed: 0,
    communityPoints: 10,
    bonusPoints: 0,
    signedAt: `${year}-01-01T00:00:00Z`,
  });
  return () => tryStep(town.community, 'hxYearFeedbacks', 6_500_000, 'issue');
}

const member = ['王小明', '13712345678', '馆员', '东小区', '1号楼', '301室', null, null, null, '是'];
const sends = (content: Buffer) => async (): Promise<Try> => () =>
  upload(town.liaison, `hxMemberRegistrations:bulkRegister?unitId=${town.work.id}`, content);

const CASES: readonly [what: string, status: number, code: string, prepare: () => Promise<Try>][] = [
  ['hours over the activity’s length', 400, 'SERVICE_LONGER_THAN_ACTIVITY', hoursTooLong],
  ['own hours, verified by oneself', 400, 'OWN_HOURS', ownHours],
  ['a claim after the deadline', 400, 'CLAIM_TOO_LATE', claimTooLate],
  ['a registration of a member who is on a roll', 400, 'ON_ROLL_ELSEWHERE', secondRoll],
  ['a transfer to the same community', 400, 'TRANSFER_SAME_COMMUNITY', sameCommunity],
  ['a file of another template', 400, 'SHEET_OTHER_TEMPLATE', sends(workbook([['甲']], { headers: ['名称'] }))],
  ['a file of 50 MB', 413, 'SHEET_TOO_LARGE', sends(Buffer.alloc(50 * 1024 * 1024))],
  ['a file with formulas', 400, 'SHEET_HAS_FORMULAS', sends(workbook([member], { formulas: { C2: '1+1' } }))],
  [
    'feedbacks made before the year’s end',
    400,
    'FEEDBACK_YEAR_NOT_ENDED',
    async () => () => town.community.post('hxYearFeedbacks:make', { year: new Date().getFullYear() }),
  ],
  ['a feedback issued before the year’s end', 400, 'FEEDBACK_YEAR_NOT_ENDED', feedbackOfRunningYear],
];

it.each(CASES)('%s: %i %s', async (_what, status, code, prepare) => {
  const attempt = await prepare();
  const [before, events] = [await digestOf(COLLECTIONS), await app().db.getRepository('hxEvents').count()];
  const answer = await attempt();
  expect([answer.status, codes(answer)]).toEqual([status, [code]]);
  expect(answer.body.errors?.[0].message).toBeTruthy();
  expect(await digestOf(COLLECTIONS)).toEqual(before);
  expect(await app().db.getRepository('hxEvents').count()).toBe(events);
});

it('the QR code of a cancelled receipt says so, and opens nothing', async () => {
  const client = await newMember();
  const { id } = await draft(town, client, { phone: '13700000004' });
  await moved(client, id, 'submit');
  const { receiptToken } = await moved(town.community, id, 'accept');
  await moved(town.community, id, 'cancel', { opinion: '调离', values: { leaveReason: 'unitChanged' } });
  const before = await digestOf(COLLECTIONS);
  const page = await signedOut().call<string>('GET', `hxReceipts:verify/${String(receiptToken)}`, {
    headers: { 'accept-language': 'zh-CN' },
  });
  expect(page.body.data).toContain('回执已失效：报到已注销');
  expect(page.body.data).not.toContain('回执有效');
  expect(await digestOf(COLLECTIONS)).toEqual(before);
});
