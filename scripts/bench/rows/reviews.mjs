// Reviews: starting and deciding them, the task centre of a busy holder, and what the trigger costs a transition.
import { call, signIn, sql } from '../servers.mjs';
import { inTurn, measure } from '../measure.mjs';

const REVIEWS = Number(process.env.HX_BENCH_REVIEWS ?? 1000);
const TASKS = Number(process.env.HX_BENCH_TASKS ?? 500_000);
const HELD = Math.min(5000, TASKS / 10);
/** So many are decided in bulk, in groups as the task centre sends them. */
const BULK = REVIEWS / 2;
const GROUP = 25;
const WRITES = Number(process.env.HX_BENCH_WRITES ?? 300);

async function draw(server, { key, type, config }, node) {
  const workflow = await call(server, 'workflows:create', { key, title: key, type, config, sync: false });
  if (node) await call(server, `workflows/${workflow.id}/nodes:create`, { title: key, upstreamId: null, ...node });
  await call(server, `workflows:update?filterByTk=${workflow.id}`, { enabled: true });
  return workflow.id;
}

const disable = (server, id) => call(server, `workflows:update?filterByTk=${id}`, { enabled: false });

async function until(ask, what) {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${what} did not happen within ten minutes`);
}

const countOf = async (server, text) => Number((await sql(server, text))[0].count);

/** 1,000 records reach a state, get their task, and are decided by one holder: half of them one by one, half in bulk. */
async function startAndDecide({ pack, holder }) {
  await call(pack, 'collections:create', {
    name: 'benchMatters',
    title: 'benchMatters',
    fields: [
      { type: 'string', name: 'title', interface: 'input', uiSchema: { title: 'title', 'x-component': 'Input' } },
    ],
  });
  const id = await draw(
    pack,
    { key: 'bench-reviews', type: 'hx-transition', config: { collection: 'benchMatters', on: 'create' } },
    {
      type: 'hx-review',
      config: { assignees: [{ type: 'users', userIds: [holder.id] }], mode: { kind: 'any' }, allow: { batch: true } },
    },
  );
  const begun = performance.now();
  await measure(REVIEWS, (index) => ({
    url: `${pack.url}/api/benchMatters:create`,
    method: 'POST',
    token: pack.token,
    body: { title: `Matter ${index}` },
  }));
  const pending = `SELECT count(*) FROM "hxReviewTasks" WHERE "workflowKey" = 'bench-reviews' AND state = 'pending'`;
  await until(async () => (await countOf(pack, pending)) === REVIEWS, `${REVIEWS} tasks`);
  const started = REVIEWS / ((performance.now() - begun) / 1000);
  const tasks = await sql(pack, `SELECT id FROM "hxReviewTasks" WHERE "workflowKey" = 'bench-reviews' ORDER BY id`);
  const request = (action, body) => ({
    url: `${pack.url}/api/hxReviewTasks:${action}`,
    method: 'POST',
    token: holder.token,
    body,
  });
  const decision = { decision: 'approve', opinion: '同意' };
  const decided = await measure(REVIEWS - BULK, (index) => request(`decide/${tasks[index].id}`, decision));
  const groups = Array.from({ length: Math.ceil(BULK / GROUP) }, (_, index) =>
    tasks
      .slice(REVIEWS - BULK)
      .slice(index * GROUP, (index + 1) * GROUP)
      .map(({ id }) => id),
  );
  const bulkBegun = performance.now();
  await measure(groups.length, (index) => request('decideMany', { ...decision, ids: groups[index] }), 1);
  const bulkSeconds = (performance.now() - bulkBegun) / 1000;
  const left = await countOf(pack, pending);
  if (left > 0) throw new Error(`${left} tasks were not decided`);
  await until(
    async () =>
      (await countOf(pack, `SELECT count(*) FROM executions WHERE key = 'bench-reviews' AND status = 0`)) === 0,
    'the end of every run',
  );
  await disable(pack, id);
  return [
    {
      title: `reviews started, ${REVIEWS.toLocaleString('en')} records created to tasks there`,
      with: `${started.toFixed(0)}/s`,
      target: '≥ 40/s',
      ok: started >= 40,
    },
    {
      title: `reviews decided one by one, ${(REVIEWS - BULK).toLocaleString('en')} of them`,
      with: `${decided.medianMs.toFixed(0)} ms, ${decided.perSecond.toFixed(0)}/s`,
      target: '≥ 60/s',
      ok: decided.perSecond >= 60,
    },
    {
      title: `bulk decision of ${BULK.toLocaleString('en')}, in groups of ${GROUP}`,
      with: `${bulkSeconds.toFixed(1)} s`,
      target: '≤ 10 s',
      ok: bulkSeconds <= 10,
    },
  ];
}

/** The task centre of somebody with 5,000 tasks among 500,000. */
async function taskCentre({ pack, holder }) {
  await sql(
    pack,
    `INSERT INTO "hxReviewTasks" (id, title, "stepTitle", "userId", state, "collectionName", "recordId", "recordTitle", "areaCode",
       "processKey", "stepId", "workflowId", "workflowKey", "executionId", "nodeId", "jobId", round, fallback, sequence, "canBatch",
       "startedAt", "dueAt", "createdAt", "updatedAt")
     SELECT 10000000 + n, 'Matter ' || n, 'Step', CASE WHEN n <= ${HELD} THEN ${holder.id} ELSE 1 END,
       CASE WHEN n % 3 = 0 THEN 'approved' ELSE 'pending' END, 'benchMatters', n::text, 'Matter ' || n, '370681001001',
       'bench', n, 1, 'bench-filled', n, 1, n, 1, false, 0, false, now() - n * interval '1 second', now() + n * interval '1 second',
       now(), now()
     FROM generate_series(1, ${TASKS}) n`,
  );
  await sql(pack, 'ANALYZE "hxReviewTasks"');
  const list = () =>
    measure(100, () => ({ url: `${pack.url}/api/hxReviewTasks:mine?pageSize=20`, token: holder.token }));
  await list();
  const { medianMs, p95Ms, perSecond } = await list();
  await sql(pack, `DELETE FROM "hxReviewTasks" WHERE "workflowKey" = 'bench-filled'`);
  return {
    title: `task centre: 20 of ${HELD.toLocaleString('en')} tasks among ${TASKS.toLocaleString('en')}, with count`,
    with: `${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms, ${perSecond.toFixed(0)}/s`,
  };
}

/** What a workflow costs the request that starts it: our trigger on a create, against NocoBase's own. */
async function dispatch({ pack }) {
  await call(pack, 'collections:create', {
    name: 'benchPlain',
    title: 'benchPlain',
    fields: [
      { type: 'string', name: 'title', interface: 'input', uiSchema: { title: 'title', 'x-component': 'Input' } },
    ],
  });
  const create = () =>
    measure(WRITES, (index) => ({
      url: `${pack.url}/api/benchPlain:create`,
      method: 'POST',
      token: pack.token,
      body: { title: `Matter ${index}` },
    }));
  const withWorkflow = async (workflow) => {
    const id = await draw(pack, workflow);
    const result = await create();
    await disable(pack, id);
    return result;
  };
  let round = 0;
  const [theirs, ours] = await inTurn(
    3,
    () =>
      withWorkflow({
        key: `bench-theirs-${(round += 1)}`,
        type: 'collection',
        config: { collection: 'benchPlain', mode: 1, changed: [], condition: { $and: [] }, appends: [] },
      }),
    () =>
      withWorkflow({
        key: `bench-ours-${(round += 1)}`,
        type: 'hx-transition',
        config: { collection: 'benchPlain', on: 'create' },
      }),
  );
  return {
    title: 'create that starts a workflow: NocoBase’s own trigger against ours',
    without: `${theirs.medianMs.toFixed(1)} ms, ${theirs.perSecond.toFixed(0)}/s`,
    with: `${ours.medianMs.toFixed(1)} ms, ${ours.perSecond.toFixed(0)}/s`,
    ratio: ours.medianMs / theirs.medianMs,
  };
}

export async function reviews({ pack }) {
  const password = 'Bench-password-1';
  const user = await call(pack, 'users:create', {
    username: 'bench-holder',
    nickname: 'bench-holder',
    password,
    roles: [{ name: 'member' }],
  });
  const holder = { id: user.id, token: await signIn(pack, 'bench-holder', password) };
  return [await dispatch({ pack }), ...(await startAndDecide({ pack, holder })), await taskCentre({ pack, holder })];
}
