import { app, reset, type Client } from '@test/server/harness';
import {
  buildTown,
  codes,
  create,
  draft,
  list,
  moved,
  newMember,
  remove,
  type Row,
  type Town,
} from '@test/server/registration/town';
import { claimed, insert, served } from '@test/server/registration/service-tables';

const FEEDBACKS = 'hxYearFeedbacks';
const YEAR = 2025;
let town: Town;

async function setting(key: string, value: unknown): Promise<void> {
  await app()
    .db.getRepository('hxSettings')
    .updateOrCreate({ filterKeys: ['key'], values: { key, value } });
}

beforeAll(async () => {
  await reset();
  town = await buildTown();
});
afterAll(() =>
  app()
    .db.getRepository('hxSettings')
    .destroy({ filter: { key: 'yearFeedback' } }),
);

/** A member who was on the roll of the eastern community before the year ended. */
async function onRoll(change: Record<string, unknown> = {}): Promise<{ member: Client; registration: Row }> {
  const member = await newMember();
  const { id } = await draft(town, member, change);
  await moved(member, id, 'submit');
  await moved(town.community, id, 'accept');
  const registration = await moved(town.community, id, 'enroll');
  await backdate('hxMemberRegistrations', id);
  return { member, registration };
}
const backdate = (collection: string, id: unknown) =>
  app().db.sequelize.query(
    `UPDATE ${app().db.getCollection(collection).quotedTableName()} SET "receiptAt" = '2025-03-01' WHERE id = ${String(id)}`,
  );
const make = (client: Client, year: number) => client.post<{ made: number }>(`${FEEDBACKS}:make`, { year });
const all = (client: Client, body: Record<string, unknown>) =>
  client.post<{ performed: number }>(`${FEEDBACKS}:performAll`, { year: YEAR, ...body });
const go = (client: Client, id: unknown, transition: string, more: Record<string, unknown> = {}) =>
  client.post<Row>(`${FEEDBACKS}:transition/${String(id)}`, { transition, ...more });
async function gone(client: Client, id: unknown, transition: string, more: Record<string, unknown> = {}): Promise<Row> {
  const answer = await go(client, id, transition, more);
  if (answer.status !== 200) throw new Error(`${transition}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}
const comment = { values: { communityPoints: 18, bonusPoints: 2, communityComment: '热心公益' } };
const feedbackOf = async ({ registration }: { registration: Row }): Promise<Row> =>
  (await list(town.administrator, FEEDBACKS, { filter: { registrationId: registration.id } }))[0];

describe('a year', () => {
  let first: Awaited<ReturnType<typeof onRoll>>;
  let second: Awaited<ReturnType<typeof onRoll>>;

  beforeAll(async () => {
    [first, second] = [await onRoll(), await onRoll({ phone: '13812340000' })];
    const { personId } = first.registration;
    await served(personId, YEAR, { minutes: 480, rating: '5' });
    await served(personId, YEAR, { minutes: 180, origin: 'supplement', rating: '4' });
    await served(personId, YEAR, { minutes: 600, state: 'pending' });
    await served(personId, YEAR - 1, { minutes: 600 });
    await claimed(personId, YEAR);
    await claimed(personId, YEAR, { state: 'withdrawn' });
    const unit = await create(town.liaison, 'hxUnitRegistrations', {
      unitId: town.work.id,
      targetAreaId: town.east.id,
      contactName: '刘海燕',
      contactPhone: '13800001234',
    });
    const path = `hxUnitRegistrations:transition/${unit.id}`;
    expect((await town.liaison.post(path, { transition: 'submit' })).status).toBe(200);
    expect((await town.community.post(path, { transition: 'accept' })).status).toBe(200);
    await backdate('hxUnitRegistrations', unit.id);
  });

  it('gets no feedback before its end, and none from those who are not in charge', async () => {
    const early = await make(town.community, new Date().getFullYear());
    expect([early.status, codes(early)]).toEqual([400, ['FEEDBACK_YEAR_NOT_ENDED']]);
    expect(codes(await make(town.community, 1))).toEqual(['FEEDBACK_YEAR_INVALID']);
    for (const client of [town.liaison, first.member]) expect((await make(client, YEAR)).status).toBe(403);
    expect(await list(town.administrator, FEEDBACKS)).toEqual([]);
  });

  it('is computed once for every member and unit on the roll, in one’s own area, also by two at once', async () => {
    expect((await make(town.westCommunity, YEAR)).body.data).toEqual({ made: 0 });
    const answers = await Promise.all([make(town.community, YEAR), make(town.street_, YEAR)]);
    expect(answers.map(({ body }) => body.data.made).sort()).toEqual([0, 3]);
    expect((await make(town.community, YEAR)).body.data).toEqual({ made: 0 });
    const rows = await list(town.community, FEEDBACKS, { filter: { year: YEAR } });
    expect(rows.map(({ subject }) => subject).sort()).toEqual(['member', 'member', 'unit']);
    expect(await feedbackOf(first)).toMatchObject({
      state: 'computed',
      minutes: 660,
      hours: 11,
      times: 2,
      claimsServed: 1,
      total: null,
      unitLiaisonId: town.liaison.userId,
      ownerId: first.member.userId,
    });
    // a unit is told the mean of its members
    expect(rows.find(({ subject }) => subject === 'unit')).toMatchObject({ minutes: 330, times: 1, claimsServed: 0 });
    const { id } = await feedbackOf(first);
    const [event] = await list(town.administrator, 'hxEvents', {
      filter: { collectionName: FEEDBACKS, recordId: String(id) },
    });
    expect(event.transition).toBe('make');
    const zh = { headers: { 'x-locale': 'zh-CN' } };
    const history = await town.community.call<{ label: string }[]>('GET', `${FEEDBACKS}:history/${String(id)}`, zh);
    expect(history.body.data[0].label).toBe('生成年度反馈');
  });

  it('takes a step of all with an opinion and values of the right shape only', async () => {
    for (const [more, field] of [
      [{ opinion: 5 }, 'opinion'],
      [{ opinion: {} }, 'opinion'],
      [{ values: 'x' }, 'values'],
      [{ values: [1] }, 'values'],
      [{ transition: 5 }, 'transition'],
    ] as const) {
      const answer = await town.community.post(`${FEEDBACKS}:performAll`, {
        year: YEAR,
        transition: 'signFor',
        ...more,
      });
      const [error] = answer.body.errors ?? [];
      expect([answer.status, error?.code, error?.field]).toEqual([400, 'BODY_FIELD_INVALID', field]);
    }
    const odd = await town.community.post(`${FEEDBACKS}:performAll`, { year: YEAR, transition: 'constructor' });
    expect([odd.status, codes(odd)]).toEqual([400, ['PARAMETER_INVALID']]);
    for (const year of ['2025abc', '1e3', 'x', ''])
      expect(codes(await town.community.get(`${FEEDBACKS}:summary`, { year }))).toEqual(['FEEDBACK_YEAR_INVALID']);
  });

  it('explains every figure', async () => {
    const { figures } = await feedbackOf(first);
    expect(figures).toHaveLength(6);
    expect((figures as { item: string; points: number }[]).map(({ item, points }) => [item, points])).toEqual([
      ['attendance', 7.5],
      ['hours', 16.5],
      ['claims', 6.2],
      ['satisfaction', 13.5],
      ['community', null],
      ['bonus', 0],
    ]);
  });

  it('is commented by its community within the rubric', async () => {
    const { id } = await feedbackOf(first);
    const wrong = await go(town.community, id, 'comment', {
      values: { communityPoints: 21, bonusPoints: 11, communityComment: '好' },
    });
    expect([wrong.status, codes(wrong)]).toEqual([400, ['FEEDBACK_POINTS_RANGE', 'FEEDBACK_POINTS_RANGE']]);
    expect(codes(await go(town.community, id, 'comment'))).toEqual(['FIELD_REQUIRED', 'FIELD_REQUIRED']);
    expect((await go(town.westCommunity, id, 'comment', comment)).status).toBe(404);
    expect((await go(town.liaison, id, 'comment', comment)).status).toBe(403);
    const row = await gone(town.community, id, 'comment', comment);
    expect(row).toMatchObject({ state: 'commented', total: 63.7, grade: 'qualified', communityComment: '热心公益' });
  });

  it('waits for a fresh comment when hours have changed since', async () => {
    const { id } = await feedbackOf(first);
    await served(first.registration.personId, YEAR, { minutes: 60 });
    const answer = await go(town.liaison, id, 'sign');
    expect([answer.status, codes(answer)]).toEqual([400, ['FEEDBACK_FIGURES_CHANGED']]);
    expect(answer.body.errors?.[0].message).toContain('11 h then, 12 h now');
    expect(await gone(town.community, id, 'recompute', { opinion: '补认定一次' })).toMatchObject({
      state: 'computed',
      hours: 12,
      total: null,
    });
    await gone(town.community, id, 'comment', comment);
  });

  it('is signed by the unit alone, all at once', async () => {
    await all(town.community, { transition: 'comment', values: comment.values });
    expect((await all(town.otherLiaison, { transition: 'sign' })).status).toBe(400);
    expect((await all(first.member, { transition: 'sign' })).status).toBeGreaterThanOrEqual(400);
    const answer = await all(town.liaison, { transition: 'sign', values: { unitOpinion: '情况属实' } });
    expect(answer.body.data).toEqual({ performed: 3 });
    expect(await feedbackOf(second)).toMatchObject({ state: 'signed', signature: 'liaison', unitOpinion: '情况属实' });
  });

  it('may be objected to by the member before it is issued, and is then commented anew', async () => {
    const { id } = await feedbackOf(second);
    const early = await go(town.community, id, 'issue');
    expect([early.status, codes(early)]).toEqual([400, ['FEEDBACK_OBJECTION_OPEN']]);
    expect((await go(first.member, id, 'object', { opinion: '不是我的' })).status).toBe(404);
    expect(await gone(second.member, id, 'object', { opinion: '少算一次' })).toMatchObject({
      state: 'objected',
      objection: '少算一次',
    });
    await gone(town.community, id, 'comment', comment);
    await gone(town.liaison, id, 'sign');
  });

  it('says of a year that is none, and of a step that no button takes of all, what is wrong', async () => {
    for (const year of [undefined, null, 'x', '2025x', 'NaN', [], {}, 1e9, 2025.5])
      for (const action of ['make', 'performAll']) {
        const body = { year, transition: 'issue' };
        const { status, body: answer } = await town.community.post(`${FEEDBACKS}:${action}`, body);
        expect([action, year, status, answer.errors?.[0]?.code]).toEqual([action, year, 400, 'FEEDBACK_YEAR_INVALID']);
        if (typeof year !== 'string') expect(answer.errors?.[0]?.message).not.toContain('NaN');
      }
    for (const transition of ['recompute', 'object'])
      expect([transition, codes(await all(town.community, { transition, opinion: '重新计算' }))]).toEqual([
        transition,
        ['FEEDBACK_STEP_ONE_BY_ONE'],
      ]);
  });

  it('tells of points outside both bounds once', async () => {
    const { id } = await feedbackOf(second);
    await gone(town.community, id, 'recompute', { opinion: '更正评议' });
    for (const communityPoints of [120, -1, 14.5, '1e1']) {
      const answer = await go(town.community, id, 'comment', { values: { ...comment.values, communityPoints } });
      expect([communityPoints, answer.status, answer.body.errors?.map(({ field }) => field)]).toEqual([
        communityPoints,
        400,
        ['communityPoints'],
      ]);
    }
    const unseen = { values: { ...comment.values, communityComment: '\u200b' } };
    expect((await go(town.community, id, 'comment', unseen)).status).toBe(400);
    await gone(town.community, id, 'comment', comment);
  });

  it('is signed by the community for a unit without liaison, with a word on how the unit was heard', async () => {
    const { id } = await feedbackOf(second);
    const sign = (client: Client, more = {}) => go(client, id, 'signFor', { opinion: '单位党组织书面确认', ...more });
    await gone(town.community, id, 'recompute', { opinion: '单位更换联络员' });
    await gone(town.community, id, 'comment', comment);
    // the unit has a liaison, whose word it is
    expect((await sign(town.community)).status).toBe(403);
    expect(codes(await all(town.community, { transition: 'signFor', opinion: '书面确认' }))).toEqual([
      'FEEDBACK_NOTHING_OPEN',
    ]);
    const liaison = (liaisonId: number | null) =>
      town.administrator.post(`hxUnits:update/${town.work.id}`, { liaisonId });
    await liaison(null);
    try {
      expect((await sign(town.westCommunity)).status).toBe(404);
      expect(codes(await sign(town.community, { opinion: '' }))).toEqual(['OPINION_REQUIRED']);
      const open = await town.community.get<{ may: { steps: { name: string; count: number }[] } }>(
        `${FEEDBACKS}:summary`,
        { year: YEAR },
      );
      expect(open.body.data.may.steps).toContainEqual({ name: 'signFor', count: 1 });
      const answer = await all(town.community, { transition: 'signFor', opinion: '单位党组织书面确认' });
      expect(answer.body.data).toEqual({ performed: 1 });
      expect(await feedbackOf(second)).toMatchObject({
        state: 'signed',
        signature: 'east-official',
        unitOpinion: '单位党组织书面确认',
      });
    } finally {
      await liaison(town.liaison.userId);
    }
  });

  it('is issued once the days to object are over, and the rest is named', async () => {
    expect(codes(await all(town.community, { transition: 'issue' }))).toContain('FEEDBACK_OBJECTION_OPEN');
    expect((await feedbackOf(first)).state).toBe('signed');
    await setting('yearFeedback', { objectionDays: 0 });
    // hours of a member wait: theirs and the unit's feedback stay until who issues says that they know
    const answer = await all(town.community, { transition: 'issue' });
    expect(answer.body.data).toMatchObject({
      performed: 1,
      left: { count: 2, reasons: [{ code: 'FEEDBACK_HOURS_PENDING', params: { count: 2 } }] },
    });
    expect((await all(town.community, { transition: 'issue', confirmPending: true })).body.data).toEqual({
      performed: 2,
    });
    const row = await feedbackOf(first);
    expect(row).toMatchObject({ state: 'issued' });
    expect(row.issuedAt).toBeTruthy();
    expect(row.issuedTo).toBe('市档案馆');
    expect(codes(await all(town.community, { transition: 'issue' }))).toEqual(['FEEDBACK_NOTHING_OPEN']);
    const summary = await town.community.get<{ counts: Record<string, number> }>(`${FEEDBACKS}:summary`, {
      year: YEAR,
    });
    expect(summary.body.data.counts).toMatchObject({ computed: 0, issued: 3 });
  });

  it('passes to the unit’s new liaison with everything of the unit, and leaves the one before', async () => {
    const hand = (liaisonId: number | null) =>
      town.administrator.post(`hxUnits:update/${town.work.id}`, { liaisonId, liaison: liaisonId });
    await insert('hxCoProjects', { unitId: town.work.id, ownerId: town.liaison.userId, title: '交接', year: YEAR });
    const memberClaims = await list(first.member, 'hxClaims');
    expect((await hand(town.otherLiaison.userId)).status).toBe(200);
    try {
      expect(await list(town.liaison, FEEDBACKS)).toEqual([]);
      expect(await list(town.otherLiaison, FEEDBACKS)).toHaveLength(3);
      const titles = async (client: typeof town.liaison) =>
        (await list(client, 'hxCoProjects')).map(({ title }) => title);
      expect(await titles(town.liaison)).not.toContain('交接');
      expect(await titles(town.otherLiaison)).toContain('交接');
      expect(await list(first.member, 'hxClaims')).toEqual(memberClaims);
      expect((await list(first.member, FEEDBACKS)).map(({ ownerId }) => ownerId)).toEqual([first.member.userId]);
    } finally {
      await hand(town.liaison.userId);
    }
  });

  it('is seen by those it concerns, and is nobody’s to make up or delete', async () => {
    expect((await list(first.member, FEEDBACKS)).map(({ ownerId }) => ownerId)).toEqual([first.member.userId]);
    expect(await list(town.liaison, FEEDBACKS)).toHaveLength(3);
    expect(await list(town.otherLiaison, FEEDBACKS)).toEqual([]);
    expect(await list(town.westCommunity, FEEDBACKS)).toEqual([]);
    const { id } = await feedbackOf(first);
    expect((await town.administrator.post(`${FEEDBACKS}:create`, { year: YEAR, subjectName: '王' })).status).toBe(403);
    expect((await remove(town.administrator, FEEDBACKS, id)).status).toBe(403);
  });
});

it('counts by the rubric an administrator sets, and refuses one that does not add up', async () => {
  const broken = await town.administrator.post('hxSettings:create', {
    key: 'yearFeedbackRubric',
    value: { points: { attendance: 1 } },
  });
  expect([broken.status, codes(broken)]).toEqual([400, ['FEEDBACK_RUBRIC_INVALID']]);
});

describe('targets', () => {
  const TARGETS = 'hxYearTargets';
  const asked = (areaId: number, hours: number, year = YEAR) => ({
    year,
    subject: 'member',
    areaId,
    hours,
    times: 2,
    claims: 1,
  });

  afterAll(() =>
    app()
      .db.getRepository(TARGETS)
      .destroy({ filter: { id: { $ne: null } } }),
  );

  it('are set by the city alone, once for an area, a year and a subject, and leave a trace', async () => {
    const { id } = await create(town.city_, TARGETS, asked(town.street.id, 10));
    const again = await town.city_.post(`${TARGETS}:create`, asked(town.street.id, 20));
    expect([again.status, codes(again)]).toEqual([400, ['TARGETS_EXIST']]);
    for (const client of [town.community, town.liaison])
      expect((await client.post(`${TARGETS}:create`, asked(town.east.id, 0))).status).toBe(403);
    expect((await town.community.post(`${TARGETS}:update/${id}`, { hours: 0 })).status).toBe(403);
    expect(await list(town.liaison, TARGETS)).toHaveLength(1);
    const events = await list(town.administrator, 'hxEvents', {
      filter: { collectionName: TARGETS, recordId: String(id) },
    });
    expect(events.length).toBeGreaterThan(0);
  });

  it('hold below the area that set them, the nearest first, for feedbacks and for what a member reads', async () => {
    await create(town.city_, TARGETS, asked(town.east.id, 5));
    await create(town.city_, TARGETS, asked(town.east.id, 7, new Date().getFullYear()));
    const third = await onRoll({ phone: '13812340001' });
    await served(third.registration.personId, YEAR, { minutes: 300 });
    await make(town.community, YEAR);
    const { figures } = await feedbackOf(third);
    const hours = (figures as { item: string; points: number; counted: Record<string, number> }[]).find(
      ({ item }) => item === 'hours',
    );
    expect([hours?.points, hours?.counted.targetMinutes]).toEqual([30, 300]);
    const mine = await third.member.get<{ target: object }>('hxService:myHours');
    expect(mine.body.data.target).toEqual({ minutes: 420, times: 2, claims: 1 });
  });
});
