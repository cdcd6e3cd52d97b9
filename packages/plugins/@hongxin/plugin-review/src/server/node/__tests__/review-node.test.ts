import { app, reset, signInAs, type Client } from '@test/server/harness';
import {
  codes,
  move,
  newErrand,
  prepareErrands,
  removeErrands,
  stateOf,
  type Cast,
} from '@test/server/foundation/errands';
import type { ReviewNodeConfig } from '../../../shared/config';
import { NODE_TYPE } from '../../../shared/constants';
import type { OpenTask } from '../../../shared/contract';
import {
  decide,
  drawWorkflow,
  eraseWorkflows,
  eventually,
  executionsOf,
  MOVE,
  named,
  pendingTask,
  settled,
  tasksOf,
} from '@test/server/review/reviews';

jest.setTimeout(120_000);

let cast: Cast;
let first: Client;
let second: Client;
let third: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  first = await signInAs('reviewer-first', ['member']);
  second = await signInAs('reviewer-second', ['member']);
  third = await signInAs('reviewer-third', ['member']);
});
afterEach(eraseWorkflows);
afterAll(removeErrands);

const accepting: Partial<ReviewNodeConfig> = {
  outcome: { approved: 'accept', returned: 'return' },
  allow: { return: true, reject: true, transfer: true, addSigner: true, withdraw: true, batch: true },
};

async function submitted(values: object = {}): Promise<number> {
  const id = await newErrand(cast.owner, values);
  await move(id, 'submit');
  return id;
}

const states = async (id: number): Promise<string[]> =>
  (await tasksOf(id)).map(({ userId, state }) => {
    const who = [first, second, third].find((each) => each.userId === Number(userId));
    return `${who === first ? 'first' : who === second ? 'second' : who === third ? 'third' : 'other'} ${String(state)}`;
  });
const statusOf = async (key: string): Promise<unknown> => (await executionsOf(key)).at(-1)?.status;
const ended = (key: string, status: number): Promise<true> =>
  eventually(async () => (await statusOf(key)) === status && (true as const), `the run's end with ${status}`);

it('any one: the first decides, the record moves in their name, the run goes on', async () => {
  const { key } = await drawWorkflow([{ key: 'r', config: { ...accepting, assignees: named(first, second) } }]);
  const id = await submitted();
  const task = await pendingTask(first, id);
  const answer = await decide(first, task, { decision: 'approve', opinion: '同意' });
  expect([answer.status, answer.body.data.state]).toEqual([200, 'approved']);
  expect(await stateOf(id)).toBe('accepted');
  expect(await states(id)).toEqual(['first approved', 'second skipped']);
  const [event] = await app()
    .db.getModel('hxEvents')
    .findAll({ where: { recordId: String(id), transition: 'accept' } });
  expect(event.get()).toMatchObject({ actorName: 'reviewer-first', opinion: '同意' });
  await ended(key, 1);
  const late = await decide(second, String((await tasksOf(id))[1].id), { decision: 'approve' });
  expect([late.status, late.body.errors?.[0].code]).toEqual([409, 'TASK_ALREADY_DECIDED']);
  expect(late.body.errors?.[0]).toMatchObject({ params: { who: 'reviewer-first', what: 'approved' } });
});

it('all: everybody approves; one return ends it and needs an opinion', async () => {
  const config = { ...accepting, assignees: named(first, second), mode: { kind: 'all' as const } };
  const { key } = await drawWorkflow([{ key: 'r', config }]);
  const id = await submitted();
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('submitted');
  await decide(second, await pendingTask(second, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('accepted');
  await ended(key, 1);
  const other = await submitted();
  const task = await pendingTask(first, other);
  expect(codes(await decide(first, task, { decision: 'return' }))).toEqual(['OPINION_REQUIRED']);
  expect((await decide(first, task, { decision: 'return', opinion: '缺少材料' })).status).toBe(200);
  expect(await stateOf(other)).toBe('returned');
  expect(await states(other)).toEqual(['first returned', 'second skipped']);
});

it('one after another: the next has it when the one before has approved', async () => {
  const config = { ...accepting, assignees: named(first, second), mode: { kind: 'sequence' as const } };
  await drawWorkflow([{ key: 'r', config }]);
  const id = await submitted();
  await pendingTask(first, id);
  expect(await states(id)).toEqual(['first pending', 'second waiting']);
  const early = await decide(second, String((await tasksOf(id))[1].id), { decision: 'approve' });
  expect(early.status).toBe(409);
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  expect(await states(id)).toEqual(['first approved', 'second pending']);
  await decide(second, await pendingTask(second, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('accepted');
});

it('a share: enough approvals settle it', async () => {
  const config = {
    ...accepting,
    assignees: named(first, second, third),
    mode: { kind: 'share' as const, percent: 60 },
  };
  await drawWorkflow([{ key: 'r', config }]);
  const id = await submitted();
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('submitted');
  await decide(second, await pendingTask(second, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('accepted');
  expect(await states(id)).toEqual(['first approved', 'second approved', 'third skipped']);
});

it('tries rules in order, joins those together, leaves the applicant out, and asks administrators when nobody is found', async () => {
  const config = {
    ...accepting,
    assignees: [
      { type: 'users', userIds: [] },
      { type: 'users', userIds: [Number(first.userId)] },
      { type: 'users', userIds: [Number(second.userId), Number(cast.owner.userId), 987654321], together: true },
      { type: 'users', userIds: [Number(third.userId)] },
    ],
  };
  await drawWorkflow([{ key: 'r', config }]);
  const id = await submitted();
  await pendingTask(first, id);
  expect(await states(id)).toEqual(['first pending', 'second pending']);
  await eraseWorkflows();
  await drawWorkflow([
    { key: 'r', config: { ...accepting, assignees: [{ type: 'users', userIds: [Number(cast.owner.userId)] }] } },
  ]);
  const lonely = await submitted();
  await pendingTask(cast.administrator, lonely);
  const [task] = await tasksOf(lonely);
  expect(task).toMatchObject({ fallback: true, rule: { type: 'administrators', tried: ['users'] } });
  const opened = await cast.administrator.get<OpenTask>(`hxReviewTasks:open/${String(task.id)}`);
  expect(opened.body.data.task.reason?.text).toContain('The rules (Named people) found nobody');
});

it('can be put on the canvas before anybody said who reviews, and then asks administrators; saved, it wants rules', async () => {
  const { id, key } = await drawWorkflow([]);
  const path = `workflows/${String(id)}/nodes:create`;
  const put = (config: object, type = NODE_TYPE) =>
    cast.administrator.post<{ id: number }>(path, { type, title: 'new', upstreamId: null, branchIndex: null, config });
  expect((await put({ mode: { kind: 'any' } })).status).toBe(200);
  const moving = await put({ recordId: '{{$context.data.id}}', actor: 'reviewer', values: {} }, MOVE);
  expect(moving.status).toBe(200);
  await app().db.getRepository('flow_nodes').destroy({ filterByTk: moving.body.data.id });
  const wrong = await put({ assignees: [] });
  expect([wrong.status, wrong.body.errors]).toMatchObject([400, expect.anything()]);
  expect((await put({ transition: 'nothing', collection: 'hxTestErrands', recordId: 1 }, MOVE)).status).toBe(400);
  const record = await submitted();
  await pendingTask(cast.administrator, record);
  expect((await tasksOf(record))[0]).toMatchObject({ fallback: true, rule: { type: 'administrators', tried: [] } });
  expect((await executionsOf(key)).map(({ status }) => status)).toEqual([0]);
});

it('goes straight on when nobody is found and the node says so', async () => {
  const skipping = { ...accepting, assignees: [{ type: 'users', userIds: [] }], onNobody: 'skip' as const };
  await drawWorkflow([
    { key: 'a', config: skipping },
    { key: 'b', config: { ...accepting, assignees: named(first) } },
  ]);
  const id = await submitted();
  await pendingTask(first, id);
  expect(await states(id)).toEqual(['first pending']);
});

it('transfers only to whom the rule would allow; the new holder has the same place', async () => {
  const config = {
    ...accepting,
    assignees: [
      { type: 'users', userIds: [Number(first.userId)] },
      { type: 'users', userIds: [Number(second.userId)] },
    ],
  };
  await drawWorkflow([{ key: 'r', config }]);
  const id = await submitted();
  const task = await pendingTask(first, id);
  const forged = await decide(first, task, { decision: 'transfer', toUserId: third.userId });
  expect([forged.status, ...codes(forged)]).toEqual([400, 'REVIEW_PERSON_NOT_ALLOWED']);
  expect((await decide(first, task, { decision: 'transfer', toUserId: second.userId })).status).toBe(200);
  expect(await states(id)).toEqual(['first transferred', 'second pending']);
  await decide(second, await pendingTask(second, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('accepted');
});

it('adds a signer before and after', async () => {
  const config = { ...accepting, assignees: [...named(first), ...named(second), ...named(third)] };
  await drawWorkflow([{ key: 'r', config }]);
  const id = await submitted();
  const task = await pendingTask(first, id);
  await decide(first, task, { decision: 'addSigner', signerId: second.userId, place: 'before' });
  expect(await states(id)).toEqual(['first waiting', 'second pending']);
  await decide(second, await pendingTask(second, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('submitted');
  await decide(first, task, { decision: 'addSigner', signerId: third.userId, place: 'after' });
  await decide(first, task, { decision: 'approve' });
  expect(await states(id)).toEqual(['first approved', 'second approved', 'third pending']);
  expect(await stateOf(id)).toBe('submitted');
  await decide(third, await pendingTask(third, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('accepted');
});

it('lets a reviewer fill the listed fields only, and asks for the required ones', async () => {
  const fields = [
    { name: 'story', mode: 'write' as const },
    { name: 'people', mode: 'required' as const },
    { name: 'title', mode: 'read' as const },
  ];
  await drawWorkflow([{ key: 'r', config: { assignees: named(first), fields, outcome: { returned: 'return' } } }]);
  const id = await submitted();
  const task = await pendingTask(first, id);
  const injected = await decide(first, task, {
    decision: 'approve',
    values: { title: 'x', secret: 's', ownerId: first.userId, state: 'closed' },
  });
  expect(injected.status).toBe(400);
  expect(injected.body.errors?.map(({ code, field }) => `${code}/${String(field)}`)).toEqual([
    'REVIEW_FIELD_NOT_WRITABLE/title',
    'REVIEW_FIELD_NOT_WRITABLE/secret',
    'REVIEW_FIELD_NOT_WRITABLE/ownerId',
    'REVIEW_FIELD_NOT_WRITABLE/state',
    'FIELD_REQUIRED/people',
  ]);
  expect((await decide(first, task, { decision: 'approve', values: { people: 3, story: '已走访' } })).status).toBe(200);
  const row = await app().db.getRepository('hxTestErrands').findOne({ filterByTk: id });
  expect(row?.get()).toMatchObject({
    people: 3,
    story: '已走访',
    title: 'Bring rice',
    secret: null,
    state: 'submitted',
  });
});

it('takes who decides from the session, and other signers only from the rules', async () => {
  await drawWorkflow([{ key: 'r', config: { ...accepting, assignees: named(first) } }]);
  const id = await submitted();
  const task = await pendingTask(first, id);
  const stranger = { signerId: third.userId, place: 'before' };
  const signer = await decide(first, task, { decision: 'addSigner', ...stranger });
  expect([signer.status, ...codes(signer)]).toEqual([400, 'REVIEW_PERSON_NOT_ALLOWED']);
  expect(await states(id)).toEqual(['first pending']);
  const forged = { userId: second.userId, decidedById: second.userId, onBehalfOfId: third.userId, state: 'rejected' };
  expect((await decide(first, task, { decision: 'approve', ...forged })).status).toBe(200);
  expect((await tasksOf(id))[0]).toMatchObject({ userId: first.userId, state: 'approved', onBehalfOfId: null });
  const again = await decide(first, task, { decision: 'return', opinion: '改主意' });
  expect([again.status, ...codes(again)]).toEqual([409, 'TASK_ALREADY_DECIDED']);
  expect(await stateOf(id)).toBe('accepted');
});

it('refuses another’s task, a forged one, and decides nothing when the transition is refused', async () => {
  await drawWorkflow([{ key: 'r', config: { ...accepting, assignees: named(first) } }]);
  const id = await submitted({ people: 13 });
  const task = await pendingTask(first, id);
  expect((await decide(second, task, { decision: 'approve' })).status).toBe(404);
  expect((await decide(cast.administrator, task, { decision: 'approve' })).status).toBe(404);
  expect((await decide(first, '123456', { decision: 'approve' })).status).toBe(404);
  expect((await first.post(`hxReviewTasks:update?filterByTk=${task}`, { userId: second.userId })).status).toBe(403);
  const refused = await decide(first, task, { decision: 'approve' });
  expect([refused.status, ...codes(refused)]).toEqual([400, 'VALUE_INVALID']);
  expect(await states(id)).toEqual(['first pending']);
  expect(await stateOf(id)).toBe('submitted');
  await app()
    .db.getRepository('hxTestErrands')
    .update({ filterByTk: id, values: { people: 2 } });
  expect((await decide(first, task, { decision: 'approve' })).status).toBe(200);
});

it('goes down the branch of the outcome, ends there, and hands its result to later nodes', async () => {
  const { key } = await drawWorkflow([
    { key: 'r', config: { ...accepting, assignees: named(first), outcome: {} } },
    {
      key: 'back',
      type: MOVE,
      branchOf: 'r',
      branchIndex: 2,
      config: {
        collection: 'hxTestErrands',
        recordId: '{{$context.data.id}}',
        transition: 'return',
        opinion: 'moved back',
        actor: 'reviewer',
      },
    },
    { key: 'never', config: { ...accepting, assignees: named(second) } },
  ]);
  const id = await submitted();
  await decide(first, await pendingTask(first, id), { decision: 'return', opinion: '请补充' });
  await ended(key, 1);
  expect(await stateOf(id)).toBe('returned');
  const [event] = await app()
    .db.getModel('hxEvents')
    .findAll({ where: { recordId: String(id), transition: 'return' } });
  expect(event.get()).toMatchObject({ opinion: 'moved back', actorName: 'reviewer-first' });
  expect(await states(id)).toEqual(['first returned']);
});

it('returns to the review before for another round', async () => {
  await drawWorkflow([
    { key: 'a', config: { assignees: named(first), outcome: {} } },
    {
      key: 'b',
      config: { ...accepting, assignees: named(second), returnTo: 'previous', outcome: { approved: 'accept' } },
    },
  ]);
  const id = await submitted();
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  await decide(second, await pendingTask(second, id), { decision: 'return', opinion: '再核实' });
  await decide(first, await pendingTask(first, id), { decision: 'approve' });
  await decide(second, await pendingTask(second, id), { decision: 'approve' });
  expect(await stateOf(id)).toBe('accepted');
  expect((await tasksOf(id)).map(({ round }) => round)).toEqual([1, 1, 2, 2]);
});

it('is withdrawn by the applicant while nobody decided, and the record goes back', async () => {
  const { key } = await drawWorkflow([{ key: 'r', config: { ...accepting, assignees: named(first, second) } }]);
  const id = await submitted();
  await pendingTask(first, id);
  const body = { collection: 'hxTestErrands', recordId: String(id) };
  expect((await cast.other.post('hxReviewTasks:withdraw', body)).status).toBe(404);
  const answer = await cast.owner.post<{ withdrawn: number }>('hxReviewTasks:withdraw', body);
  expect([answer.status, answer.body.data.withdrawn]).toEqual([200, 2]);
  expect(await states(id)).toEqual(['first withdrawn', 'second withdrawn']);
  expect(await stateOf(id)).toBe('returned');
  await ended(key, -4);
  expect((await cast.owner.post('hxReviewTasks:withdraw', body)).status).toBe(409);
});

it('a move that is refused is a task of the administrators, who try again or give up', async () => {
  const moving = {
    key: 'm',
    type: MOVE,
    config: { collection: 'hxTestErrands', recordId: '{{$context.data.id}}', transition: 'accept', actor: 'system' },
  };
  const { key } = await drawWorkflow([moving]);
  const id = await submitted({ people: 13 });
  const task = await pendingTask(cast.administrator, id);
  expect(await stateOf(id)).toBe('submitted');
  expect((await decide(cast.administrator, task, { decision: 'approve' })).status).toBe(400);
  await app()
    .db.getRepository('hxTestErrands')
    .update({ filterByTk: id, values: { people: 2 } });
  expect((await decide(cast.administrator, task, { decision: 'approve' })).status).toBe(200);
  expect(await stateOf(id)).toBe('accepted');
  await ended(key, 1);
  const hopeless = await submitted({ people: 13 });
  const other = await pendingTask(cast.administrator, hopeless);
  expect((await decide(cast.administrator, other, { decision: 'reject', opinion: '不再办理' })).status).toBe(200);
  await ended(key, -2);
});

it('leaves no task behind when its run is cancelled on the canvas', async () => {
  const { key } = await drawWorkflow([{ key: 'r', config: { ...accepting, assignees: named(first) } }]);
  const id = await submitted();
  await pendingTask(first, id);
  await settled();
  const [run] = await executionsOf(key);
  const answer = await cast.administrator.post(`executions:cancel?filterByTk=${String(run.id)}`);
  expect(answer.status).toBe(200);
  expect(await states(id)).toEqual(['first aborted']);
});
