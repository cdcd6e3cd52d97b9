/** A review or a move that is the last node of a branch: what follows it runs once, however often the sweep looks. */
import { app, cityClock, reset, runJob, settled, signInAs, type Client } from '@test/server/harness';
import { move, newErrand, prepareErrands, removeErrands, stateOf, type Cast } from '@test/server/foundation/errands';
import { BRANCH } from '../../../shared/constants';
import {
  decide,
  drawWorkflow,
  eraseWorkflows,
  executionsOf,
  MOVE,
  named,
  pendingTask,
  review,
  tasksOf,
  type NodeSpec,
} from '@test/server/review/reviews';

jest.setTimeout(120_000);

const MINUTE = 60_000;

let cast: Cast;
let first: Client;
let second: Client;
let third: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  first = await signInAs('branch-first', ['member']);
  second = await signInAs('branch-second', ['member']);
  third = await signInAs('branch-third', ['member']);
});
afterEach(async () => {
  cityClock().right();
  await eraseWorkflows();
});
afterAll(removeErrands);

const asks = (...people: Client[]) => ({ assignees: named(...people), outcome: {} });
const ALWAYS = { engine: 'math.js', expression: '1 == 1' };
const LAST: NodeSpec = {
  key: 'last',
  get config() {
    return asks(third);
  },
};
const accepting = (more: Partial<NodeSpec> = {}): NodeSpec => ({
  key: 'move',
  type: MOVE,
  config: { collection: 'hxTestErrands', recordId: '{{$context.data.id}}', transition: 'accept', actor: 'reviewer' },
  ...more,
});

interface Kind {
  nodes: () => NodeSpec[];
  /** Who decides in turn until the last review waits. */
  deciders: () => Client[];
  /** Node keys of the steps that there are then, in their order. */
  steps: string[];
}

/** Every way in which a piece of ours can be the last of a branch. */
const KINDS: Record<string, Kind> = {
  'a condition': {
    nodes: () => [
      { key: 'if', type: 'condition', config: { rejectOnFalse: false, ...ALWAYS } },
      { key: 'in', config: asks(first), branchOf: 'if', branchIndex: 1 },
      LAST,
    ],
    deciders: () => [first],
    steps: ['in', 'last'],
  },
  'a condition within a condition': {
    nodes: () => [
      { key: 'if', type: 'condition', config: { rejectOnFalse: false, ...ALWAYS } },
      {
        key: 'inner',
        type: 'condition',
        config: { rejectOnFalse: false, ...ALWAYS },
        branchOf: 'if',
        branchIndex: 1,
      },
      { key: 'in', config: asks(first), branchOf: 'inner', branchIndex: 1 },
      LAST,
    ],
    deciders: () => [first],
    steps: ['in', 'last'],
  },
  'several conditions': {
    nodes: () => [
      {
        key: 'if',
        type: 'multi-conditions',
        config: { conditions: [{ uid: 'a', ...ALWAYS }], continueOnNoMatch: true },
      },
      { key: 'in', config: asks(first), branchOf: 'if', branchIndex: 1 },
      LAST,
    ],
    deciders: () => [first],
    steps: ['in', 'last'],
  },
  'its own outcome': {
    nodes: () => [
      { key: 'in', config: asks(first) },
      { key: 'agreed', config: asks(second), branchOf: 'in', branchIndex: BRANCH.approved },
      LAST,
    ],
    deciders: () => [first, second],
    steps: ['in', 'agreed', 'last'],
  },
  'a parallel branch': {
    nodes: () => [
      { key: 'both', type: 'parallel', config: { mode: 'all' } },
      { key: 'left', config: asks(first), branchOf: 'both', branchIndex: 1 },
      { key: 'right', config: asks(second), branchOf: 'both', branchIndex: 2 },
      LAST,
    ],
    deciders: () => [first, second],
    steps: ['left', 'right', 'last'],
  },
  'a loop': {
    nodes: () => [
      { key: 'loop', type: 'loop', config: { target: 3 } },
      { key: 'in', config: asks(first), branchOf: 'loop', branchIndex: 0 },
      LAST,
    ],
    deciders: () => [first, first, first],
    steps: ['in', 'in', 'in', 'last'],
  },
  'a condition, after a move': {
    nodes: () => [
      { key: 'in', config: asks(first) },
      { key: 'if', type: 'condition', config: { rejectOnFalse: false, ...ALWAYS } },
      accepting({ branchOf: 'if', branchIndex: 1 }),
      LAST,
    ],
    deciders: () => [first],
    steps: ['in', 'last'],
  },
};

/** What a run has left: whatever is done twice shows in one of them. */
async function countsOf(key: string, id: number) {
  const { db } = app();
  const executions = await executionsOf(key);
  const executionId = executions.map((execution) => execution.id as string);
  const steps = await db.getModel('hxReviewSteps').findAll({ where: { recordId: String(id) }, order: [['id', 'ASC']] });
  return {
    executions: executions.length,
    steps: steps.map((step) => String(step.get('nodeKey')).replace(`-${key}`, '')),
    tasks: (await tasksOf(id)).length,
    jobs: await db.getModel('jobs').count({ where: { executionId } }),
    notices: await db.getModel('notificationInAppMessages').count({ where: { userId: people() } }),
    events: await db.getModel('hxEvents').count({ where: { recordId: String(id) } }),
  };
}
const people = () => [first, second, third].map(({ userId }) => Number(userId));

async function sweepFor(minutes: readonly number[]): Promise<void> {
  for (const passed of minutes) {
    cityClock().turnBy(passed * MINUTE);
    await runJob('review.sweep');
  }
}
const HOURS = [1, 3, 60, 180];

async function submitted(nodes: readonly NodeSpec[]): Promise<{ key: string; id: number }> {
  const { key } = await drawWorkflow(nodes);
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  await settled();
  return { key, id };
}

describe.each(Object.entries(KINDS))('the last of %s', (_, kind) => {
  it('goes on once, and hours of sweeps add nothing, after any of the decisions', async () => {
    const { key, id } = await submitted(kind.nodes());
    for (const decider of kind.deciders()) {
      expect((await decide(decider, await pendingTask(decider, id), { decision: 'approve' })).status).toBe(200);
      await settled();
      const before = await countsOf(key, id);
      await sweepFor(HOURS);
      expect(await countsOf(key, id)).toEqual(before);
    }
    expect((await countsOf(key, id)).steps).toEqual(kind.steps);
    expect((await tasksOf(id)).filter(({ state }) => state === 'pending')).toHaveLength(1);
    expect((await decide(third, await pendingTask(third, id), { decision: 'approve' })).status).toBe(200);
    await settled();
    const end = await countsOf(key, id);
    await sweepFor(HOURS);
    expect(await countsOf(key, id)).toEqual(end);
    expect((await executionsOf(key)).map(({ status }) => status)).toEqual([1]);
  });

  it('goes on once although the process died after each of the decisions', async () => {
    const { key, id } = await submitted(kind.nodes());
    for (const decider of kind.deciders()) {
      const stop = jest.spyOn(review().background, 'start').mockImplementation(() => undefined);
      await decide(decider, await pendingTask(decider, id), { decision: 'approve' });
      stop.mockRestore();
      await settled();
      await sweepFor(HOURS);
    }
    expect((await countsOf(key, id)).steps).toEqual(kind.steps);
    await pendingTask(third, id);
    expect((await tasksOf(id)).filter(({ state }) => state === 'pending')).toHaveLength(1);
  });

  it('goes on once although the process died after it had begun the next steps, before it said so', async () => {
    const { key, id } = await submitted(kind.nodes());
    for (const decider of kind.deciders()) {
      await decide(decider, await pendingTask(decider, id), { decision: 'approve' });
      await settled();
      const taskId = (await tasksOf(id)).filter(({ state }) => state === 'approved').at(-1)?.jobId;
      await app()
        .db.getModel('hxReviewSteps')
        .update({ resumedAt: null }, { where: { jobId: String(taskId) } });
      // one process by its sweep, another by a message that came late
      cityClock().turnBy(5 * MINUTE);
      await Promise.all([runJob('review.sweep'), runJob('review.sweep')]);
      await sweepFor(HOURS);
    }
    expect((await countsOf(key, id)).steps).toEqual(kind.steps);
    expect((await tasksOf(id)).filter(({ state }) => state === 'pending')).toHaveLength(1);
  });
});

it('a failed move that administrators try again, last of a condition, goes on once', async () => {
  const { assignees } = review();
  const before = assignees.reserve;
  assignees.registerReserve({
    administrators: async () => [{ userId: Number(second.userId), areaCode: null }],
    above: async () => [],
  });
  try {
    const { key, id } = await submitted([
      { key: 'in', config: asks(first) },
      { key: 'if', type: 'condition', config: { rejectOnFalse: false, ...ALWAYS } },
      accepting({ branchOf: 'if', branchIndex: 1 }),
      LAST,
    ]);
    const people = (count: number) =>
      app()
        .db.getRepository('hxTestErrands')
        .update({ filterByTk: id, values: { people: count } });
    await people(13);
    await decide(first, await pendingTask(first, id), { decision: 'approve' });
    await settled();
    await sweepFor(HOURS);
    await people(1);
    expect((await decide(second, await pendingTask(second, id), { decision: 'approve' })).status).toBe(200);
    await settled();
    await sweepFor(HOURS);
    expect(await stateOf(id)).toBe('accepted');
    expect((await countsOf(key, id)).steps).toEqual(['in', 'move', 'last']);
  } finally {
    if (before) assignees.registerReserve(before);
    else Reflect.set(assignees, 'inReserve', null);
  }
});

it('a run that cannot go on is tried a few times, and then said to have failed', async () => {
  const { key, id } = await submitted([
    { key: 'in', config: asks(first) },
    { key: 'last', type: 'no-such-node', config: {} },
  ]);
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  await settled();
  await sweepFor([3, 3, 3, 3, 3, 3, 3]);
  expect((await executionsOf(key)).map(({ status }) => status)).toEqual([-2]);
  const jobs = await app()
    .db.getModel('jobs')
    .count({ where: { executionId: (await executionsOf(key))[0].id as string } });
  await sweepFor(HOURS);
  expect(
    await app()
      .db.getModel('jobs')
      .count({ where: { executionId: (await executionsOf(key))[0].id as string } }),
  ).toBe(jobs);
});
