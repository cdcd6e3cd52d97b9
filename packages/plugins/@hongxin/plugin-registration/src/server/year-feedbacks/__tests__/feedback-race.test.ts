/** Hours that are entered, verified and reversed while the year is issued: a feedback counts what counts, or is refused. */
import { app, reset, type Client } from '@test/server/harness';
import { claimed, memberOnRoll, openPost, passTime, stored, tryStep } from '@test/server/registration/service';
import { served } from '@test/server/registration/service-tables';
import { put } from '@test/server/registration/tables';
import { buildTown, codes, list, type Row, type Town } from '@test/server/registration/town';

const YEAR = 2025;
const MEMBERS = 6;
const FEEDBACKS = 'hxYearFeedbacks';
const RECORDS = 'hxServiceRecords';
const KNOWN = { values: { confirmPending: true } };
const comment = { values: { communityPoints: 15, bonusPoints: 0, communityComment: '热心公益' } };

/** A member whose year is about to be issued, and the hours that move meanwhile. */
interface Subject {
  personId: unknown;
  feedbackId: unknown;
  verified: number[];
  pending: number[];
  /** A reversal that waits for being verified. */
  reversal: number;
  /** Claims of a post of the year whose hours have not been entered. */
  claims: Row[];
}

let town: Town;
let subjects: Subject[];
let thisYear: number;
let ids = 5_000_000;

async function record(registration: Row, values: Record<string, unknown> = {}): Promise<number> {
  const id = (ids += 1);
  const place = { areaId: town.east.id, areaCode: town.east.code };
  const who = { registrationId: registration.id, ownerId: registration.ownerId };
  await served(registration.personId, YEAR, { id, minutes: 60, ...place, ...who, ...values });
  return id;
}

async function pastClaims(members: readonly Client[]): Promise<Row[]> {
  const post = await openPost(town, { headCount: MEMBERS });
  const claims = await Promise.all(members.map((member) => claimed(member, { postId: post.id })));
  await passTime(post.id, `${YEAR}-11-01T02:00:00Z`, `${YEAR}-11-01T06:00:00Z`);
  return claims;
}

beforeAll(async () => {
  await reset();
  town = await buildTown();
  thisYear = new Date().getFullYear();
  const value = { objectionDays: 0 };
  await app()
    .db.getRepository('hxSettings')
    .updateOrCreate({ filterKeys: ['key'], values: { key: 'yearFeedback', value } });
  const members: Client[] = [];
  for (let index = 0; index < MEMBERS; index += 1) members.push(await memberOnRoll(town));
  const [during, after] = [await pastClaims(members), await pastClaims(members)];
  const registrations: Row[] = [];
  for (const member of members) {
    const [row] = await list(town.administrator, 'hxMemberRegistrations', { filter: { ownerId: member.userId } });
    await put('hxMemberRegistrations', row.id, { receiptAt: `${YEAR}-03-01` });
    registrations.push(row);
  }
  subjects = [];
  for (const [index, registration] of registrations.entries()) {
    const verified = [await record(registration), await record(registration), await record(registration)];
    const pending = [];
    for (let each = 0; each < 3; each += 1) pending.push(await record(registration, { state: 'pending' }));
    const reversal = await record(registration, {
      state: 'pending',
      origin: 'reversal',
      minutes: -60,
      reversesId: verified[2],
    });
    subjects.push({
      personId: registration.personId,
      feedbackId: null,
      verified,
      pending,
      reversal,
      claims: [during[index], after[index]],
    });
  }
  await town.community.post(`${FEEDBACKS}:make`, { year: YEAR });
  for (const subject of subjects) {
    const [row] = await list(town.administrator, FEEDBACKS, { filter: { personId: subject.personId } });
    subject.feedbackId = row.id;
    await readyToIssue(subject);
  }
});
afterAll(() =>
  app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: 'yearFeedback' } }),
);

async function go(subject: Subject, client: Client, transition: string, more: Record<string, unknown> = {}) {
  const answer = await tryStep(client, FEEDBACKS, subject.feedbackId, transition, more);
  if (answer.status !== 200) throw new Error(`${transition}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
async function readyToIssue(subject: Subject): Promise<void> {
  await go(subject, town.community, 'comment', comment);
  await go(subject, town.liaison, 'sign');
}

/** Hours of a claim, entered by the host: a member may not any more, so long after. */
const enter = (claimId: unknown, from: number) =>
  town.community.post<Row>(`${RECORDS}:create`, {
    claimId,
    startsAt: `${YEAR}-11-01T0${from}:00:00Z`,
    endsAt: `${YEAR}-11-01T0${from + 1}:00:00Z`,
    content: '补录',
  });
const reverse = (reversesId: number) =>
  town.street_.post<Row>(`${RECORDS}:create`, { reversesId, content: '登记有误' });
const verify = (client: Client, id: unknown) => tryStep(client, RECORDS, id, 'verify');

/** One answer of many: what it was, and what it may say. */
type Move = [what: string, may: readonly string[], answer: Promise<{ status: number; body: object }>];

function moves(subject: Subject, index: number): Move[] {
  const closed = ['200', '400 YEAR_CLOSED'];
  const all: (() => Move)[] = [
    () => [
      'issue',
      ['200', '400 FEEDBACK_FIGURES_CHANGED'],
      // hours wait on purpose: who issues knows of them
      tryStep(town.community, FEEDBACKS, subject.feedbackId, 'issue', KNOWN),
    ],
    ...subject.pending.map((id) => (): Move => ['verify', closed, verify(town.community, id)]),
    () => ['verify the reversal', ['200'], verify(town.street_, subject.reversal)],
    () => ['enter hours', closed, enter(subject.claims[0].id, 2)],
    () => ['reverse', ['200'], reverse(subject.verified[1])],
  ];
  // every member's in another order
  const first = index % all.length;
  return [...all.slice(first), ...all.slice(0, first)].map((start) => start());
}

async function countedMinutes({ personId }: Subject): Promise<number> {
  const filter = { personId, year: YEAR, state: 'verified' };
  const rows = await list(town.administrator, RECORDS, { filter, pageSize: 200 });
  return rows.reduce((sum, { minutes }) => sum + Number(minutes), 0);
}

it('counts in every issued feedback exactly the hours that stand, whoever was first', async () => {
  const started = subjects.flatMap(moves);
  const answers = await Promise.all(started.map(async ([what, may, answer]) => ({ what, may, answer: await answer })));
  const wrong = answers
    .map(({ what, may, answer }) => ({
      what,
      may,
      said: [answer.status, ...codes(answer as never)].join(' '),
    }))
    .filter(({ may, said }) => !may.includes(said));
  expect(wrong).toEqual([]);
  for (const subject of subjects) {
    const feedback = await stored(town, FEEDBACKS, subject.feedbackId);
    expect(['signed', 'issued']).toContain(feedback.state);
    if (feedback.state === 'issued') {
      expect(feedback.minutes).toBe(await countedMinutes(subject));
      continue;
    }
    // refused for the hours that changed: the community counts anew, the unit signs that, and it holds
    await go(subject, town.community, 'recompute', { opinion: '时长有变化' });
    await readyToIssue(subject);
    await go(subject, town.community, 'issue', KNOWN);
    expect((await stored(town, FEEDBACKS, subject.feedbackId)).minutes).toBe(await countedMinutes(subject));
  }
});

it('then takes no more hours of the year, and books corrections in the year they are made', async () => {
  for (const subject of subjects) {
    const issued = await countedMinutes(subject);
    for (const id of subject.pending) {
      if ((await stored(town, RECORDS, id)).state !== 'pending') continue;
      const late = await verify(town.community, id);
      expect([late.status, codes(late)]).toEqual([400, ['YEAR_CLOSED']]);
    }
    const entered = await enter(subject.claims[1].id, 4);
    expect([entered.status, codes(entered)]).toEqual([400, ['YEAR_CLOSED']]);
    const correction = await reverse(subject.verified[0]);
    expect([correction.status, correction.body.data.year]).toEqual([200, thisYear]);
    expect((await verify(town.community, correction.body.data.id)).status).toBe(200);
    expect(await countedMinutes(subject)).toBe(issued);
    expect((await stored(town, FEEDBACKS, subject.feedbackId)).minutes).toBe(issued);
  }
});

it('lets a reversal that was waiting when the year was issued be decided all the same', async () => {
  for (const subject of subjects) {
    const [waiting] = await list(town.administrator, RECORDS, { filter: { reversesId: subject.verified[1] } });
    const { state } = await stored(town, RECORDS, waiting.id);
    expect(state).toBe('pending');
    const issued = await countedMinutes(subject);
    expect((await verify(town.community, waiting.id)).status).toBe(200);
    expect((await stored(town, RECORDS, waiting.id)).year).toBe(thisYear);
    expect(await countedMinutes(subject)).toBe(issued);
  }
});

it('lets hours that still wait be refused with a reason, so that nothing waits for ever', async () => {
  for (const subject of subjects) {
    const issued = await countedMinutes(subject);
    for (const id of subject.pending) {
      if ((await stored(town, RECORDS, id)).state !== 'pending') continue;
      const silent = await tryStep(town.community, RECORDS, id, 'refuse');
      expect(silent.status).toBe(400);
      const answer = await tryStep(town.community, RECORDS, id, 'refuse', { opinion: '年度反馈已出具' });
      expect([answer.status, answer.body.data.state]).toEqual([200, 'refused']);
    }
    expect(await countedMinutes(subject)).toBe(issued);
    expect((await stored(town, FEEDBACKS, subject.feedbackId)).minutes).toBe(issued);
  }
  // one record that surely waits, with a claim whose hours were handed in: it ends with them
  const [subject] = subjects;
  const claimId = subject.claims[1].id;
  await put('hxClaims', claimId, { state: 'finished' });
  const [registration] = await list(town.administrator, 'hxMemberRegistrations', {
    filter: { personId: subject.personId },
  });
  const id = await record(registration, { state: 'pending', claimId, postId: subject.claims[1].postId });
  const verified = await verify(town.community, id);
  expect([verified.status, codes(verified)]).toEqual([400, ['YEAR_CLOSED']]);
  const answer = await tryStep(town.community, RECORDS, id, 'refuse', { opinion: '年度反馈已出具' });
  expect([answer.status, answer.body.data.state]).toEqual([200, 'refused']);
  expect(await stored(town, 'hxClaims', claimId)).toMatchObject({ state: 'cancelled' });
});
