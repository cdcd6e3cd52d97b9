import { app, reset, signInAs, type Client } from '@test/server/harness';
import { foundation, move, newErrand, prepareErrands, removeErrands, type Cast } from '@test/server/foundation/errands';
import type { OpenTask, Timeline } from '../../../../shared/contract';
import { decide, drawWorkflow, eraseWorkflows, MOVE, named, pendingTask, settled } from '@test/server/review/reviews';

jest.setTimeout(240_000);

let cast: Cast;
let holder: Client;
let passerBy: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  holder = await signInAs('sight-holder', ['member']);
  // a role that sees two fields of every errand, as the public does of a need
  const action = { name: 'view', fields: ['id', 'title'], scopeId: null };
  const resource = { dataSourceKey: 'main', name: 'hxTestErrands', usingActionsConfig: true, actions: [action] };
  const values = { name: 'hx-sight-public', title: '公众', snippets: [], resources: [resource] };
  await app().db.getRepository('roles').create({ values });
  passerBy = await signInAs('sight-passer-by', ['hx-sight-public']);
});
afterEach(eraseWorkflows);
afterAll(async () => {
  await app().db.getRepository('roles').destroy({ filterByTk: 'hx-sight-public' });
  await removeErrands();
});

async function returned(fields: object[] = []): Promise<number> {
  await drawWorkflow([
    { key: 'r', config: { assignees: named(holder), outcome: { approved: 'accept', returned: 'return' }, fields } },
  ] as Parameters<typeof drawWorkflow>[0]);
  const id = await newErrand(cast.owner, { title: '买药' });
  await move(id, 'submit');
  await decide(holder, await pendingTask(holder, id), { decision: 'return', opinion: '怀疑不实' });
  await settled();
  return id;
}

const reveal = (id: number) =>
  app().db.sequelize.transaction((transaction) =>
    foundation().events.append(
      {
        collectionName: 'hxTestErrands',
        recordId: String(id),
        transition: 'reveal',
        actorId: Number(holder.userId),
        opinion: '核实举报',
        details: { field: 'title' },
      },
      transaction,
    ),
  );
type Entry = { label?: string; transition: string; opinion: string | null; actorName: string | null; at: string };
const historyOf = async (client: Client, id: number): Promise<Entry[]> =>
  (await client.get<Entry[]>(`hxTestErrands:history/${id}`)).body.data;
const timelineOf = async (client: Client, id: number): Promise<Timeline> =>
  (await client.get<Timeline>('hxReviewTasks:timeline', { collection: 'hxTestErrands', recordId: String(id) })).body
    .data;

it('shows the steps and their dates, but no opinions, names and reasons to who sees two fields', async () => {
  const id = await returned();
  await reveal(id);
  const history = await historyOf(passerBy, id);
  expect(history.map(({ transition }) => transition)).toEqual(['submit', 'return', 'reveal']);
  expect(history.every(({ at }) => at !== '')).toBe(true);
  const timeline = await timelineOf(passerBy, id);
  for (const text of ['怀疑不实', '核实举报', 'sight-holder'])
    expect(JSON.stringify([history, timeline])).not.toContain(text);
  expect(timeline.entries.map(({ kind }) => kind)).toContain('review');
});

it('shows who took part the opinions, and why data was revealed to the owner and administrators alone', async () => {
  const id = await returned();
  await reveal(id);
  const texts = async (client: Client) => JSON.stringify([await historyOf(client, id), await timelineOf(client, id)]);
  for (const client of [cast.owner, cast.administrator]) {
    expect(await texts(client)).toContain('怀疑不实');
    expect(await texts(client)).toContain('核实举报');
  }
  expect(await texts(cast.official)).toContain('怀疑不实');
  expect(await texts(cast.official)).not.toContain('核实举报');
});

it('tells what a resubmission has changed, on the screen and in the timeline', async () => {
  const id = await returned([
    { name: 'title', mode: 'read' },
    { name: 'people', mode: 'read' },
  ]);
  await app()
    .db.getRepository('hxTestErrands')
    .update({ filterByTk: id, values: { title: '买药和粮', people: 3, story: '不在审批字段内' } });
  await move(id, 'submit');
  const task = await pendingTask(holder, id);
  const opened = (await holder.get<OpenTask>(`hxReviewTasks:open/${task}`)).body.data;
  expect(opened.changes).toEqual([
    { name: 'title', title: 'Title', before: '买药', after: '买药和粮' },
    { name: 'people', title: 'People', before: '', after: '3' },
  ]);
  const waiting = (await timelineOf(cast.owner, id)).entries.find(({ kind }) => kind === 'waiting');
  expect(waiting?.changes?.map(({ name }) => name)).toEqual(expect.arrayContaining(['title', 'people', 'story']));
  expect((await timelineOf(passerBy, id)).entries.flatMap(({ changes }) => changes ?? [])).toEqual([]);
});

it('tells administrators once that a move was refused: the record, the step and why', async () => {
  const config = {
    collection: 'hxTestErrands',
    recordId: '{{$context.data.id}}',
    transition: 'close',
    actor: 'system',
  };
  await drawWorkflow([{ key: 'm', type: MOVE, config }]);
  const id = await newErrand(cast.owner, { title: '送餐', number: 'E-送餐' });
  await move(id, 'submit');
  await settled();
  const rows = await app()
    .db.getModel('notificationInAppMessages')
    .findAll({ where: { userId: cast.administrator.userId } });
  const told = rows.map((row) => String(row.get('content'))).filter((content) => content.includes('送餐'));
  const failures = told.filter((content) => /Step:|操作：/.test(content));
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatch(/办结|Close/);
  expect(failures[0]).toMatch(/原因：|Reason:/);
});
