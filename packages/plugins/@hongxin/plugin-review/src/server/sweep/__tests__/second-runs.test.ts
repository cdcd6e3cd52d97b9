/** The sweep takes up what waits without a run, and nothing that is in one. */
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
import { Runs } from '../../runs';
import { noteRuns, type NotedRun } from '../../trigger/executions';

jest.setTimeout(240_000);

let cast: Cast;
let first: Client;
let second: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  first = await signInAs('runs-first', ['member']);
  second = await signInAs('runs-second', ['member']);
});
afterEach(async () => {
  cityClock().right();
  await eraseWorkflows();
  // eighty that wait would be taken up by the workflows of every other test
  await app().db.getModel('hxTestErrands').destroy({ where: {}, hooks: false });
});
afterAll(removeErrands);

const INCLUDING = { states: ['submitted', 'accepted'], includeExisting: true };
const twoReviews = () => [
  { key: 'one', config: { assignees: named(first), outcome: { approved: 'accept' } } },
  { key: 'two', config: { assignees: named(second), outcome: {} } },
];

async function handedIn(): Promise<number> {
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  return id;
}

/** Runs about some of the records. */
async function statusesAbout(key: string, ...ids: number[]): Promise<unknown[]> {
  return (await executionsOf(key))
    .filter(({ context }) => ids.includes(Number((context as { data: { id: unknown } }).data.id)))
    .map(({ status }) => status);
}

it('80 decisions at once, with the sweep in their midst: each record has one run and one second step', async () => {
  const { key } = await drawWorkflow(twoReviews(), INCLUDING);
  const ids = await Promise.all(Array.from({ length: 80 }, handedIn));
  await settled();
  const tasks = await app()
    .db.getModel('hxReviewTasks')
    .findAll({ where: { recordId: ids.map(String), state: 'pending' } });
  expect(tasks).toHaveLength(80);
  let isDeciding = true;
  const sweeping = (async () => {
    while (isDeciding) await review().sweep.run();
  })();
  const answers = await Promise.all(
    tasks.map((task) => decide(first, String(task.get('id')), { decision: 'approve' })),
  );
  for (let more = 0; more < 5; more += 1) await review().sweep.run();
  isDeciding = false;
  await sweeping;
  await settled();
  await runJob('review.sweep');
  expect(answers.map(({ status }) => status)).toEqual(tasks.map(() => 200));
  expect(await executionsOf(key)).toHaveLength(80);
  const all = await Promise.all(ids.map(tasksOf));
  expect(all.map((each) => each.map(({ state }) => state))).toEqual(ids.map(() => ['approved', 'pending']));
});

it('what its own run has brought to a state of the trigger is not begun anew when the run has ended', async () => {
  const [one] = twoReviews();
  const { key } = await drawWorkflow([one], INCLUDING);
  const id = await handedIn();
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  await settled();
  for (const minutes of [1, 1, 10]) {
    cityClock().turnBy(minutes * 60_000);
    await runJob('review.sweep');
  }
  expect(await statusesAbout(key, id)).toEqual([1]);
  expect(await tasksOf(id)).toHaveLength(1);
});

it('what was there before the workflow is taken up, once, and by a new version again only when it has no run', async () => {
  const waiting = await handedIn();
  const { key, id: workflowId } = await drawWorkflow(twoReviews(), INCLUDING);
  await Promise.all([runJob('review.sweep'), runJob('review.sweep')]);
  await pendingTask(first, waiting);
  await app()
    .db.getRepository('workflows')
    .update({ filterByTk: workflowId, values: { enabled: false } });
  const missed = await handedIn();
  cityClock().turnBy(600_000);
  await app()
    .db.getRepository('workflows')
    .update({ filterByTk: workflowId, values: { enabled: true } });
  for (let minute = 0; minute < 3; minute += 1) {
    cityClock().turnBy(60_000);
    await runJob('review.sweep');
  }
  await pendingTask(first, missed);
  expect(await statusesAbout(key, waiting, missed)).toEqual([0, 0]);
});

it('notes a run once by its event, and never drops one in silence because another drew its id', async () => {
  const { id: workflowId, key } = await drawWorkflow(twoReviews(), { states: ['closed'] });
  const workflow = await app().db.getRepository('workflows').findOne({ filterByTk: workflowId });
  const { background } = review();
  const start = jest.spyOn(background, 'start').mockImplementation(() => undefined);
  const context = {
    recordId: '1',
    collectionName: 'hxTestErrands',
    transition: null,
    from: null,
    to: null,
    actor: { id: null, nickname: null },
    opinion: null,
    eventId: null,
  };
  const run = (eventKey: string): NotedRun => ({ workflow, eventKey, context }) as NotedRun;
  const tools = { app: app(), background, runs: new Runs(app, background) };
  await noteRuns(tools, [run(`a-${key}`)]);
  await noteRuns(tools, [run(`a-${key}`)]);
  const [noted] = await executionsOf(key);
  expect(await executionsOf(key)).toHaveLength(1);
  const { snowflakeIdGenerator } = app() as unknown as { snowflakeIdGenerator: { generate(): number | bigint } };
  const draw = jest.spyOn(snowflakeIdGenerator, 'generate').mockReturnValue(noted.id as number);
  await expect(noteRuns(tools, [run(`b-${key}`)])).rejects.toThrow();
  draw.mockRestore();
  start.mockRestore();
  expect(await executionsOf(key)).toHaveLength(1);
});
