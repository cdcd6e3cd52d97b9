/** What was commented is what is signed, what was signed is what is issued; and bulk steps take what is due. */
import { app, cityClock, reset } from '@test/server/harness';
import { enterHours, claimOfPost, step, stored, tryStep } from '@test/server/registration/claims-of-year';
import { served } from '@test/server/registration/service-tables';
import { buildTown, codes, list, move, type Row, type Town } from '@test/server/registration/town';
import {
  comment,
  feedbackOf,
  FEEDBACKS,
  figure,
  go,
  gone,
  make,
  must,
  onRoll,
  turnTo,
  YEAR,
  type OnRoll,
} from '@test/server/registration/year';

interface Bulk {
  performed: number;
  left?: { count: number; reasons: { code: string; message: string; records?: string[] }[] };
}

const RECORDS = 'hxServiceRecords';
const NEXT = YEAR + 1;
let town: Town;
let people: OnRoll[];
const all = (body: Record<string, unknown>) =>
  town.community.post<Bulk>(`${FEEDBACKS}:performAll`, { year: YEAR, ...body });
const ofPerson = (index: number): Promise<Row> => feedbackOf(town, people[index].personId);
const sign = async (index: number): Promise<void> => {
  await gone(town.liaison, (await ofPerson(index)).id, 'sign', { values: { unitOpinion: '情况属实' } });
};

beforeAll(async () => {
  await reset();
  town = await buildTown();
  people = [];
  for (let each = 0; each < 6; each += 1) people.push(await onRoll(town));
});
afterAll(() => cityClock().right());

describe('a claim', () => {
  it('counts in the year of its post, like its hours', async () => {
    turnTo(`${YEAR}-12-30`);
    const { claim, postId } = await claimOfPost(town, people[0], `${NEXT}-01-03`);
    expect(claim.year).toBe(NEXT);
    turnTo(`${NEXT}-01-03`, '12:30');
    const record = await enterHours(people[0].member, claim.id, `${NEXT}-01-03`);
    await step(town.community, RECORDS, record.id, 'verify');
    expect(await stored(town, 'hxClaims', claim.id)).toMatchObject({ state: 'served', year: NEXT, postId });
  });
});

describe('a correction', () => {
  it('keeps what those served said, also where it is made step by step', async () => {
    turnTo(`${YEAR}-12-28`);
    const { claim } = await claimOfPost(town, people[1], `${YEAR}-12-29`);
    turnTo(`${YEAR}-12-29`, '12:30');
    const wrong = await enterHours(people[1].member, claim.id, `${YEAR}-12-29`);
    await step(town.community, RECORDS, wrong.id, 'verify', { values: { rating: '5', ratingComment: '细心' } });
    const times = { startsAt: `${YEAR}-12-29T09:05:00+08:00`, endsAt: `${YEAR}-12-29T11:00:00+08:00` };
    const corrected = await must(
      town.community.post<{ recordId: string }>(`${RECORDS}:correct/${wrong.id}`, { reason: '晚到五分钟', ...times }),
    );
    const said = { state: 'verified', rating: '5', ratingComment: '细心' };
    expect(await stored(town, RECORDS, corrected.recordId)).toMatchObject({ ...said, minutes: 115 });
    // taken back and entered anew by itself
    const back = await must(
      town.community.post<Row>(`${RECORDS}:create`, { reversesId: corrected.recordId, content: '再核对' }),
    );
    await step(town.community, RECORDS, back.id, 'verify');
    const again = await enterHours(town.community, claim.id, `${YEAR}-12-29`);
    expect(await step(town.community, RECORDS, again.id, 'verify')).toMatchObject(said);
  });
});

describe('a feedback', () => {
  beforeAll(async () => {
    turnTo(`${NEXT}-01-10`, '03:03');
    await served(people[2].personId, YEAR, { minutes: 60, rating: '5' });
    await served(people[4].personId, YEAR, { minutes: 90, state: 'pending' });
    await make(town.community);
  });

  it('is not signed with a rating, or a falsification, that has changed since its comment', async () => {
    const { id } = await ofPerson(2);
    await gone(town.community, id, 'comment', comment({ bonusPoints: 10 }));
    await app().db.sequelize.query(`UPDATE "hxServiceRecords" SET rating = NULL WHERE "personId" = :personId`, {
      replacements: { personId: people[2].personId },
    });
    const answer = await go(town.liaison, id, 'sign');
    expect([answer.status, codes(answer)]).toEqual([400, ['FEEDBACK_FIGURES_CHANGED']]);
    expect(answer.body.errors?.[0].message).toContain('ratings 1 then, 0 now');
    const many = await town.liaison.post(`${FEEDBACKS}:performAll`, { year: YEAR, transition: 'sign' });
    expect(codes(many)).toEqual(['FEEDBACK_FIGURES_CHANGED']);
  });

  it('forgets all that a comment and a signature brought when it is computed anew', async () => {
    const { id } = await ofPerson(2);
    await gone(town.community, id, 'recompute', { opinion: '评价撤销' });
    await gone(
      town.community,
      id,
      'comment',
      comment({ bonusPoints: 10, isFalsified: true, communityComment: '造假' }),
    );
    expect(figure(await ofPerson(2), 'falsified')).toMatchObject({ points: 0 });
    const [own] = await list(people[2].member, FEEDBACKS);
    expect(figure(own, 'falsified')).toBeDefined();
    await gone(town.liaison, id, 'sign', { values: { unitOpinion: '情况属实' } });
    const anew = await gone(town.community, id, 'recompute', { opinion: '查证后撤销' });
    expect(anew).toMatchObject({
      ...{ bonusPoints: 0, isFalsified: false, isOnLeave: false, communityPoints: null, communityComment: null },
      ...{ unitOpinion: null, signature: null, signedAt: null, isSignedFor: false, total: null },
    });
    const row = await gone(town.community, id, 'comment', comment());
    expect(row).toMatchObject({ bonusPoints: 0, isFalsified: false });
    expect(row.total).toBeGreaterThan(0);
  });

  it('forgets them when an objection is answered', async () => {
    const { id } = await ofPerson(2);
    await gone(town.liaison, id, 'sign', { values: { unitOpinion: '情况属实' } });
    await gone(people[2].member, id, 'object', { opinion: '少算一次' });
    expect(await gone(town.community, id, 'comment', comment())).toMatchObject({
      ...{ state: 'commented', unitOpinion: null, signature: null, signedAt: null },
    });
  });

  it('may be issued from the start of the day it is told', async () => {
    await all({ transition: 'comment', ...comment() });
    await sign(0);
    const { id } = await ofPerson(0);
    turnTo(`${NEXT}-01-14`, '23:59');
    const early = await go(town.community, id, 'issue');
    expect(codes(early)).toEqual(['FEEDBACK_OBJECTION_OPEN']);
    expect(early.body.errors?.[0].message).toContain(`${NEXT}-01-15`);
    turnTo(`${NEXT}-01-15`, '00:30');
    expect((await gone(town.community, id, 'issue')).state).toBe('issued');
  });

  it('is issued with all that are due; the rest is named once per reason', async () => {
    turnTo(`${NEXT}-01-16`);
    for (const index of [1, 4]) await sign(index);
    turnTo(`${NEXT}-01-19`);
    for (const index of [2, 3, 5]) await sign(index);
    turnTo(`${NEXT}-01-21`, '00:05');
    const summary = await must(
      town.community.get<{ may: { steps: Record<string, unknown>[] } }>(`${FEEDBACKS}:summary`, { year: YEAR }),
    );
    expect(summary.may.steps.find(({ name }) => name === 'issue')).toEqual({
      name: 'issue',
      count: 2,
      notYet: { count: 3, from: `${NEXT}-01-24` },
      pending: { count: 1, names: [{ name: people[4].name, minutes: 90 }] },
    });
    const answer = await must(all({ transition: 'issue' }));
    expect(answer).toMatchObject({ performed: 1, left: { count: 4 } });
    expect(
      Object.fromEntries((answer.left?.reasons ?? []).map(({ code, records }) => [code, records?.length])),
    ).toEqual({
      FEEDBACK_OBJECTION_OPEN: 3,
      FEEDBACK_HOURS_PENDING: 1,
    });
    expect(answer.left?.reasons.find(({ code }) => code === 'FEEDBACK_HOURS_PENDING')?.message).toMatch(/1 h 30 min/);
  });

  it('is not issued over hours that wait unless who issues says that they know', async () => {
    const { id } = await ofPerson(4);
    expect(codes(await go(town.community, id, 'issue'))).toEqual(['FEEDBACK_HOURS_PENDING']);
    expect(codes(await go(town.community, id, 'issue', { values: { confirmPending: false } }))).toEqual([
      'FEEDBACK_HOURS_PENDING',
    ]);
    const answer = await must(all({ transition: 'issue', confirmPending: true }));
    expect(answer).toMatchObject({ performed: 1, left: { count: 3 } });
    expect(await ofPerson(4)).toMatchObject({ state: 'issued', confirmPending: true });
    expect(await ofPerson(0)).toMatchObject({ confirmPending: false });
  });
});

it('tells many records that cannot be verified in one sentence', async () => {
  const ids: number[] = [];
  for (let each = 0; each < 5; each += 1) {
    const id = 7_000_000 + each;
    ids.push(id);
    await served(people[4].personId, YEAR, {
      ...{ id, minutes: 30, state: 'pending', memberName: `${people[4].name}-${each}` },
      ...{ areaId: town.east.id, areaCode: town.east.code },
    });
  }
  const answer = await town.community.post(`${RECORDS}:verifyMany`, { ids });
  expect([answer.status, codes(answer)]).toEqual([400, ['YEAR_CLOSED']]);
  expect(answer.body.errors?.[0]).toMatchObject({ params: { count: 5 }, records: expect.any(Array) as unknown });
  expect((await tryStep(town.community, RECORDS, ids[0], 'verify')).status).toBe(400);
  expect((await move(town.community, people[5].id, 'enroll')).status).toBe(200);
});
