import { app, reset } from '@test/server/harness';
import { move, newErrand, prepareErrands, removeErrands, type Cast } from '@test/server/foundation/errands';
import {
  drawWorkflow,
  eraseWorkflows,
  eventually,
  executionsOf,
  named,
  review,
  settled,
} from '@test/server/review/reviews';

jest.setTimeout(120_000);

let cast: Cast;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
});
afterEach(eraseWorkflows);
afterAll(removeErrands);

const wait = () => ({ key: 'wait', config: { assignees: named(cast.official), mode: { kind: 'any' } } });

it('starts a run per transition that reaches the state, after the commit, with record, actor and opinion', async () => {
  const { key } = await drawWorkflow([wait()]);
  const id = await newErrand(cast.owner);
  const answer = await cast.owner.post(`hxTestErrands:transition/${id}`, { transition: 'submit', opinion: '请受理' });
  expect(answer.status).toBe(200);
  const [run] = await eventually(async () => {
    const runs = await executionsOf(key);
    return runs.length > 0 && runs[0].startedAt ? runs : null;
  });
  expect(run.context).toMatchObject({
    collectionName: 'hxTestErrands',
    transition: 'submit',
    from: 'draft',
    to: 'submitted',
    opinion: '请受理',
    actor: { id: cast.owner.userId, nickname: 'errand-owner' },
    data: { id, title: 'Bring rice', state: 'submitted' },
  });
  await settled();
  expect(await executionsOf(key)).toHaveLength(1);
});

it('starts nothing for a transition that is rolled back, another state, a disabled workflow or an event of before', async () => {
  const { key, id: workflowId } = await drawWorkflow([wait()]);
  const id = await newErrand(cast.owner, { title: null });
  expect((await cast.owner.post(`hxTestErrands:transition/${id}`, { transition: 'submit' })).status).toBe(400);
  const { transitions } = app().pm.get('@hongxin/plugin-foundation') as unknown as {
    transitions: { perform(options: object): Promise<unknown> };
  };
  const late = await newErrand(cast.owner);
  await transitions.perform({
    collection: 'hxTestErrands',
    recordId: late,
    transition: 'submit',
    actor: { userId: null, roles: [] },
    now: new Date('2026-01-05T01:00:00Z'),
  });
  const rolledBack = await newErrand(cast.owner);
  const work = app().db.sequelize.transaction(async (transaction) => {
    await transitions.perform({
      collection: 'hxTestErrands',
      recordId: rolledBack,
      transition: 'submit',
      actor: { userId: null, roles: [] },
      transaction,
    });
    throw new Error('undone');
  });
  await expect(work).rejects.toThrow('undone');
  await settled();
  expect(await executionsOf(key)).toHaveLength(0);
  await app()
    .db.getRepository('workflows')
    .update({ filterByTk: workflowId, values: { enabled: false } });
  await move(rolledBack, 'submit');
  await settled();
  expect(await executionsOf(key)).toHaveLength(0);
});

it('starts by the transition taken, and on the creation of a record of a collection without a process', async () => {
  const taken = await drawWorkflow([wait()], { on: 'transition', transitions: ['accept'] });
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  await settled();
  expect(await executionsOf(taken.key)).toHaveLength(0);
  await move(id, 'accept');
  await eventually(async () => (await executionsOf(taken.key)).length === 1);
  const created = await drawWorkflow([wait()], { on: 'create' });
  const other = await newErrand(cast.owner);
  const [run] = await eventually(async () => {
    const runs = await executionsOf(created.key);
    return runs.length > 0 && runs[0].startedAt ? runs : null;
  });
  expect(run.context).toMatchObject({ transition: null, data: { id: other } });
});

it('begins a run that was noted and whose process died before it could begin it, once, however many sweep', async () => {
  const { key } = await drawWorkflow([wait()]);
  const { background, sweep } = review();
  const start = jest.spyOn(background, 'start').mockImplementation(() => undefined);
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  start.mockRestore();
  const [noted] = await executionsOf(key);
  expect(noted).toMatchObject({ startedAt: null });
  // younger than the grace that the process which noted it has
  await sweep.run();
  expect((await executionsOf(key))[0].startedAt).toBeNull();
  await app().db.sequelize.query(`UPDATE executions SET "createdAt" = now() - interval '1 minute' WHERE key = :key`, {
    replacements: { key },
  });
  const workflow = app().pm.get('workflow') as unknown as { start(id: unknown): Promise<void> };
  await Promise.all([sweep.run(), workflow.start(noted.id), workflow.start(noted.id)]);
  await settled();
  const runs = await executionsOf(key);
  expect(runs).toHaveLength(1);
  expect(runs[0].startedAt).not.toBeNull();
  expect(
    await app()
      .db.getModel('hxReviewTasks')
      .count({ where: { recordId: String(id) } }),
  ).toBe(1);
});

it('takes up what already waits only when the workflow says so', async () => {
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  const later = await drawWorkflow([wait()]);
  await review().sweep.run();
  await settled();
  expect(await executionsOf(later.key)).toHaveLength(0);
  const including = await drawWorkflow([wait()], { includeExisting: true });
  await Promise.all([review().sweep.run(), review().sweep.run()]);
  await settled();
  await review().sweep.run();
  await settled();
  const about = (await executionsOf(including.key)).filter(
    ({ context }) => String((context as { data: { id: unknown } }).data.id) === String(id),
  );
  expect(about).toHaveLength(1);
});

it('can be run by hand, and says what is missing', async () => {
  const { id: workflowId, key } = await drawWorkflow([wait()]);
  const id = await newErrand(cast.owner);
  const answer = await cast.administrator.post(`workflows:execute?filterByTk=${workflowId}`, { data: id });
  expect(answer.status).toBe(200);
  expect(await executionsOf(key)).toHaveLength(1);
  const refused = await cast.administrator.post('workflows:create', {
    title: 'x',
    type: 'hx-transition',
    config: { collection: 'hxTestErrands', on: 'state', states: ['nowhere'] },
  });
  expect(refused.status).toBe(400);
});
