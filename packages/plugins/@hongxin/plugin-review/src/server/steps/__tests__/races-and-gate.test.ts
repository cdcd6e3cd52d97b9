import { app, cityClock, reset, signInAs, type Answer, type Client } from '@test/server/harness';
import {
  codes,
  COMMUNITY,
  move,
  newErrand,
  prepareErrands,
  removeErrands,
  stateOf,
  type Cast,
} from '@test/server/foundation/errands';
import type { ReviewNodeConfig } from '../../../shared/config';
import {
  decide,
  drawWorkflow,
  eraseWorkflows,
  eventually,
  executionsOf,
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
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  first = await signInAs('racer-first', ['member']);
  second = await signInAs('racer-second', ['member']);
});
afterEach(async () => {
  cityClock().right();
  await eraseWorkflows();
});
afterAll(removeErrands);

const config = (more: Partial<ReviewNodeConfig> = {}): Partial<ReviewNodeConfig> => ({
  assignees: named(first, second),
  outcome: { approved: 'accept', returned: 'return' },
  allow: { return: true, reject: true, transfer: true, addSigner: true, withdraw: true, batch: true },
  ...more,
});

async function waiting(
  more: Partial<ReviewNodeConfig> = {},
): Promise<{ id: number; key: string; mine: string; theirs: string }> {
  const { key } = await drawWorkflow([{ key: 'r', config: config(more) }]);
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  await settled();
  const theirs = (await tasksOf(id)).find(({ userId }) => Number(userId) === second.userId);
  return { id, key, mine: await pendingTask(first, id), theirs: String(theirs?.id ?? '') };
}

const outcomesOf = async (id: number, transitions: string[]): Promise<number> =>
  app()
    .db.getModel('hxEvents')
    .count({ where: { recordId: String(id), transition: transitions } });
/** What the loser of a race is told. */
const lost = (...answers: Answer[]): object | undefined =>
  answers.find(({ status }) => status === 409)?.body.errors?.[0] as object | undefined;
const statuses = (...answers: Answer[]): number[] => answers.map(({ status }) => status).sort();

describe('of several who act at once, one outcome', () => {
  it('two deciders of "any one": the other is told who it was', async () => {
    const { id, mine, theirs } = await waiting();
    const answers = await Promise.all([
      decide(first, mine, { decision: 'approve' }),
      decide(second, theirs, { decision: 'return', opinion: '不行' }),
    ]);
    expect(statuses(...answers)).toEqual([200, 409]);
    const winner = answers[0].status === 200 ? 'racer-first' : 'racer-second';
    const what = answers[0].status === 200 ? 'approved' : 'returned';
    expect(lost(...answers)).toMatchObject({ code: 'TASK_ALREADY_DECIDED', params: { who: winner, what } });
    expect(await outcomesOf(id, ['accept', 'return'])).toBe(1);
  });

  it('an approval against a return of "all": the return stands, whoever was first', async () => {
    const { id, mine, theirs } = await waiting({ mode: { kind: 'all' } });
    const [approval, refusal] = await Promise.all([
      decide(first, mine, { decision: 'approve' }),
      decide(second, theirs, { decision: 'return', opinion: '不行' }),
    ]);
    expect(refusal.status).toBe(200);
    expect([200, 409]).toContain(approval.status);
    if (approval.status === 409)
      expect(lost(approval)).toMatchObject({
        code: 'TASK_ALREADY_DECIDED',
        params: { who: 'racer-second', what: 'returned' },
      });
    expect(await stateOf(id)).toBe('returned');
    expect(await outcomesOf(id, ['accept', 'return'])).toBe(1);
    expect((await tasksOf(id)).filter(({ state }) => state === 'pending')).toEqual([]);
  });

  it('two deciders of "all": both count, the record moves once', async () => {
    const { id, mine, theirs } = await waiting({ mode: { kind: 'all' } });
    const answers = await Promise.all([
      decide(first, mine, { decision: 'approve' }),
      decide(second, theirs, { decision: 'approve' }),
    ]);
    expect(statuses(...answers)).toEqual([200, 200]);
    expect(await stateOf(id)).toBe('accepted');
    expect(await outcomesOf(id, ['accept'])).toBe(1);
  });

  it('the same button twice', async () => {
    const { id, mine } = await waiting();
    const press = () => decide(first, mine, { decision: 'approve' });
    expect(statuses(...(await Promise.all([press(), press()])))).toEqual([200, 409]);
    expect(await outcomesOf(id, ['accept'])).toBe(1);
  });

  it('the same call again under its key answers as the first did', async () => {
    const { id, mine } = await waiting();
    const press = () =>
      first.post(
        `hxReviewTasks:decide/${mine}`,
        { decision: 'approve' },
        { headers: { 'Idempotency-Key': `k-${mine}` } },
      );
    expect(statuses(await press(), await press())).toEqual([200, 200]);
    expect(await outcomesOf(id, ['accept'])).toBe(1);
  });

  it('deciding against withdrawing', async () => {
    const { id, mine } = await waiting();
    const answers = await Promise.all([
      decide(first, mine, { decision: 'approve' }),
      cast.owner.post('hxReviewTasks:withdraw', { collection: 'hxTestErrands', recordId: String(id) }),
    ]);
    expect(statuses(...answers)).toEqual([200, 409]);
    expect(lost(...answers)).toMatchObject(
      answers[0].status === 409
        ? { code: 'TASK_ALREADY_DECIDED', params: { what: 'withdrawn', who: expect.stringMatching(/./) } }
        : { code: expect.stringMatching(/^(TASK_ALREADY_DECIDED|REVIEW_DECIDED_IN_PART)$/) },
    );
    expect(await outcomesOf(id, ['accept', 'return'])).toBe(1);
    expect(await stateOf(id)).toBe(answers[0].status === 200 ? 'accepted' : 'returned');
  });

  it('deciding against the time-out', async () => {
    const { id, mine } = await waiting({ deadline: { kind: 'working', amount: 1, unit: 'hour' }, onTimeout: 'return' });
    const later = new Date(Date.now() + 40 * 86_400_000);
    cityClock().turnTo(later);
    const [answer] = await Promise.all([decide(first, mine, { decision: 'approve' }), review().sweep.run()]);
    expect([200, 409]).toContain(answer.status);
    if (answer.status === 409)
      expect(lost(answer)).toMatchObject({ code: 'TASK_ALREADY_SETTLED', params: { what: 'timedOut' } });
    expect(await outcomesOf(id, ['accept', 'return'])).toBe(1);
    expect(await stateOf(id)).toBe(answer.status === 200 ? 'accepted' : 'returned');
  });

  it('transferring against deciding', async () => {
    const { id, mine } = await waiting({ assignees: [...named(first), ...named(second)] });
    const answers = await Promise.all([
      decide(first, mine, { decision: 'approve' }),
      decide(first, mine, { decision: 'transfer', toUserId: second.userId }),
    ]);
    expect(statuses(...answers)).toEqual([200, 409]);
    expect(lost(...answers)).toMatchObject({
      params: { what: answers[0].status === 200 ? 'approved' : 'transferred' },
    });
    const states = (await tasksOf(id)).map(({ state }) => state);
    expect(states.filter((state) => state === 'pending').length + (await outcomesOf(id, ['accept']))).toBe(1);
  });
});

describe('deciding against a direct transition', () => {
  it('moves the record once', async () => {
    const { id, mine } = await waiting({ allowDirect: true });
    const [decision, direct] = await Promise.all([
      decide(first, mine, { decision: 'approve' }),
      cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' }),
    ]);
    expect([decision.status, direct.status].sort()).toEqual([200, 409]);
    if (decision.status === 409) expect(lost(decision)).toMatchObject({ code: 'TASK_ALREADY_SETTLED' });
    expect(await outcomesOf(id, ['accept'])).toBe(1);
    expect(await stateOf(id)).toBe('accepted');
    expect((await tasksOf(id)).filter(({ state }) => state === 'pending')).toEqual([]);
  });
});

describe('a direct transition while a review waits', () => {
  it('by the holder is their decision, answered as before with the record', async () => {
    const { key } = await drawWorkflow([{ key: 'r', config: config({ assignees: named(cast.official) }) }]);
    const id = await newErrand(cast.owner);
    await move(id, 'submit');
    const task = await pendingTask(cast.official, id);
    const answer = await cast.official.post<{ id: number; state: string }>(`hxTestErrands:transition/${id}`, {
      transition: 'accept',
      opinion: '符合',
      values: { receipt: 'R-1' },
    });
    expect([answer.status, answer.body.data]).toMatchObject([200, { id, state: 'accepted', receipt: 'R-1' }]);
    expect((await tasksOf(id))[0]).toMatchObject({ id: expect.anything(), state: 'approved', opinion: '符合' });
    expect(String((await tasksOf(id))[0].id)).toBe(task);
    await eventually(async () => (await executionsOf(key))[0].status === 1);
  });

  it('is closed to others when the workflow performs it itself, and says with whom it is', async () => {
    const { id } = await waiting();
    const answer = await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    expect([answer.status, ...codes(answer)]).toEqual([400, 'REVIEW_PENDING']);
    expect(answer.body.errors?.[0]).toMatchObject({ params: { step: 'r', who: 'racer-first、racer-second' } });
    const outsider = await cast.streetOfficial.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    expect(outsider.status).toBe(403);
    const open = await cast.official.get<{ name: string; blocked?: unknown[] }[]>(`hxTestErrands:transitions/${id}`);
    const rows =
      (open.body.data as unknown as { rows?: { name: string; blocked?: unknown[] }[] }).rows ?? open.body.data;
    expect(rows.find(({ name }) => name === 'accept')?.blocked).toHaveLength(1);
  });

  it('stays open to those entitled where the node says so, and then supersedes the review', async () => {
    const { id, key, mine } = await waiting({ allowDirect: true });
    const answer = await cast.official.post(`hxTestErrands:transition/${id}`, { transition: 'accept' });
    expect(answer.status).toBe(200);
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(['superseded', 'superseded']);
    expect((await executionsOf(key))[0].status).toBe(-4);
    const late = await decide(first, mine, { decision: 'approve' });
    expect([late.status, ...codes(late)]).toEqual([409, 'TASK_ALREADY_SETTLED']);
  });

  it('of another kind passes and ends the review, and a review that comes too late begins nothing', async () => {
    const { id } = await waiting();
    await move(id, 'expire');
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(['superseded', 'superseded']);
    const background = jest.spyOn(review().background, 'start').mockImplementation(() => undefined);
    const late = await newErrand(cast.owner, { areaCode: `${COMMUNITY}002` });
    await move(late, 'submit', 'expire');
    background.mockRestore();
    await app().db.sequelize.query(
      `UPDATE executions SET "createdAt" = now() - interval '1 minute' WHERE "startedAt" IS NULL`,
    );
    await review().sweep.run();
    await settled();
    expect(await tasksOf(late)).toEqual([]);
  });
});
