/** Two days pass in a small town: every sweep, job, reminder and deadline, and each count is where it should be. */
import type { Model } from '@nocobase/database';
import { app, cityClock, reset, settled, signInAs, type Client } from '@test/server/harness';
import { drawWorkflow, eraseWorkflows, executionsOf, named } from '@test/server/review/reviews';
import { raise } from '@test/server/registration/needs';
import { letPass } from '@test/server/registration/passing-time';
import { serviceClass, step } from '@test/server/registration/service';
import { put } from '@test/server/registration/tables';
import { buildTown, draft, moved, newMember, stored, type Town } from '@test/server/registration/town';

/** A Monday; so are the day after and the one after that worked. */
const START = new Date('2026-11-30T09:00:00+08:00');
// half a minute where nobody else computes; a machine that is shared takes its time
jest.setTimeout(600_000);

const SEEDED = 'hxMemberRegistration';

let town: Town;
let resident: Client;
/** Reviewers of the town's own workflow. */
let [first, deputy, left, right, again]: Client[] = [];

beforeAll(async () => {
  await reset();
  cityClock().turnTo(START);
  await enableAnew();
  town = await buildTown();
  resident = await signInAs('soak-resident', ['hx-resident']);
  [first, deputy, left, right, again] = [
    await signInAs('soak-first', ['member']),
    town.street_, // a deputy is one who decides too
    await signInAs('soak-left', ['member']),
    await signInAs('soak-right', ['member']),
    await signInAs('soak-again', ['member']),
  ];
});
afterAll(async () => {
  cityClock().right();
  await eraseWorkflows();
  await enableAnew();
});

const model = (name: string) => app().db.getModel(name);

/** A version counts events since it was enabled, by the pack's clock. */
async function enableAnew(): Promise<void> {
  const workflow = (await app()
    .db.getRepository('workflows')
    .findOne({ filter: { key: SEEDED, enabled: true } })) as Model;
  await workflow.update({ enabled: false });
  await workflow.update({ enabled: true });
}

async function tasksOf(id: unknown): Promise<Model[]> {
  return (await model('hxReviewTasks').findAll({
    where: { recordId: String(id) },
    order: [['id', 'ASC']],
  })) as Model[];
}
const summary = async (id: unknown): Promise<string[]> =>
  (await tasksOf(id)).map((task) => `${String(task.get('stepTitle'))} ${String(task.get('state'))}`);

let keys = 0;
async function decide(client: Client, id: unknown, decision: string, opinion?: string): Promise<void> {
  await settled();
  const task = (await tasksOf(id)).find(
    (each) => Number(each.get('userId')) === client.userId && each.get('state') === 'pending',
  );
  if (!task) throw new Error(`nothing waits for user ${String(client.userId)}: ${(await summary(id)).join()}`);
  const body = { decision, opinion };
  const headers = { 'Idempotency-Key': `soak-${(keys += 1)}` };
  const answer = await client.post(`hxReviewTasks:decide/${String(task.get('id'))}`, body, { headers });
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  await settled();
}

async function registered(): Promise<{ id: number; member: Client }> {
  const member = await newMember();
  const { id } = await draft(town, member);
  await moved(member, id, 'submit');
  return { id, member };
}

/** A condition, a parallel and a loop, with a review at the end of each branch. */
async function drawOwn(): Promise<string> {
  const asks = (person: Client) => ({ assignees: named(person), outcome: {} });
  const rules = [...named(first), ...named(deputy)]; // the deputy is who would be asked otherwise
  const { key } = await drawWorkflow(
    [
      { key: 'if', type: 'condition', config: { rejectOnFalse: false, engine: 'math.js', expression: '1 == 1' } },
      {
        key: 'first',
        config: { assignees: rules, outcome: {}, deadline: { kind: 'working', amount: 1, unit: 'day' } },
        branchOf: 'if',
        branchIndex: 1,
      },
      { key: 'both', type: 'parallel', config: { mode: 'all' } },
      { key: 'left', config: asks(left), branchOf: 'both', branchIndex: 1 },
      { key: 'right', config: asks(right), branchOf: 'both', branchIndex: 2 },
      { key: 'loop', type: 'loop', config: { target: 2 } },
      { key: 'again', config: asks(again), branchOf: 'loop', branchIndex: 0 },
    ],
    { collection: 'hxNeeds', on: 'create' },
  );
  return key;
}

interface Inbox {
  channel: string;
  title: string;
  content: string;
}
async function inbox({ userId }: Client, channel?: string): Promise<Inbox[]> {
  const where = { userId: Number(userId), ...(channel ? { channelName: channel } : {}) };
  const rows = (await model('notificationInAppMessages').findAll({
    where,
    order: [['receiveTimestamp', 'ASC']],
  })) as Model[];
  return rows.map((row) => ({
    channel: String(row.get('channelName')),
    title: String(row.get('title')),
    content: String(row.get('content')),
  }));
}
async function reviewNotices(client: Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { title } of await inbox(client, 'hx-review')) counts[title] = (counts[title] ?? 0) + 1;
  return counts;
}
async function badge(client: Client, workflowKey: string): Promise<number> {
  const row = await model('userWorkflowTaskStats').findOne({ where: { userId: Number(client.userId), workflowKey } });
  return Number(row?.get('pending') ?? 0);
}

async function totals(workflowKeys: readonly string[]) {
  const runs = (await Promise.all(workflowKeys.map(executionsOf))).flat();
  const executionId = runs.map(({ id }) => id as string);
  return {
    runs: runs.length,
    jobs: await model('jobs').count({ where: { executionId } }),
    openJobs: await model('jobs').count({ where: { executionId, status: 0 } }),
    steps: await model('hxReviewSteps').count(),
    tasks: await model('hxReviewTasks').count(),
    moves: await model('hxEvents').count({ where: { collectionName: ['hxMemberRegistrations', 'hxNeeds'] } }),
  };
}

it('lets two days pass, and every count is what people did', async () => {
  const own = await drawOwn();
  await model('hxReviewDelegations').create({
    userId: Number(first.userId),
    deputyId: Number(deputy.userId),
    startsOn: '2026-11-30',
    endsOn: '2026-12-31',
    state: 'active',
  });
  const [accepted, waiting, returned, withdrawn, untouched] = [
    await registered(),
    await registered(),
    await registered(),
    await registered(),
    await registered(),
  ];
  const done = await raise(town, resident, { title: '走完的需求' });
  const lying = await raise(town, resident, { title: '没人看的需求' });
  const old = await raise(town, resident, { title: '过期的需求' });
  await settled();
  await step(town.community, 'hxNeeds', old.id, 'review', {
    values: { serviceClassId: await serviceClass('legalAid') },
  });
  await step(town.community, 'hxNeeds', old.id, 'publish');
  await put('hxNeeds', old.id, { wantedBy: '2026-10-31' });
  for (const { id } of [accepted, waiting]) await decide(town.liaison, id, 'approve');
  await decide(town.liaison, returned.id, 'return', '请核对单位');
  const taken = { collection: 'hxMemberRegistrations', recordId: String(withdrawn.id) };
  expect((await withdrawn.member.post('hxReviewTasks:withdraw', taken)).status).toBe(200);
  await decide(first, done.id, 'approve');

  // a morning, minute by minute
  await letPass(60, 'each');
  await decide(town.community, accepted.id, 'approve');
  await decide(left, done.id, 'approve');
  await letPass(60, 'each');
  await decide(right, done.id, 'approve');
  await decide(again, done.id, 'approve');
  await letPass(30, 'each');
  await decide(again, done.id, 'approve');
  // when the answers to a repeated request were given, by the clock that forgets them
  await app().db.sequelize.query(
    `UPDATE ${app().db.getCollection('hxIdempotencyKeys').quotedTableName()} SET "createdAt" = :now`,
    { replacements: { now: cityClock().now().toISOString() } },
  );
  await letPass(30, 'each');
  const noon = await totals([SEEDED, own]);
  expect(noon).toMatchObject({ runs: 8, openJobs: 3, steps: 14, tasks: 14 });

  // two days and nights, every job at its hour
  await letPass(49 * 60, 'half hourly');
  expect(await totals([SEEDED, own])).toEqual({ ...noon, moves: noon.moves + 1 }); // the old need has expired
  expect(await stored(town, accepted.id)).toMatchObject({ state: 'accepted' });
  expect((await model('hxNeeds').findByPk(old.id))?.get('state')).toBe('expired');

  expect(await summary(accepted.id)).toEqual(['单位确认 approved', '社区接收 approved']);
  expect(await summary(waiting.id)).toEqual(['单位确认 approved', '社区接收 pending']);
  expect(await summary(returned.id)).toEqual(['单位确认 returned']);
  expect(await summary(withdrawn.id)).toEqual(['单位确认 withdrawn']);
  expect(await summary(untouched.id)).toEqual(['单位确认 pending']);
  const visits = ['first', 'left', 'right', 'again', 'again'];
  expect(await summary(done.id)).toEqual(visits.map((name) => `${name} approved`));
  expect(await summary(lying.id)).toEqual(['first pending']);
  expect(await summary(old.id)).toEqual(['first superseded']);

  const statuses = async (key: string) => (await executionsOf(key)).map(({ status }) => status);
  expect(await statuses(SEEDED)).toEqual([1, 0, 1, -4, 0]);
  expect(await statuses(own)).toEqual([1, 0, -4]);

  const [arrived, soon, late] = ['您有一项新的审批待办', '审批待办即将到期', '审批待办已超时'];
  expect(await reviewNotices(town.liaison)).toEqual({ [arrived]: 5, [soon]: 1, [late]: 1 });
  expect(await reviewNotices(town.community)).toEqual({ [arrived]: 2, [soon]: 1, [late]: 1 });
  for (const person of [first, deputy])
    expect(await reviewNotices(person)).toEqual({ [arrived]: 3, [soon]: 1, [late]: 1 });
  expect(await reviewNotices(left)).toEqual({ [arrived]: 1 });
  expect(await reviewNotices(right)).toEqual({ [arrived]: 1 });
  expect(await reviewNotices(again)).toEqual({ [arrived]: 2 });
  expect(await reviewNotices(accepted.member)).toEqual({ 您的报到已被社区接收: 1 });

  const everybody = [town.liaison, town.community, town.estate, town.street_, town.city_, resident, accepted.member];
  for (const person of everybody) {
    const told = (await inbox(person)).filter(({ channel }) => channel === 'hx-reminders');
    expect(told.map(({ title }) => title)).toEqual([...new Set(told.map(({ title }) => title))]);
  }
  expect(await badge(town.liaison, SEEDED)).toBe(1);
  expect(await badge(town.community, SEEDED)).toBe(1);
  expect(await badge(first, own)).toBe(1);
  for (const person of [left, right, again]) expect(await badge(person, own)).toBe(0);
  expect(await model('hxIdempotencyKeys').count()).toBe(0);
  const steps = (await model('hxReviewSteps').findAll({ where: { state: 'pending' } })) as Model[];
  expect(steps.every((each) => each.get('remindedAt') !== null && each.get('overdueNoticedAt') !== null)).toBe(true);
});
