import { appoint } from '@test/server/governance/city';
import { app, cityClock, Client, reset, runJob, settled, signInAs } from '@test/server/harness';
import {
  buildTown,
  codes,
  create,
  draft,
  list,
  moved,
  newMember,
  remove,
  stored,
  update,
  type Row,
  type Town,
} from '@test/server/registration/town';

let town: Town;
let worker: Client;
let post: Row;
beforeAll(async () => {
  await reset();
  town = await buildTown();
  const [{ id }] = await list(town.administrator, 'hxPosts', { filter: { areaId: town.east.id } });
  await end(id);
});
beforeEach(async () => {
  worker = await signInAs(`worker-${Math.random().toString(36).slice(2, 8)}`, ['hx-official']);
  post = await appoint(town.administrator, worker.userId, 'communitySecretary', town.east);
});
afterEach(async () => {
  cityClock().right();
  await end(post.id);
  await update(town.administrator, 'hxPostTypes', post.postTypeId, { enabled: true });
});

/** Ends a post: yesterday was its last day. One that has begun is never deleted. */
const end = (id: unknown) => update(town.administrator, 'hxPosts', id, { endsOn: chinaDay(Date.now() - DAY) });

interface Task extends Row {
  state: string;
  userId: number | null;
  fallback: boolean;
}
const DAY = 86_400_000;
const chinaDay = (moment: number): string => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);

async function tasksOf(id: unknown, state?: string): Promise<Task[]> {
  await settled();
  const rows = await app()
    .db.getModel('hxReviewTasks')
    .findAll({ where: { recordId: String(id), stepTitle: '社区接收' }, order: [['id', 'ASC']] });
  return rows.map((row) => row.toJSON() as Task).filter((task) => state === undefined || task.state === state);
}

/** A registration that waits with the community's worker. */
async function waiting(): Promise<{ id: number; member: Client; task: string }> {
  const member = await newMember();
  const { id } = await draft(town, member);
  await moved(member, id, 'submit');
  await settled();
  await moved(town.liaison, id, 'confirm');
  const [task] = await tasksOf(id, 'pending');
  expect(Number(task.userId)).toBe(worker.userId);
  return { id, member, task: String(task.id) };
}

const mine = async (client: Client): Promise<string[]> =>
  (await client.get<Row[]>('hxReviewTasks:mine')).body.data.map(({ recordId }) => String(recordId));
const doors = async (client: Client, task: string, deputy = client): Promise<number[]> => [
  (await deputy.get(`hxReviewTasks:open/${task}`)).status,
  (await deputy.get(`hxReviewTasks:candidates/${task}`)).status,
  (await deputy.post(`hxReviewTasks:decide/${task}`, { decision: 'return', opinion: '不行' })).status,
  (await deputy.post(`hxReviewTasks:decide/${task}`, { decision: 'transfer', toUserId: town.street_.userId })).status,
  (await deputy.post(`hxReviewTasks:decide/${task}`, { decision: 'approve', opinion: '同意' })).status,
];
const SHUT = [404, 404, 404, 404, 404];
const holders = async (id: unknown): Promise<unknown[]> => [
  ...new Set((await tasksOf(id, 'pending')).map(({ userId }) => Number(userId))),
];

describe('whoever has left office decides nothing, and the task goes to who holds it now (review-holder-left.json)', () => {
  const ways: [string, () => Promise<{ status: number }>][] = [
    ['ended', () => end(post.id)],
    [
      'given to another person',
      async () =>
        update(town.administrator, 'hxPosts', post.id, {
          personId: (await create(town.administrator, 'hxPersons', { name: '王无号' })).id,
        }),
    ],
    [
      'a kind of post that is no longer in use',
      () => update(town.administrator, 'hxPostTypes', post.postTypeId, { enabled: false }),
    ],
    [
      'the account taken from the person',
      () => update(town.administrator, 'hxPersons', post.personId, { userId: null }),
    ],
  ];
  it.each(ways)('%s', async (_way, leave) => {
    const { id, task } = await waiting();
    expect(await mine(worker)).toContain(String(id));
    expect((await leave()).status).toBe(200);
    expect(await mine(worker)).toEqual([]);
    expect(await doors(worker, task)).toEqual(SHUT);
    expect((await stored(town, id)).state).toBe('unitConfirmed');
    // nobody else holds it: those in charge of the place, as when the step begins
    expect(await holders(id)).toEqual([town.street_.userId]);
    expect(await mine(town.street_)).toContain(String(id));
    expect((await tasksOf(id))[0]).toMatchObject({ state: 'reassigned' });
    const traces = await app()
      .db.getModel('hxEvents')
      .count({ where: { recordId: String(id), transition: 'reviewReassign' } });
    expect(traces).toBe(1);
  });

  it('by its day, at China’s midnight; the successor has the task then', async () => {
    const { id, task } = await waiting();
    const today = chinaDay(Date.now());
    expect((await update(town.administrator, 'hxPosts', post.id, { endsOn: today })).status).toBe(200);
    expect(await holders(id)).toEqual([worker.userId]);
    const successor = await signInAs('successor-by-day', ['hx-official']);
    const next = await appoint(town.administrator, successor.userId, 'communitySecretary', town.east, {
      startsOn: chinaDay(Date.now() + DAY),
    });
    cityClock().turnTo(new Date(`${chinaDay(Date.now() + DAY)}T00:00:05+08:00`));
    expect(await mine(worker)).toEqual([]);
    expect(await doors(worker, task)).toEqual(SHUT);
    await runJob('review.sweep');
    expect(await holders(id)).toEqual([successor.userId]);
    expect(await mine(successor)).toContain(String(id));
    cityClock().right();
    await remove(town.administrator, 'hxPosts', next.id); // it has not begun
  });

  it('who is appointed later has what the reserve had meanwhile, and decides it', async () => {
    const { id } = await waiting();
    await end(post.id);
    expect(await holders(id)).toEqual([town.street_.userId]);
    const successor = await signInAs('successor-later', ['hx-official']);
    post = await appoint(town.administrator, successor.userId, 'communityWorker', town.east);
    expect(await mine(successor)).toContain(String(id));
    expect(await holders(id)).toEqual([successor.userId]);
    expect(await mine(town.street_)).not.toContain(String(id));
    const [task] = await tasksOf(id, 'pending');
    const decided = await successor.post(`hxReviewTasks:decide/${String(task.id)}`, { decision: 'approve' });
    expect(decided.status).toBe(200);
    expect((await stored(town, id)).state).toBe('accepted');
  });

  it('their deputies neither', async () => {
    const { task } = await waiting();
    const day = chinaDay(Date.now());
    const declared = { deputyId: town.westCommunity.userId, startsOn: day };
    expect((await worker.post('hxReviewDelegations:declare', declared)).status).toBe(200);
    expect((await town.westCommunity.get(`hxReviewTasks:open/${task}`)).status).toBe(200);
    await end(post.id);
    expect(await doors(worker, task, town.westCommunity)).toEqual(SHUT);
    expect(await mine(town.westCommunity)).toEqual([]);
  });
});

it('tasks of a deleted account go on, and urging tells whoever has them (review-holder-account-deleted.json)', async () => {
  const { id, task } = await waiting();
  await town.administrator.post('users:destroy', {}, { query: { filterByTk: worker.userId } });
  await runJob('review.sweep');
  expect(await holders(id)).toEqual([town.street_.userId]);
  expect((await town.city_.post(`hxReviewTasks:urge/${task}`)).status).toBe(200);
  const urged = (await tasksOf(id, 'pending')).filter(({ urgedAt }) => urgedAt !== null);
  expect(urged.map(({ userId }) => Number(userId))).toEqual([town.street_.userId]);
});

describe('deputies', () => {
  const declare = (client: Client, deputyId: unknown) =>
    client.post('hxReviewDelegations:declare', { deputyId, startsOn: chinaDay(Date.now()) });

  it('are those who decide themselves; anybody else is refused in the same words (review-deputy-any-account.json)', async () => {
    const { member } = await waiting();
    const outsiders = [member.userId, 999_999, worker.userId, 'x', -1, 1e20, null];
    const answers = [];
    for (const deputyId of outsiders) answers.push(await declare(worker, deputyId));
    expect(answers.map(({ status }) => status)).toEqual(outsiders.map(() => 400));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.errors))).size).toBe(1);
    expect(codes(answers[0])).toEqual(['DELEGATION_PERSON_INVALID']);
    // a member decides nothing: no deputies of any kind
    expect(codes(await declare(member, town.street_.userId))).toEqual(['DELEGATION_PERSON_INVALID']);
    expect((await declare(worker, town.estate.userId)).status).toBe(200);
  });

  it('who was named before, without a deciding role, stands in for nobody', async () => {
    const { id, member, task } = await waiting();
    await app()
      .db.getRepository('hxReviewDelegations')
      .create({ values: { userId: worker.userId, deputyId: member.userId, startsOn: '2020-01-01', state: 'active' } });
    expect(await mine(member)).toEqual([]);
    expect((await member.post(`hxReviewTasks:decide/${task}`, { decision: 'approve' })).status).toBe(404);
    expect((await stored(town, id)).state).toBe('unitConfirmed');
  });

  it('the applicant decides the own matter for nobody', async () => {
    const colleague = await signInAs('applying-official', ['hx-member', 'hx-official']);
    const held = await appoint(town.administrator, colleague.userId, 'communityWorker', town.west);
    const asMember = new Client(colleague.token, 'hx-member', colleague.userId);
    const { id } = await draft(town, asMember);
    await moved(asMember, id, 'submit');
    await settled();
    await moved(town.liaison, id, 'confirm');
    const [task] = await tasksOf(id, 'pending');
    expect((await declare(worker, colleague.userId)).status).toBe(200);
    const decided = await colleague.post(`hxReviewTasks:decide/${String(task.id)}`, { decision: 'approve' });
    expect([decided.status, codes(decided)]).toEqual([403, ['REVIEW_OWN_MATTER']]);
    expect(await mine(colleague)).not.toContain(String(id));
    const pressed = await colleague.post(`hxMemberRegistrations:transition/${String(id)}`, { transition: 'accept' });
    expect(pressed.status).not.toBe(200);
    await end(held.id);
  });
});

it('keeps every task with somebody', async () => {
  await runJob('review.sweep');
  const orphans = await app()
    .db.getModel('hxReviewTasks')
    .count({ where: { state: ['pending', 'waiting'], userId: null } });
  expect(orphans).toBe(0);
});
