/** What a review belongs to is deleted: its tasks do not stand in 待办 for good. */
import { app, reset, root, signInAs, type Client } from '@test/server/harness';
import { move, newErrand, prepareErrands, removeErrands, type Cast } from '@test/server/foundation/errands';
import type { TaskRow } from '../../../shared/contract';
import {
  decide,
  drawWorkflow,
  eraseWorkflows,
  executionsOf,
  named,
  pendingTask,
  review,
  settled,
  tasksOf,
} from '@test/server/review/reviews';

jest.setTimeout(120_000);

let cast: Cast;
let holder: Client;
let administrator: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  holder = await signInAs('deletions-holder', ['member']);
  administrator = await root();
});
afterEach(eraseWorkflows);
afterAll(removeErrands);

async function waiting() {
  const drawn = await drawWorkflow([
    { key: 'r', config: { assignees: named(holder), outcome: { approved: 'accept', returned: 'return' } } },
  ]);
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  const taskId = await pendingTask(holder, id);
  await settled();
  return { ...drawn, workflowId: drawn.id, id, taskId };
}

const mine = async () => (await holder.get<TaskRow[]>('hxReviewTasks:mine')).body.data.map(({ id }) => String(id));
const statesOf = async (id: unknown) => (await tasksOf(id)).map(({ state }) => state);

it('a workflow', async () => {
  const { id, key, taskId, workflowId } = await waiting();
  expect(await mine()).toEqual([taskId]);
  expect((await administrator.post(`workflows:destroy?filterByTk=${workflowId}`, {})).status).toBe(200);
  await settled();
  expect(await statesOf(id)).toEqual(['aborted']);
  expect(await mine()).toEqual([]);
  expect((await executionsOf(key)).map(({ status }) => status)).not.toContain(0);
});

it('a workflow that is switched off goes on with what waits', async () => {
  const { id, taskId, workflowId } = await waiting();
  expect((await administrator.post(`workflows:update?filterByTk=${workflowId}`, { enabled: false })).status).toBe(200);
  expect((await decide(holder, taskId, { decision: 'approve', opinion: '同意' })).status).toBe(200);
  await settled();
  expect(await statesOf(id)).toEqual(['approved']);
});

it('one version of a workflow, with its tasks only', async () => {
  const { id, key, workflowId } = await waiting();
  const revised = await administrator.post<{ id: number }>(
    `workflows:revision?filterByTk=${workflowId}&filter[key]=${key}`,
    {},
  );
  await administrator.post(`workflows:update?filterByTk=${revised.body.data.id}`, { enabled: true });
  const second = await newErrand(cast.owner);
  await move(second, 'submit');
  await pendingTask(holder, second);
  await settled();
  expect((await administrator.post(`workflows:destroy?filterByTk=${workflowId}`, {})).status).toBe(200);
  expect(await statesOf(id)).toEqual(['aborted']);
  expect(await statesOf(second)).toEqual(['pending']);
});

it.each(['executions', 'flow_nodes'])('a row of %s', async (table) => {
  const { id, key, nodeIds } = await waiting();
  const of = table === 'executions' ? { filter: { key } } : { filterByTk: nodeIds.r };
  await app().db.getRepository(table).destroy(of);
  expect(await statesOf(id)).toEqual(['aborted']);
});

it('the record', async () => {
  const { id, key } = await waiting();
  await app()
    .db.getRepository('hxTestErrands')
    .destroy({ filterByTk: Number(id) });
  await settled();
  expect(await statesOf(id)).toEqual(['aborted']);
  expect((await executionsOf(key)).map(({ status }) => status)).not.toContain(0);
  expect(await mine()).toEqual([]);
});

it('what was deleted without a word, or before there was this: the sweep', async () => {
  const { id, key } = await waiting();
  await app().db.getModel('executions').destroy({ where: { key }, hooks: false });
  expect(await statesOf(id)).toEqual(['pending']);
  await review().sweep.run();
  expect(await statesOf(id)).toEqual(['aborted']);
});
