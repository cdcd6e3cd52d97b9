/** When a claim is served, by which hours, and that nobody serves at two places at once. */
import { app, reset, type Client } from '@test/server/harness';
import ClaimsOfFinishedProjects from '../../migrations/20261129201500-claims-of-finished-projects';
import {
  claim,
  claimed,
  hours,
  memberOnRoll,
  openPost,
  passTime,
  step,
  stored,
  tryStep,
} from '@test/server/registration/service';
import { buildTown, codes, create, list, type Row, type Town } from '@test/server/registration/town';

let town: Town;

beforeAll(async () => {
  await reset();
  town = await buildTown();
});

const recordsOf = (claimId: unknown): Promise<Row[]> =>
  list(town.administrator, 'hxServiceRecords', { filter: { claimId } });
const messages = (answer: { body: { errors?: { message: string }[] } }): string =>
  (answer.body.errors ?? []).map(({ message }) => message).join(' ');
const inDays = (days: number): string => hours(days * 24).slice(0, 10);
const at = (days: number, clock: string): string => `${inDays(days)}T${clock}:00+08:00`;

/** A project in progress, three days old. */
async function project(): Promise<Row> {
  const row = await create(town.liaison, 'hxCoProjects', {
    title: '护学岗共建',
    areaId: town.east.id,
    startsOn: inDays(-3),
    personInCharge: '刘海燕',
    measures: '上学放学各一小时',
    deadline: inDays(30),
    headCount: 5,
  });
  await step(town.liaison, 'hxCoProjects', row.id, 'claim');
  return step(town.community, 'hxCoProjects', row.id, 'start');
}

const serve = (client: Client, claimId: unknown, days: number, from: string, to: string) =>
  client.post<Row>('hxServiceRecords:create', {
    claimId,
    startsAt: at(days, from),
    endsAt: at(days, to),
    content: '护学',
  });

describe('at one time (claims-same-time.json)', () => {
  const same = { startsAt: hours(240), endsAt: hours(242) };

  it('one post is claimed, also when two are claimed at the same moment; the other one is named', async () => {
    const member = await memberOnRoll(town);
    const [first, second] = [
      await openPost(town, { ...same, title: '清扫一号楼' }),
      await openPost(town, { ...same, title: '清扫二号楼' }),
    ];
    const answers = await Promise.all([first, second].map(({ id }) => claim(member, { postId: id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const refused = answers.findIndex(({ status }) => status === 400);
    expect(codes(answers[refused])).toEqual(['CLAIM_OVERLAPS']);
    expect(messages(answers[refused])).toContain(refused === 0 ? '清扫二号楼' : '清扫一号楼');
    const taken = await stored(town, 'hxServicePosts', [first, second][refused].id);
    expect(taken.claimedCount).toBe(0);
  });

  it('neither a post that overlaps in part is claimed; one that begins when the other ends is', async () => {
    const member = await memberOnRoll(town);
    await claimed(member, { postId: (await openPost(town, same)).id });
    const part = await openPost(town, { startsAt: hours(241), endsAt: hours(243) });
    expect(codes(await claim(member, { postId: part.id }))).toEqual(['CLAIM_OVERLAPS']);
    const after = await openPost(town, { startsAt: same.endsAt, endsAt: hours(243) });
    await claimed(member, { postId: after.id });
    await claimed(await memberOnRoll(town), { postId: part.id });
  });

  it('one is checked in at one post, and hours of a check-in under way are not entered elsewhere', async () => {
    const member = await memberOnRoll(town);
    const [first, second] = [await openPost(town, { title: '值守东门' }), await openPost(town)];
    const claims = [await claimed(member, { postId: first.id }), await claimed(member, { postId: second.id })];
    const { id } = await project();
    const inProject = await claimed(member, { projectId: id });
    for (const post of [first, second]) await passTime(post.id, hours(-2), hours(1));
    await step(member, 'hxClaims', claims[0].id, 'checkIn');
    const elsewhere = await tryStep(member, 'hxClaims', claims[1].id, 'checkIn');
    expect([elsewhere.status, codes(elsewhere)]).toEqual([400, ['CHECKED_IN_ELSEWHERE']]);
    expect(messages(elsewhere)).toContain('值守东门');

    await app().db.sequelize.query('UPDATE "hxClaims" SET "checkedInAt" = :at WHERE id = :id', {
      replacements: { at: hours(-1.5), id: claims[0].id },
    });
    const values = { claimId: inProject.id, startsAt: hours(-1), endsAt: hours(-0.5), content: '护学' };
    const meanwhile = await member.post('hxServiceRecords:create', values);
    expect([meanwhile.status, codes(meanwhile)]).toEqual([400, ['SERVICE_WHILE_CHECKED_IN']]);

    await step(member, 'hxClaims', claims[0].id, 'checkOut', { values: { serviceContent: '值守' } });
    expect(await recordsOf(claims[0].id)).toMatchObject([{ minutes: 90 }]);
    const twice = await member.post('hxServiceRecords:create', values);
    expect([twice.status, codes(twice)]).toEqual([400, ['RECORD_OVERLAPS']]);
    expect(messages(twice)).toContain('值守东门');
    await step(member, 'hxClaims', claims[1].id, 'checkIn');
    await step(member, 'hxClaims', claims[1].id, 'checkOut', { values: { serviceContent: '值守' } });
  });
});

describe('a claim is served', () => {
  it('by hours that were verified, not by a button', async () => {
    const member = await memberOnRoll(town);
    const post = await openPost(town);
    const row = await claimed(member, { postId: post.id });
    const early = await tryStep(town.community, 'hxClaims', row.id, 'serve');
    expect([early.status, codes(early)]).toEqual([400, ['CLAIM_WITHOUT_HOURS']]);
    await passTime(post.id, hours(-5), hours(-3));
    expect(codes(await tryStep(town.community, 'hxClaims', row.id, 'serve'))).toEqual(['CLAIM_WITHOUT_HOURS']);
    await step(member, 'hxClaims', row.id, 'supplement', {
      values: { serviceStartsAt: hours(-4), serviceEndsAt: hours(-3), serviceContent: '清扫' },
    });
    expect(codes(await tryStep(town.community, 'hxClaims', row.id, 'serve'))).toEqual(['CLAIM_WITHOUT_HOURS']);
    const [record] = await recordsOf(row.id);
    await step(town.community, 'hxServiceRecords', record.id, 'verify');
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'served' });
  });

  it('of a unit, when the activity is over', async () => {
    const post = await openPost(town, { title: '联合巡逻' });
    const row = await claimed(town.liaison, { postId: post.id, places: 2 });
    const early = await tryStep(town.community, 'hxClaims', row.id, 'serve');
    expect([early.status, codes(early)]).toEqual([400, ['CLAIM_ACTIVITY_NOT_OVER']]);
    expect(messages(early)).toContain('联合巡逻');
    await passTime(post.id, hours(-5), hours(-3));
    await step(town.community, 'hxClaims', row.id, 'serve');
  });

  it('not by a presence of no minutes, which is refused and put right', async () => {
    const member = await memberOnRoll(town);
    const post = await openPost(town);
    const row = await claimed(member, { postId: post.id });
    await passTime(post.id, hours(0.4), hours(2));
    await step(member, 'hxClaims', row.id, 'checkIn');
    await step(member, 'hxClaims', row.id, 'checkOut', { values: { serviceContent: '到过' } });
    const [record] = await recordsOf(row.id);
    expect(record).toMatchObject({ minutes: 0 });
    const answer = await tryStep(town.community, 'hxServiceRecords', record.id, 'verify');
    expect([answer.status, codes(answer)]).toEqual([400, ['RECORD_WITHOUT_TIME']]);
    await step(town.community, 'hxServiceRecords', record.id, 'refuse', { opinion: '活动未开始' });
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'claimed' });
  });
});

describe('hours of a project', () => {
  it('that are verified after it was finished finish their claim, and those refused end it', async () => {
    const [hard, idle] = [await memberOnRoll(town), await memberOnRoll(town)];
    const { id } = await project();
    const claims = [await claimed(hard, { projectId: id }), await claimed(idle, { projectId: id })];
    await serve(hard, claims[0].id, -1, '09:00', '17:00');
    await serve(idle, claims[1].id, -1, '09:00', '10:00');
    await step(town.liaison, 'hxCoProjects', id, 'finish', { values: { effect: '完成' } });
    expect(await stored(town, 'hxClaims', claims[0].id)).toMatchObject({ state: 'finished' });
    const [[served], [refused]] = [await recordsOf(claims[0].id), await recordsOf(claims[1].id)];
    await step(town.community, 'hxServiceRecords', served.id, 'verify');
    await step(town.community, 'hxServiceRecords', refused.id, 'refuse', { opinion: '未到场' });
    expect(await stored(town, 'hxClaims', claims[0].id)).toMatchObject({ state: 'served' });
    expect(await stored(town, 'hxClaims', claims[1].id)).toMatchObject({ state: 'cancelled' });
  });

  it('settle the claims that an earlier version left open for good', async () => {
    const [hard, idle] = [await memberOnRoll(town), await memberOnRoll(town)];
    const { id } = await project();
    const claims = [await claimed(hard, { projectId: id }), await claimed(idle, { projectId: id })];
    const { body } = await serve(hard, claims[0].id, -1, '09:00', '10:00');
    await step(town.community, 'hxServiceRecords', body.data.id, 'verify');
    await app().db.sequelize.query(`UPDATE "hxCoProjects" SET state = 'closed' WHERE id = :id`, {
      replacements: { id },
    });
    const migration = new ClaimsOfFinishedProjects({ app: app(), db: app().db } as never);
    await migration.up();
    await migration.up();
    expect(await stored(town, 'hxClaims', claims[0].id)).toMatchObject({ state: 'served' });
    expect(await stored(town, 'hxClaims', claims[1].id)).toMatchObject({ state: 'cancelled' });
    const events = await list(town.administrator, 'hxEvents', {
      filter: { collectionName: 'hxClaims', recordId: String(claims[0].id), transition: 'serve' },
    });
    expect(events).toHaveLength(1);
  });

  it('are entered while it goes on, not after', async () => {
    const member = await memberOnRoll(town);
    const { id } = await project();
    const row = await claimed(member, { projectId: id });
    await app().db.sequelize.query(`UPDATE "hxCoProjects" SET state = 'closed' WHERE id = :id`, {
      replacements: { id },
    });
    const late = await serve(member, row.id, -1, '09:00', '10:00');
    expect([late.status, codes(late)]).toEqual([400, ['RECORD_PROJECT_OVER']]);
    const byStep = await tryStep(member, 'hxClaims', row.id, 'supplement', {
      values: { serviceStartsAt: at(-1, '09:00'), serviceEndsAt: at(-1, '10:00'), serviceContent: '护学' },
    });
    expect([byStep.status, codes(byStep)]).toEqual([400, ['RECORD_PROJECT_OVER']]);
  });

  it('are a working day at most, and what is refused names the project’s own time', async () => {
    const member = await memberOnRoll(town);
    const { id } = await project();
    const row = await claimed(member, { projectId: id });
    const long = await serve(member, row.id, -1, '08:00', '17:00');
    expect(codes(long)).toEqual(['SERVICE_LONGER_THAN_ACTIVITY']);
    const before = await serve(member, row.id, -9, '08:00', '10:00');
    expect(codes(before)).toContain('SERVICE_OUTSIDE_ACTIVITY');
    expect(messages(before)).toContain(inDays(-3));
    expect(messages(before)).toContain(inDays(31));
  });

  it('of a unit that took part need nobody’s hours', async () => {
    const { id } = await project();
    const row = await claimed(town.liaison, { projectId: id, places: 2 });
    await step(town.liaison, 'hxCoProjects', id, 'finish', { values: { effect: '完成' } });
    expect(await stored(town, 'hxClaims', row.id)).toMatchObject({ state: 'served' });
  });
});

it('late hours are entered by the host with 补录时长, not by who served', async () => {
  const member = await memberOnRoll(town);
  const post = await openPost(town);
  const row = await claimed(member, { postId: post.id });
  await passTime(post.id, hours(-24 * 9), hours(-24 * 9 + 2));
  const values = {
    serviceStartsAt: hours(-24 * 9),
    serviceEndsAt: hours(-24 * 9 + 1),
    serviceContent: '清扫，签到表为证',
  };
  const own = await tryStep(member, 'hxClaims', row.id, 'supplement', { values });
  expect([own.status, codes(own)]).toEqual([400, ['SUPPLEMENT_TOO_LATE']]);
  await step(town.community, 'hxClaims', row.id, 'supplement', { values });
  expect(await recordsOf(row.id)).toMatchObject([{ origin: 'supplement', minutes: 60, state: 'pending' }]);
});

describe('a transition takes the values that a form takes', () => {
  it('within the bounds of the field, all of them named', async () => {
    const { id } = await project();
    const progress = (values: Record<string, unknown>) =>
      tryStep(town.liaison, 'hxCoProjects', id, 'report', { values: { progressNote: '推进中', ...values } });
    expect(codes(await progress({ progress: 120 }))).toEqual(['VALUE_AT_MOST']);
    expect(codes(await progress({ progress: -5 }))).toEqual(['VALUE_AT_LEAST']);
    expect(codes(await progress({ progress: 50.5 }))).toEqual(['VALUE_NOT_INTEGER']);
    expect(codes(await progress({ progress: '' }))).toEqual(['FIELD_REQUIRED']);
    expect(codes(await progress({ progress: 50, progressNote: [] }))).toEqual(['FIELD_REQUIRED']);
    expect(codes(await progress({ progress: 50, progressNote: '\u200b' }))).toEqual(['FIELD_REQUIRED']);
    expect(codes(await progress({ progress: 'x', progressNote: {} })).sort()).toEqual([
      'VALUE_NOT_INTEGER',
      'VALUE_NOT_TEXT',
    ]);
    expect(codes(await progress({ progress: 120, progressNote: '长'.repeat(2001) })).sort()).toEqual([
      'VALUE_AT_MOST',
      'VALUE_TOO_LONG',
    ]);
    await step(town.liaison, 'hxCoProjects', id, 'report', { values: { progress: 60, progressNote: '推进中' } });
  });

  it('of a need, also where an administrator has set the bound', async () => {
    const need = await create(town.community, 'hxNeeds', {
      title: '需要护学',
      description: '上学时段人手不足',
      areaId: town.east.id,
      source: 'resident',
    });
    const values = { serviceClassId: await anyClass(), peopleWanted: -5 };
    const answer = await tryStep(town.community, 'hxNeeds', need.id, 'review', { values });
    expect([answer.status, codes(answer)]).toEqual([400, ['VALUE_AT_LEAST']]);
    const field = app().db.getCollection('hxNeeds').getField('peopleWanted');
    const before = field.options.validation as { type: string; rules: { name: string; args?: object }[] };
    const rules = before.rules.map((rule) => (rule.name === 'max' ? { ...rule, args: { limit: 20 } } : rule));
    field.options.validation = { ...before, rules };
    try {
      const many = await tryStep(town.community, 'hxNeeds', need.id, 'review', {
        values: { ...values, peopleWanted: 21 },
      });
      expect([many.status, codes(many)]).toEqual([400, ['VALUE_AT_MOST']]);
    } finally {
      field.options.validation = before;
    }
  });
});

it('a renamed state is called so wherever it is told', async () => {
  const field = app().db.getCollection('hxCoProjects').getField('state');
  const schema = field.options.uiSchema as { enum: { value: string; label: string }[] };
  const choices = schema.enum;
  const row = await project();
  schema.enum = choices.map((each) => (each.value === 'inProgress' ? { ...each, label: '推进中' } : each));
  const zh = { headers: { 'x-locale': 'zh-CN' } };
  try {
    const { body } = await town.community.call('GET', `hxCoProjects:transitions/${String(row.id)}`, zh);
    expect(body.meta).toMatchObject({ stateLabel: '推进中' });
    const refused = await town.community.post(`hxCoProjects:transition/${String(row.id)}`, { transition: 'start' }, zh);
    expect(messages(refused)).toContain('推进中');
    const history = await town.community.call<Row[]>('GET', `hxCoProjects:history/${String(row.id)}`, zh);
    expect(history.body.data.map(({ toLabel }) => toLabel)).toContain('推进中');
    const process = await town.community.call<Row>('GET', 'hxProcesses:get/hxCoProjects', zh);
    expect(JSON.stringify(process.body.data.states)).toContain('推进中');
    expect(JSON.stringify(process.body.data.states)).not.toContain('实施中');
  } finally {
    schema.enum = choices;
  }
});

async function anyClass(): Promise<unknown> {
  const [item] = await list(town.administrator, 'hxDictionaryItems', { filter: { dictionary: 'servicePostClass' } });
  return item.id;
}
