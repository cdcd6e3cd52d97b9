import { app, cityClock, reset, signInAs, type Client } from '@test/server/harness';
import { move, newErrand, prepareErrands, removeErrands, stateOf, type Cast } from '@test/server/foundation/errands';
import type { ReviewNodeConfig } from '../../../shared/config';
import {
  decide,
  drawWorkflow,
  eraseWorkflows,
  eventually,
  executionsOf,
  MOVE,
  named,
  pendingTask,
  review,
  settled,
  tasksOf,
} from '@test/server/review/reviews';

jest.setTimeout(120_000);

let cast: Cast;
let first: Client;
let second: Client;
let above: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  first = await signInAs('sweep-first', ['member']);
  second = await signInAs('sweep-second', ['member']);
  above = await signInAs('sweep-above', ['member']);
});
afterEach(async () => {
  cityClock().right();
  await eraseWorkflows();
});
afterAll(removeErrands);

const days = (count: number): void => {
  cityClock().right();
  cityClock().turnBy(count * 86_400_000);
};
const timed = (
  onTimeout: ReviewNodeConfig['onTimeout'],
  more: Partial<ReviewNodeConfig> = {},
): Partial<ReviewNodeConfig> => ({
  assignees: named(first),
  outcome: { approved: 'accept', returned: 'return' },
  deadline: { kind: 'working', amount: 2, unit: 'day' },
  onTimeout,
  ...more,
});

async function submitted(config: Partial<ReviewNodeConfig>, more: Parameters<typeof drawWorkflow>[0] = []) {
  const { key } = await drawWorkflow([{ key: 'r', config }, ...more]);
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  await pendingTask(first, id);
  await settled();
  return { id, key };
}

const notices = async (client: Client): Promise<string[]> => {
  const rows = await app()
    .db.getModel('notificationInAppMessages')
    .findAll({ where: { userId: client.userId }, order: [['receiveTimestamp', 'ASC']] });
  return rows.map((row) => String(row.get('title')));
};

describe('time', () => {
  it('reminds once at the share of the deadline, and says once that it is over', async () => {
    const { id } = await submitted(timed('remind'));
    const before = (await notices(first)).length;
    await review().sweep.run();
    expect(await notices(first)).toHaveLength(before);
    const [task] = await tasksOf(id);
    const due = new Date(String(task.dueAt));
    cityClock().turnTo(new Date(due.getTime() - 60_000));
    await Promise.all([review().sweep.run(), review().sweep.run()]);
    await review().sweep.run();
    await eventually(async () => (await notices(first)).length === before + 1);
    cityClock().turnTo(new Date(due.getTime() + 60_000));
    await review().sweep.run();
    await review().sweep.run();
    await settled();
    await eventually(async () => (await notices(first)).length === before + 2);
    expect((await notices(first)).slice(before)).toEqual(['审批待办即将到期', '审批待办已超时']);
    expect((await tasksOf(id))[0].state).toBe('pending');
  });

  it('approves or returns in the system’s name', async () => {
    const approved = await submitted(timed('approve'));
    days(40);
    await review().sweep.run();
    expect(await stateOf(approved.id)).toBe('accepted');
    expect((await tasksOf(approved.id))[0].state).toBe('timedOut');
    await eventually(async () => (await executionsOf(approved.key))[0].status === 1);
    cityClock().right();
    await eraseWorkflows();
    const returned = await submitted(timed('return'));
    days(40);
    await review().sweep.run();
    expect(await stateOf(returned.id)).toBe('returned');
  });

  it('ends the run', async () => {
    const { id, key } = await submitted(timed('end'));
    days(40);
    await review().sweep.run();
    expect((await tasksOf(id))[0].state).toBe('timedOut');
    expect((await executionsOf(key))[0].status).toBe(-4);
  });

  it('passes it up with a new deadline, and those above decide', async () => {
    const { assignees } = review();
    const before = assignees.reserve;
    assignees.registerReserve({
      administrators: async () => [],
      above: async (areaCode) => (areaCode === 'top' ? [] : [{ userId: Number(above.userId), areaCode: 'top' }]),
    });
    try {
      const { id } = await submitted(timed('passUp'));
      days(9);
      await review().sweep.run();
      expect((await tasksOf(id)).map(({ state, userId }) => [state, Number(userId)])).toEqual([
        ['passedUp', first.userId],
        ['pending', above.userId],
      ]);
      const raised = (await tasksOf(id))[1];
      expect(new Date(String(raised.dueAt)).getTime()).toBeGreaterThan(review().clock.now().getTime());
      // at the top it waits, with a notice
      days(20);
      await review().sweep.run();
      expect((await tasksOf(id))[1].state).toBe('pending');
      expect((await decide(above, String(raised.id), { decision: 'approve' })).status).toBe(200);
      expect(await stateOf(id)).toBe('accepted');
    } finally {
      if (before) assignees.registerReserve(before);
      else Reflect.set(assignees, 'inReserve', null);
    }
  });

  it('sets a deadline later that could not be told when the review began, because a year was not announced', async () => {
    const { id } = await submitted(timed('remind'));
    await app()
      .db.getModel('hxReviewSteps')
      .update({ dueAt: null, remindAt: null }, { where: { recordId: String(id) } });
    await app()
      .db.getModel('hxReviewTasks')
      .update({ dueAt: null }, { where: { recordId: String(id) } });
    await review().sweep.run();
    expect((await tasksOf(id))[0].dueAt).not.toBeNull();
  });

  it('keeps a matter with its reviewers when the guards refuse what the time-out would do', async () => {
    const { id } = await submitted(timed('approve'));
    await app()
      .db.getRepository('hxTestErrands')
      .update({ filterByTk: id, values: { people: 13 } });
    days(40);
    await review().sweep.run();
    expect(await stateOf(id)).toBe('submitted');
    expect((await tasksOf(id))[0].state).toBe('pending');
  });
});

describe('a crash', () => {
  const later = (sql: string, key: string) => app().db.sequelize.query(sql, { replacements: { key } });

  it('between the decision and the next step: the next step runs, once', async () => {
    const accept = {
      key: 'm',
      type: MOVE,
      config: {
        collection: 'hxTestErrands',
        recordId: '{{$context.data.id}}',
        transition: 'accept',
        actor: 'reviewer',
      },
    };
    const { id, key } = await submitted({ assignees: named(first), outcome: {} }, [
      accept,
      { key: 'n', config: { assignees: named(second), outcome: {} } },
    ]);
    const stop = jest.spyOn(review().background, 'start').mockImplementation(() => undefined);
    await decide(first, await pendingTask(first, id), { decision: 'approve' });
    stop.mockRestore();
    expect(await stateOf(id)).toBe('submitted');
    await later(`UPDATE "hxReviewSteps" SET "settledAt" = now() - interval '1 minute' WHERE "workflowKey" = :key`, key);
    const [{ jobId }] = await tasksOf(id);
    const workflow = app().pm.get('workflow') as unknown as { resume(job: unknown): Promise<void> };
    const job = await app()
      .db.getRepository('jobs')
      .findOne({ filterByTk: jobId as string });
    // the sweep of this process, and messages as another one would send them
    await Promise.all([review().sweep.run(), workflow.resume(job), workflow.resume(job)]);
    await settled();
    await review().sweep.run();
    await settled();
    expect(await stateOf(id)).toBe('accepted');
    expect(
      await app()
        .db.getModel('hxEvents')
        .count({ where: { recordId: String(id), transition: 'accept' } }),
    ).toBe(1);
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(['approved', 'pending']);
  });

  it('before a run had written anything: it begins anew', async () => {
    const { id, key } = await submitted({ assignees: named(first), outcome: {} });
    const [run] = await executionsOf(key);
    await app()
      .db.getModel('jobs')
      .destroy({ where: { executionId: run.id as string } });
    await app()
      .db.getModel('hxReviewSteps')
      .destroy({ where: { executionId: run.id as string } });
    await app()
      .db.getModel('hxReviewTasks')
      .destroy({ where: { executionId: run.id as string } });
    await later(`UPDATE executions SET "startedAt" = now() - interval '1 hour' WHERE key = :key`, key);
    await Promise.all([review().sweep.run(), review().sweep.run()]);
    await settled();
    await pendingTask(first, id);
    expect(await tasksOf(id)).toHaveLength(1);
  });
});
