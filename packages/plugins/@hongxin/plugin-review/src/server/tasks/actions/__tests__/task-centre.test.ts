import { read as readBook, utils } from '@e965/xlsx';
import { app, cityClock, reset, server, signInAs, type Client } from '@test/server/harness';
import {
  codes,
  COMMUNITY,
  move,
  newErrand,
  prepareErrands,
  removeErrands,
  type Cast,
} from '@test/server/foundation/errands';
import type {
  Counts,
  DecideManyAnswer,
  OpenTask,
  PendingOf,
  SupervisionFigures,
  TaskRow,
  Timeline,
} from '../../../../shared/contract';
import {
  decide,
  drawWorkflow,
  eraseWorkflows,
  eventually,
  named,
  pendingTask,
  settled,
  tasksOf,
  review,
} from '@test/server/review/reviews';

jest.setTimeout(120_000);

let cast: Cast;
let holder: Client;
let deputy: Client;
let stranger: Client;
let city: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  holder = await signInAs('centre-holder', ['member']);
  deputy = await signInAs('centre-deputy', ['hx-official']);
  stranger = await signInAs('centre-stranger', ['member']);
  city = await signInAs('centre-city', ['hx-city']);
});
afterEach(async () => {
  cityClock().right();
  await eraseWorkflows();
});
afterAll(removeErrands);

const reviewed = {
  assignees: [] as ReturnType<typeof named>,
  outcome: { approved: 'accept', returned: 'return' },
  deadline: { kind: 'working' as const, amount: 1, unit: 'day' as const },
  allow: { return: true, reject: false, transfer: true, addSigner: true, withdraw: true, batch: true },
};

async function waiting(count = 1, more: object = {}): Promise<number[]> {
  await drawWorkflow([
    {
      key: 'step one',
      config: { ...reviewed, title: '审核：{{$context.data.title}}', assignees: named(holder), ...more },
    },
    { key: 'step two', config: { assignees: named(deputy), outcome: {} } },
  ]);
  const ids: number[] = [];
  for (let each = 0; each < count; each += 1) {
    const id = await newErrand(cast.owner, { title: `Errand ${each + 1}`, number: `E-${Date.now()}-${each}` });
    await move(id, 'submit');
    ids.push(id);
  }
  for (const id of ids) await pendingTask(holder, id);
  await settled();
  return ids;
}

const mine = async (client: Client, query: object = {}): Promise<{ rows: TaskRow[]; count: number }> => {
  const answer = await client.get<TaskRow[]>('hxReviewTasks:mine', { ...query });
  return { rows: answer.body.data, count: Number(answer.body.meta?.count) };
};

it('lists what waits, filtered and in pages, and counts it; NocoBase’s own count follows', async () => {
  const ids = await waiting(3);
  const all = await mine(holder);
  expect(all.count).toBe(3);
  expect(all.rows[0]).toMatchObject({
    title: '审核：Errand 1',
    stepTitle: 'step one',
    state: 'pending',
    recordId: String(ids[0]),
    processKey: 'testErrand',
    areaCode: `${COMMUNITY}001`,
    applicant: { nickname: 'errand-owner' },
    overdue: false,
    canBatch: true,
    reason: { type: 'users', text: 'Named people' },
  });
  expect((await mine(holder, { page: 2, pageSize: 2 })).rows).toHaveLength(1);
  expect((await mine(holder, { keyword: 'Errand 2' })).rows.map(({ recordId }) => recordId)).toEqual([String(ids[1])]);
  expect((await mine(holder, { areaCode: '370681001' })).count).toBe(3);
  expect((await mine(holder, { areaCode: '370681009' })).count).toBe(0);
  expect((await mine(holder, { process: 'other' })).count).toBe(0);
  expect((await mine(stranger)).count).toBe(0);
  cityClock().turnBy(40 * 86_400_000);
  expect((await holder.get<Counts>('hxReviewTasks:counts')).body.data).toEqual({ pending: 3, overdue: 3, copied: 0 });
  expect((await mine(holder, { overdue: true })).rows[0].overdue).toBe(true);
  await settled();
  const stats = await holder.get<{ type: string; stats: { pending: number } }[]>('userWorkflowTasks:listMine');
  expect(stats.body.data.find(({ type }) => type === 'hxReview')?.stats.pending).toBe(3);
});

it('opens a task for its holder: record, history, what is allowed, phrases, what comes next; for nobody else', async () => {
  const fields = [
    { name: 'title', mode: 'read' },
    { name: 'people', mode: 'required' },
  ];
  const [id] = await waiting(1, { fields });
  const task = await pendingTask(holder, id);
  const opened = (await holder.get<OpenTask>(`hxReviewTasks:open/${task}`)).body.data;
  expect(opened.record).toMatchObject([
    { name: 'title', title: 'Title', display: 'Errand 1', mode: 'read' },
    { name: 'people', title: 'People', value: null, mode: 'required' },
  ]);
  expect(opened.allowed).toEqual({ approve: true, return: true, reject: false, transfer: true, addSigner: true });
  expect(opened.next).toEqual(['step two']);
  expect(opened.phrases.length).toBeGreaterThan(3);
  expect(opened.history.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    'transition Submit',
    'waiting step one',
  ]);
  expect((await stranger.get(`hxReviewTasks:open/${task}`)).status).toBe(404);
  expect((await stranger.get(`hxReviewTasks:candidates/${task}`)).status).toBe(404);
  const asApplicant = (await cast.owner.get<OpenTask>(`hxReviewTasks:open/${task}`)).body.data;
  expect(Object.values(asApplicant.allowed)).toEqual([false, false, false, false, false]);
});

it('tells one timeline of transitions and reviews, with opinions, waiting time and who has it now', async () => {
  const [id] = await waiting();
  await decide(holder, await pendingTask(holder, id), { decision: 'approve', opinion: '属实' });
  await pendingTask(deputy, id);
  const query = { collection: 'hxTestErrands', recordId: String(id) };
  const timeline = (await cast.owner.get<Timeline>('hxReviewTasks:timeline', query)).body.data;
  expect(timeline.entries.map(({ kind, title, who, opinion }) => [kind, title, who, opinion])).toEqual([
    ['transition', 'Submit', 'System', 'because'],
    ['review', 'step one', 'centre-holder', '属实'],
    ['transition', 'Accept', 'centre-holder', null],
    ['waiting', 'step two', 'centre-deputy', null],
  ]);
  expect(timeline.current).toMatchObject([{ stepTitle: 'step two', with: ['centre-deputy'] }]);
  expect((await stranger.get('hxReviewTasks:timeline', query)).status).toBe(404);
  const pending = (await deputy.get<PendingOf>('hxReviewTasks:pendingOf', query)).body.data;
  expect(pending.task?.stepTitle).toBe('step two');
  const done = await mine(holder, { box: 'done' });
  expect(done.rows).toMatchObject([{ state: 'approved', decision: 'approve', opinion: '属实' }]);
  const started = await mine(cast.owner, { box: 'started' });
  expect(started.rows.find(({ recordId }) => recordId === String(id))?.current).toMatchObject([
    { stepTitle: 'step two' },
  ]);
});

it('decides several at once, each by itself, and says of each what is wrong', async () => {
  const ids = await waiting(3);
  await app()
    .db.getRepository('hxTestErrands')
    .update({ filterByTk: ids[1], values: { people: 13 } });
  const tasks = await Promise.all(ids.map((id) => pendingTask(holder, id)));
  const body = { ids: [...tasks, '42'], decision: 'approve', opinion: '批量同意' };
  const answer = await holder.post<DecideManyAnswer[]>('hxReviewTasks:decideMany', body);
  expect(answer.body.data.map(({ ok }) => ok)).toEqual([true, false, true, false]);
  expect(answer.body.data[1].errors).toMatchObject([{ code: 'VALUE_INVALID' }]);
});

it('lets a deputy see and decide for the time and the processes named, and says on whose behalf', async () => {
  const [id, other] = await waiting(2);
  const task = await pendingTask(holder, id);
  expect((await decide(deputy, task, { decision: 'approve' })).status).toBe(404);
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const declared = { deputyId: deputy.userId, startsOn: day(-1), endsOn: day(2), processes: ['testErrand'] };
  expect(codes(await holder.post('hxReviewDelegations:declare', { ...declared, endsOn: day(-3) }))).toEqual([
    'DELEGATION_PERIOD_INVALID',
  ]);
  expect((await holder.post('hxReviewDelegations:declare', { ...declared, deputyId: holder.userId })).status).toBe(400);
  const given = await holder.post<{ id: string }>('hxReviewDelegations:declare', declared);
  expect(given.status).toBe(200);
  const seen = (await mine(deputy)).rows.find(({ recordId }) => recordId === String(id));
  expect(seen?.onBehalfOf?.nickname).toBe('centre-holder');
  expect((await decide(deputy, task, { decision: 'approve' })).status).toBe(200);
  const [event] = await app()
    .db.getModel('hxEvents')
    .findAll({ where: { recordId: String(id), transition: 'accept' } });
  expect(event.get()).toMatchObject({ actorName: 'centre-deputy', onBehalfOfId: holder.userId });
  expect((await stranger.post(`hxReviewDelegations:revoke/${given.body.data.id}`)).status).toBe(404);
  expect((await holder.post(`hxReviewDelegations:revoke/${given.body.data.id}`)).status).toBe(200);
  expect((await decide(deputy, await pendingTask(holder, other), { decision: 'approve' })).status).toBe(404);
});

it('refuses a delegation that says nothing new or nothing that can be read, and names what is wrong', async () => {
  await waiting(1); // who has nothing to decide has nothing to hand over
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const right = { deputyId: deputy.userId, startsOn: day(10), endsOn: day(12), processes: ['testErrand'] };
  const declare = (values: object) => holder.post('hxReviewDelegations:declare', { ...right, ...values });
  const first = await declare({});
  expect([first.status, codes(first)]).toEqual([200, []]);
  for (const [values, code] of [
    [{ startsOn: '2026-13-01' }, 'DAY_IMPOSSIBLE'],
    [{ startsOn: '2026-02' }, 'DAY_IS_MONTH'],
    [{ startsOn: 5 }, 'VALUE_NOT_A_DATE'],
    [{ startsOn: null }, 'FIELD_REQUIRED'],
    [{ endsOn: {} }, 'VALUE_NOT_A_DATE'],
    [{ startsOn: '2019-01-01', endsOn: '2020-01-01' }, 'DELEGATION_PAST'],
    [{}, 'DELEGATION_TWICE'],
    [{ endsOn: null, processes: [] }, 'DELEGATION_TWICE'],
    [{ startsOn: day(12) }, 'DELEGATION_TWICE'],
    [{ processes: 'testErrand' }, 'BODY_FIELD_INVALID'],
    [{ processes: 5 }, 'BODY_FIELD_INVALID'],
    [{ processes: {} }, 'BODY_FIELD_INVALID'],
    [{ processes: ['x'] }, 'DELEGATION_PROCESS_UNKNOWN'],
    [{ processes: [null] }, 'DELEGATION_PROCESS_UNKNOWN'],
  ] as const)
    expect([values, codes(await declare(values))]).toEqual([values, [code]]);
  const later = await declare({ startsOn: day(13), endsOn: day(14) });
  expect(later.status).toBe(200);
  for (const { body } of [first, later])
    await holder.post(`hxReviewDelegations:revoke/${(body.data as { id: string }).id}`);
});

it('says of a decision that is missing or no text what is wrong with it', async () => {
  const [id] = await waiting(1);
  const task = await pendingTask(holder, id);
  const asked = async (body: object) => codes(await holder.post(`hxReviewTasks:decide/${task}`, body));
  expect(await asked({})).toEqual(['REVIEW_DECISION_MISSING']);
  expect(await asked({ decision: ['approve'] })).toEqual(['BODY_FIELD_INVALID']);
  expect(await asked({ decision: 'x' })).toEqual(['REVIEW_DECISION_UNKNOWN']);
  expect(codes(await holder.post('hxReviewTasks:decide', { decision: 'approve' }))).toEqual(['ID_MISSING']);
});

it('supervises in scope: overdue first, urge once a day, figures per step, an Excel sheet', async () => {
  const [id, other] = await waiting(2);
  const task = await pendingTask(holder, id);
  expect((await stranger.get('hxReviewTasks:supervision')).status).toBe(403);
  const rows = (await city.get<TaskRow[]>('hxReviewTasks:supervision')).body.data;
  expect(rows.map(({ recordId }) => recordId)).toEqual([String(id), String(other)]);
  expect((await city.post(`hxReviewTasks:urge/${task}`)).status).toBe(200);
  expect((await city.post(`hxReviewTasks:urge/${task}`)).status).toBe(429);
  expect((await stranger.post(`hxReviewTasks:urge/${task}`)).status).toBe(404);
  await decide(holder, task, { decision: 'return', opinion: '补充' });
  const figures = await city.get<SupervisionFigures>('hxReviewTasks:supervisionFigures');
  expect(figures.body.errors).toBeUndefined();
  expect(figures.body.data).toMatchObject({
    pending: 1,
    steps: [{ stepTitle: 'step one', pending: 1, decided: 1, p90Minutes: expect.any(Number) }],
  });
  await app()
    .db.getModel('hxReviewTasks')
    .update({ recordTitle: '=1+1' }, { where: { recordId: String(other) } });
  const response = await fetch(`${server().url}/api/hxReviewTasks:supervisionExport`, {
    headers: { authorization: `Bearer ${String(city.token)}`, 'x-role': 'hx-city' },
  });
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const book = readBook(Buffer.from(await response.arrayBuffer()));
  const sheet = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0]]);
  expect(sheet).toMatchObject([{ 步骤: 'step one', 事项: "'=1+1", 审批人: 'centre-holder' }]);
  expect(
    await app()
      .db.getModel('hxEvents')
      .count({ where: { transition: 'export', collectionName: 'hxReviewTasks' } }),
  ).toBe(1);
});

it('sends copies, which their receivers mark as read', async () => {
  await waiting(1, { copyTo: named(stranger) });
  await eventually(async () => (await mine(stranger, { box: 'copied' })).count === 1);
  const [copy] = (await mine(stranger, { box: 'copied' })).rows;
  expect((await holder.post(`hxReviewTasks:read/${copy.id}`)).status).toBe(404);
  expect((await stranger.post(`hxReviewTasks:read/${copy.id}`)).status).toBe(200);
  expect((await stranger.get<Counts>('hxReviewTasks:counts')).body.data.copied).toBe(0);
});

it('tells of a few tasks one by one, and of many at once in one notice that leads to the list', async () => {
  const userId = Number(stranger.userId);
  const told = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${count}0${index}`,
      title: `Matter ${index}`,
      userId,
      processKey: null,
    }));
  const received = async () =>
    (
      await app()
        .db.getModel('notificationInAppMessages')
        .findAll({ where: { userId }, order: [['createdAt', 'ASC']] })
    ).map((row) => [row.get('content'), (row.get('options') as { url: string }).url]);
  const before = (await received()).length;
  await review().notices.send('arrived', told(2));
  await review().notices.send('arrived', told(7));
  const inbox = '/admin/workflow/tasks/hxReview/pending';
  expect((await received()).slice(before)).toEqual([
    ['Matter 0', `${inbox}/200`],
    ['Matter 1', `${inbox}/201`],
    ['Matter 0 等 7 项', inbox],
  ]);
});

it('opens no other door to tasks, copies and delegations', async () => {
  const [id] = await waiting();
  const [task] = await tasksOf(id);
  for (const collection of ['hxReviewTasks', 'hxReviewCopies', 'hxReviewDelegations', 'hxReviewSteps']) {
    for (const action of ['list', 'get', 'create', 'update', 'destroy']) {
      const path = `${collection}:${action}?filterByTk=${String(task.id)}`;
      const answer =
        action === 'list' || action === 'get' ? await holder.get(path) : await holder.post(path, { title: 'x' });
      expect(`${path.split('?')[0]} ${answer.status}`).toBe(`${path.split('?')[0]} 403`);
    }
  }
  expect((await tasksOf(id))[0]).toMatchObject({ title: task.title, state: 'pending' });
});
