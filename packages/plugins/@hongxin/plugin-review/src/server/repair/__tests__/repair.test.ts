/** What repeated runs have left, made by hand as the fault made it. */
import type { Model } from '@nocobase/database';
import { app, cityClock, reset, runJob, settled, signInAs, type Client } from '@test/server/harness';
import { move, newErrand, prepareErrands, removeErrands, type Cast } from '@test/server/foundation/errands';
import {
  decide,
  drawWorkflow,
  eraseWorkflows,
  executionsOf,
  named,
  pendingTask,
  review,
  tasksOf,
} from '@test/server/review/reviews';
import ClearRepeatedRuns from '../../migrations/20261129200000-clear-repeated-runs';

jest.setTimeout(120_000);

let cast: Cast;
let first: Client;
let second: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  first = await signInAs('repair-first', ['member']);
  second = await signInAs('repair-second', ['member']);
});
afterEach(async () => {
  cityClock().right();
  await eraseWorkflows();
});
afterAll(removeErrands);

const model = (name: string) => app().db.getModel(name);
const upgrade = (): Promise<void> =>
  new ClearRepeatedRuns({ app: app(), db: app().db, plugin: review() } as never).up();

/** A condition with a review in its branch and one after it; the first is decided. */
async function half(): Promise<{ key: string; id: number }> {
  const { key } = await drawWorkflow([
    { key: 'if', type: 'condition', config: { rejectOnFalse: false, engine: 'math.js', expression: '1 == 1' } },
    { key: 'in', config: { assignees: named(first), outcome: {} }, branchOf: 'if', branchIndex: 1 },
    { key: 'after', config: { assignees: named(second), outcome: {} } },
  ]);
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  await pendingTask(second, id);
  await settled();
  return { key, id };
}

const copyOf = (row: Model, change: object): Promise<Model> => {
  const { id: _id, ...values } = row.toJSON() as Record<string, unknown>;
  return model(row.constructor.name).create({ ...values, ...change }) as Promise<Model>;
};
let jobIds = 7_000_000_000_000;

/** What one wrong sweep added: job, step, task and notice of the step that waited already. */
async function repeat(id: number, minutes: number): Promise<void> {
  const [step] = (await model('hxReviewSteps').findAll({
    where: { recordId: String(id), state: 'pending' },
    order: [['id', 'ASC']],
  })) as Model[];
  const startedAt = new Date(new Date(String(step.get('startedAt'))).getTime() + minutes * 60_000);
  const job = (await model('jobs').findByPk(step.get('jobId') as string)) as Model;
  const jobId = String((jobIds += 1));
  await model('jobs').create({ ...job.toJSON(), id: jobId });
  const stepAgain = await copyOf(step, { jobId, startedAt, round: 1 + minutes });
  const [task] = (await model('hxReviewTasks').findAll({ where: { stepId: step.get('id') as string } })) as Model[];
  const again = await copyOf(task, { stepId: stepAgain.get('id'), jobId, startedAt });
  await review().notices.send('arrived', [
    { id: String(again.get('id')), title: '重复', userId: Number(again.get('userId')), processKey: null },
  ]);
}

const unread = (client: Client): Promise<number> =>
  model('notificationInAppMessages').count({ where: { userId: Number(client.userId) } });
async function badge(client: Client, workflowKey: string): Promise<unknown> {
  const where = { userId: Number(client.userId), workflowKey };
  return (await model('userWorkflowTaskStats').findOne({ where }))?.get('pending');
}
const openJobs = async (key: string): Promise<number> =>
  model('jobs').count({ where: { status: 0, executionId: (await executionsOf(key)).map(({ id }) => id as string) } });

it('keeps one step of fifteen with its notice, counts one, and finds nothing more to do', async () => {
  const { key, id } = await half();
  await model('hxReviewSteps').update({ resumedAt: null }, { where: { recordId: String(id), state: 'approved' } });
  const notices = await unread(second);
  for (let times = 1; times < 15; times += 1) await repeat(id, 3 * times);
  expect(await unread(second)).toBe(notices + 14);
  await upgrade();
  const check = async (): Promise<void> => {
    const tasks = await tasksOf(id);
    expect(tasks.map(({ state }) => state)).toEqual(['approved', 'pending', ...Array<string>(14).fill('aborted')]);
    expect(await openJobs(key)).toBe(1);
    expect(await unread(second)).toBe(notices);
    expect(await badge(second, key)).toBe(1);
    expect(await model('hxEvents').count({ where: { recordId: String(id), transition: 'reviewTidied' } })).toBe(1);
  };
  await check();
  await upgrade();
  cityClock().turnBy(600_000);
  await runJob('review.sweep');
  await check();
  expect((await decide(second, await pendingTask(second, id), { decision: 'approve' })).status).toBe(200);
  await settled();
  expect((await executionsOf(key)).map(({ status }) => status)).toEqual([1]);
});

it('keeps none where the record has moved on, and closes the jobs of runs that have ended', async () => {
  const { key, id } = await half();
  await repeat(id, 3);
  await repeat(id, 6);
  await decide(second, await pendingTask(second, id), { decision: 'approve' });
  await settled();
  // the fault left jobs waiting in the finished run
  await model('jobs').update({ status: 0 }, { where: { id: String(jobIds) } });
  await model('hxReviewTasks').update({ state: 'pending' }, { where: { jobId: String(jobIds) } });
  await upgrade();
  expect(await openJobs(key)).toBe(0);
  expect((await tasksOf(id)).filter(({ state }) => state === 'pending')).toEqual([]);
  expect(await badge(second, key)).toBe(0);
});

it('ends the second run that a sweep began on the same record', async () => {
  const { key, id } = await half();
  const [run] = await executionsOf(key);
  const other = (await model('executions').create({ ...run, id: undefined, eventKey: `second-${key}` })) as Model;
  await repeat(id, 1);
  const again = (await model('hxReviewSteps').findOne({ where: { jobId: String(jobIds) } })) as Model;
  const executionId = other.get('id') as string;
  await again.update({ executionId });
  await model('hxReviewTasks').update({ executionId }, { where: { jobId: String(jobIds) } });
  await model('jobs').update({ executionId }, { where: { id: String(jobIds) } });
  await upgrade();
  expect((await executionsOf(key)).map(({ status }) => status)).toEqual([0, -4]);
  expect((await tasksOf(id)).map(({ state }) => state)).toEqual(['approved', 'pending', 'aborted']);
});
