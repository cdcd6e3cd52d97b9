/**
 * Two server processes on one database, one of them killed between a decision and the next step, another one started:
 * no task is lost, none is doubled, no step runs twice.
 */
import fs from 'node:fs';
import { callApi } from '../support/browser';
import { databaseSession, inDatabase, rowsOf } from '../support/database';
import { startBeside, startOwnProduct, type OwnProduct } from '../support/product';
import { makeSmallCity, PASSWORD, signIn } from '../support/small-city';

jest.setTimeout(300_000);

const MEMBERS = 6;
const WAIT_MS = 60_000;
/** The sweep that makes good what a dead process left runs at start and once a minute. */
const SWEEP_MS = 120_000;
/** Key of the lock that holds a server back where it writes the next step. */
const HELD_BACK = 4_711;
let first: OwnProduct;
let second: OwnProduct;
let third: OwnProduct | undefined;
/** Registrations in the order of their members. */
const records: number[] = [];
const tokens = new Map<string, string>();

beforeAll(async () => {
  first = await startOwnProduct();
  const { unit, building } = await makeSmallCity(first);
  await signInEverybody();
  await drawWorkflow();
  second = await startBeside(first);
  const find = async (collection: string, name: string): Promise<number> => {
    const filter = encodeURIComponent(JSON.stringify({ name }));
    return (await asAdministrator<{ id: number }[]>(`${collection}:list?filter=${filter}`))[0].id;
  };
  const [unitId, areaId] = [await find('hxUnits', unit), await find('hxAreas', building)];
  for (let index = 0; index < MEMBERS; index += 1) {
    const { id } = await callApi<{ id: number }>(first, tokenOf(`member${index}`), 'hxMemberRegistrations:create', {
      personName: `报到人${index}`,
      phone: `1380000100${index}`,
      unit: { id: unitId },
      homeArea: { id: areaId },
      consentVersion: '2026-1',
    });
    records.push(id);
  }
});
afterAll(async () => {
  for (const product of [third, second, first]) {
    await product?.stop();
    if (product) fs.rmSync(product.storage, { recursive: true, force: true });
  }
});

const tokenOf = (account: string): string => tokens.get(account) ?? '';
const asAdministrator = <T>(path: string, body?: unknown): Promise<T> =>
  callApi<T>(first, tokenOf('administrator'), path, body);

/** Both processes sign with the same key, so one session serves for both. */
async function signInEverybody(): Promise<void> {
  tokens.set('administrator', await signIn(first, first.administrator, first.administratorPassword));
  for (let index = 0; index < MEMBERS; index += 1) {
    const username = `member${index}`;
    await asAdministrator('users:create', {
      username,
      nickname: username,
      password: PASSWORD,
      roles: [{ name: 'hx-member' }],
    });
    tokens.set(username, await signIn(first, username, PASSWORD));
  }
  for (const account of ['small-official', 'small-street', 'small-city'])
    tokens.set(account, await signIn(first, account, PASSWORD));
}

/** Two may do the first review; the workflow itself then moves the record; one does the second. */
async function drawWorkflow(): Promise<void> {
  const users = await asAdministrator<{ id: number; username: string }[]>('users:list?pageSize=100');
  const named = (...names: string[]) => [
    { type: 'users', userIds: users.filter(({ username }) => names.includes(username)).map(({ id }) => id) },
  ];
  const [seeded] = await asAdministrator<{ id: number }[]>('workflows:list');
  await asAdministrator(`workflows:update?filterByTk=${seeded.id}`, { enabled: false });
  const workflow = await asAdministrator<{ id: number }>('workflows:create', {
    title: '两道审批',
    type: 'hx-transition',
    sync: false,
    config: { collection: 'hxMemberRegistrations', on: 'state', states: ['submitted'], appends: [] },
  });
  let upstreamId: number | null = null;
  for (const [type, title, config] of [
    ['hx-review', '初审', { assignees: named('small-official', 'small-street'), fields: [] }],
    [
      'hx-move',
      '单位视为确认',
      {
        collection: 'hxMemberRegistrations',
        recordId: '{{$context.data.id}}',
        transition: 'confirm',
        actor: 'system',
      },
    ],
    ['hx-review', '复核', { assignees: named('small-city'), fields: [], outcome: { approved: 'accept' } }],
  ] as const) {
    const node: { id: number } = await asAdministrator(`workflows/${workflow.id}/nodes:create`, {
      type,
      title,
      config,
      upstreamId,
    });
    upstreamId = node.id;
  }
  await asAdministrator(`workflows:update?filterByTk=${workflow.id}`, { enabled: true });
}

async function eventually<T>(what: string, ask: () => Promise<T | null>, limit = WAIT_MS): Promise<T> {
  for (const end = Date.now() + limit; Date.now() < end;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`${what} did not happen`);
}

interface Task {
  id: string;
  step: string;
  who: string;
  state: string;
}
const tasksOf = (record: number): Promise<Task[]> =>
  rowsOf<Task>(
    first,
    `SELECT t.id::text AS id, s.title AS step, u.username AS who, t.state
     FROM "hxReviewTasks" t JOIN "hxReviewSteps" s ON s.id = t."stepId" JOIN users u ON u.id = t."userId"
     WHERE t."recordId" = $1 ORDER BY t.id`,
    [String(record)],
  );
const pending = (record: number, step: string, who: string): Promise<string> =>
  eventually(`“${step}” of ${record} with ${who}`, async () => {
    const task = (await tasksOf(record)).find((each) => each.step === step && each.who === who);
    return task?.state === 'pending' ? task.id : null;
  });
const transitionsOf = async (record: number): Promise<string[]> =>
  (
    await rowsOf<{ transition: string }>(
      first,
      `SELECT transition FROM "hxEvents" WHERE "collectionName" = 'hxMemberRegistrations' AND "recordId" = $1
       AND transition IN ('submit', 'confirm', 'accept') ORDER BY at, id`,
      [String(record)],
    )
  ).map(({ transition }) => transition);
const steps = async (record: number): Promise<string[]> =>
  (
    await rowsOf<{ title: string }>(
      first,
      `SELECT title FROM "hxReviewSteps" WHERE "recordId" = $1 ORDER BY "startedAt", id`,
      [String(record)],
    )
  ).map(({ title }) => title);

interface Answer {
  status: number;
  code: string | undefined;
}
async function decide(at: OwnProduct, who: string, task: string, body: object): Promise<Answer> {
  const answer = await fetch(`${at.url}/api/hxReviewTasks:decide/${task}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf(who)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { errors } = (await answer.json()) as { errors?: { code?: string }[] };
  return { status: answer.status, code: errors?.[0]?.code };
}

it('starts one run for each event, whichever process it happened in', async () => {
  await Promise.all(
    records.map((id, index) =>
      callApi(index % 2 === 0 ? first : second, tokenOf(`member${index}`), `hxMemberRegistrations:transition/${id}`, {
        transition: 'submit',
      }),
    ),
  );
  for (const id of records) {
    await pending(id, '初审', 'small-official');
    await pending(id, '初审', 'small-street');
  }
  for (const id of records) expect(await steps(id)).toEqual(['初审']);
});

it('lets one of two decide who act at once in two processes, and runs the next steps once', async () => {
  for (const [index, id] of records.slice(0, 4).entries()) {
    const [official, street] = index % 2 === 0 ? [first, second] : [second, first];
    // both tasks are looked up first: one that is decided takes the other with it
    const tasks = [await pending(id, '初审', 'small-official'), await pending(id, '初审', 'small-street')];
    const answers = await Promise.all([
      decide(official, 'small-official', tasks[0], { decision: 'approve' }),
      decide(street, 'small-street', tasks[1], { decision: 'approve' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('TASK_ALREADY_DECIDED');
  }
  for (const id of records.slice(0, 4)) {
    await pending(id, '复核', 'small-city');
    expect(await steps(id)).toEqual(['初审', '复核']);
    expect(await transitionsOf(id)).toEqual(['submit', 'confirm']);
  }
});

it('goes on, once, after a process was killed between a decision and the next step', async () => {
  const id = records[4];
  const task = await pending(id, '初审', 'small-official');
  const session = await databaseSession(first);
  await session.query(`CREATE FUNCTION hold_back() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock(${HELD_BACK}); RETURN NEW; END'`);
  await session.query(`SELECT pg_advisory_lock(${HELD_BACK})`);
  await session.query(
    `CREATE TRIGGER hold_back BEFORE INSERT ON "hxReviewSteps" FOR EACH ROW EXECUTE FUNCTION hold_back()`,
  );
  try {
    expect((await decide(first, 'small-official', task, { decision: 'approve' })).status).toBe(200);
    const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${HELD_BACK} AND NOT granted`;
    await eventually('the next step', async () => (await rowsOf(first, waiting))[0] ?? null);
    process.kill(first.process, 'SIGKILL');
    await eventually('the end of the killed process', () =>
      fetch(`${first.url}/api/app:getLang`).then(
        () => null,
        () => true,
      ),
    );
    await session.query(`SELECT pg_advisory_unlock(${HELD_BACK})`);
  } finally {
    // waits until the database has rolled back what the killed process was about to write
    await session.query('DROP TRIGGER hold_back ON "hxReviewSteps"');
    await session.end();
  }
  expect(await steps(id)).toEqual(['初审']);
  expect(await transitionsOf(id)).toEqual(['submit', 'confirm']);

  // the dead process had claimed what follows for some minutes; they pass
  const later = `UPDATE "hxReviewSteps" SET "settledAt" = now() - interval '1 hour', "resumeClaimedAt" = now() - interval '1 hour'
    WHERE "recordId" = $1 AND "settledAt" IS NOT NULL`;
  expect(await inDatabase(first, later, [String(id)])).toBe(1);
  third = await startBeside(first);
  await eventually('the sweep', async () => ((await steps(id)).length > 1 ? true : null), SWEEP_MS);
  await pending(id, '复核', 'small-city');
  expect(await steps(id)).toEqual(['初审', '复核']);
  expect(await transitionsOf(id)).toEqual(['submit', 'confirm']);
});

it('has lost nothing and doubled nothing in the end', async () => {
  const [left, right] = [second, third ?? second];
  const task = await pending(records[5], '初审', 'small-street');
  expect((await decide(right, 'small-street', task, { decision: 'approve' })).status).toBe(200);
  for (const [index, id] of records.entries()) {
    const at = index % 2 === 0 ? left : right;
    const answer = await decide(at, 'small-city', await pending(id, '复核', 'small-city'), { decision: 'approve' });
    expect(answer.status).toBe(200);
  }
  for (const id of records) {
    expect(await transitionsOf(id)).toEqual(['submit', 'confirm', 'accept']);
    const tasks = (await tasksOf(id)).map(({ step, state }) => `${step} ${state}`).sort();
    expect(tasks).toEqual(['初审 approved', '初审 skipped', '复核 approved']);
  }
  const runs = `SELECT status, COUNT(*)::int AS count FROM executions GROUP BY status`;
  await eventually('the end of every run', async () => {
    const found = await rowsOf<{ status: number; count: number }>(first, runs);
    return found.length === 1 && found[0].status === 1 ? true : null;
  });
  expect(await rowsOf(first, runs)).toEqual([{ status: 1, count: MEMBERS }]);
});
