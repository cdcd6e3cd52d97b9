import fs from 'node:fs';
import path from 'node:path';
import { app, reset, settled, type Client } from '@test/server/harness';
import {
  buildTown,
  create,
  draft,
  inState,
  move,
  moved,
  newMember,
  stored,
  type Row,
  type Town,
} from '@test/server/registration/town';

let town: Town;
beforeAll(async () => {
  await reset();
  town = await buildTown();
});

interface Task extends Row {
  state: string;
  stepTitle: string;
  rule: { type: string; note?: string; tried?: string[] };
  fallback: boolean;
}

async function tasksOf(id: unknown): Promise<Task[]> {
  await settled();
  const rows = await app()
    .db.getModel('hxReviewTasks')
    .findAll({ where: { recordId: String(id) }, order: [['id', 'ASC']] });
  return rows.map((row) => row.toJSON() as Task);
}

const summary = async (id: unknown): Promise<string[]> =>
  (await tasksOf(id)).map(({ stepTitle, state }) => `${stepTitle} ${state}`);

async function decide(client: Client, id: unknown, body: object) {
  const task = (await tasksOf(id)).find(({ userId, state }) => Number(userId) === client.userId && state === 'pending');
  if (!task) throw new Error(`user ${String(client.userId)} has no pending task: ${(await summary(id)).join()}`);
  return client.post<{ state: string }>(`hxReviewTasks:decide/${String(task.id)}`, body);
}

async function submitted(change: Record<string, unknown> = {}): Promise<{ id: number; member: Client }> {
  const member = await newMember();
  const { id } = await draft(town, member, change);
  await moved(member, id, 'submit');
  return { id, member };
}

it('goes from the unit’s liaison to the community, and ends with the receipt', async () => {
  const { id } = await submitted();
  expect(await summary(id)).toEqual(['单位确认 pending']);
  expect((await decide(town.liaison, id, { decision: 'approve', opinion: '是本单位党员' })).status).toBe(200);
  expect(await stored(town, id)).toMatchObject({ state: 'unitConfirmed', unitOpinion: '是本单位党员' });
  expect(await summary(id)).toEqual(['单位确认 approved', '社区接收 pending']);
  const [, task] = await tasksOf(id);
  expect(task.rule).toMatchObject({ type: 'postHolder', note: '东社区 社区专职工作者' });
  expect((await decide(town.community, id, { decision: 'approve', opinion: '欢迎报到' })).status).toBe(200);
  expect(await stored(town, id)).toMatchObject({ state: 'accepted', receiptNumber: expect.stringMatching(/^HZ-/) });
  expect(await summary(id)).toEqual(['单位确认 approved', '社区接收 approved']);
});

it('shows the liaison neither the door nor the phone, and the community the door masked', async () => {
  const { id } = await submitted();
  const [unitTask] = await tasksOf(id);
  type Opened = { record: { name: string; display: string }[] };
  const opened = (await town.liaison.get<Opened>(`hxReviewTasks:open/${String(unitTask.id)}`)).body.data;
  const shown = Object.fromEntries(opened.record.map(({ name, display }) => [name, display]));
  expect(shown).toMatchObject({ personName: '王小明', unit: '市档案馆', homeArea: '1号楼' });
  expect(shown.phone).not.toContain('12341234');
  expect(shown).not.toHaveProperty('doorNumber');
});

it('takes the buttons of the record as decisions, and goes on as before', async () => {
  const { id } = await submitted();
  await tasksOf(id);
  await moved(town.liaison, id, 'confirm', { opinion: '属实' });
  expect(await summary(id)).toEqual(['单位确认 approved', '社区接收 pending']);
  await moved(town.community, id, 'accept');
  expect(await summary(id)).toEqual(['单位确认 approved', '社区接收 approved']);
});

it('lets the community act before the unit has, which ends the review', async () => {
  const { id } = await submitted();
  await tasksOf(id);
  await moved(town.street_, id, 'accept');
  expect(await summary(id)).toEqual(['单位确认 superseded']);
});

it('asks the community at once when the unit has no liaison, or was confirmed by an administrator', async () => {
  const lonely = await create(town.administrator, 'hxUnits', {
    name: '市史志馆',
    kind: 'agency',
    areaId: town.street.id,
    liaisonId: null,
  });
  const { id } = await submitted({ unitId: lonely.id });
  expect(await summary(id)).toEqual(['社区接收 pending']);
  const other = await submitted();
  await tasksOf(other.id);
  await moved(town.administrator, other.id, 'confirm');
  expect(await summary(other.id)).toEqual(['单位确认 superseded', '社区接收 pending']);
});

it('asks those in charge above when the community has nobody, and says why', async () => {
  const northern = await create(town.administrator, 'hxAreas', { name: '北社区', parentId: town.street.id });
  const estate = await create(town.administrator, 'hxAreas', { name: '北小区', parentId: northern.id });
  const building = await create(town.administrator, 'hxAreas', { name: '9号楼', parentId: estate.id });
  const { id } = await submitted({ homeAreaId: building.id });
  await decide(town.liaison, id, { decision: 'approve' });
  const [, task] = await tasksOf(id);
  expect(Number(task.userId)).toBe(town.street_.userId);
  expect(task).toMatchObject({ fallback: true, rule: { type: 'administrators', tried: ['postHolder'] } });
});

it('is returned to the member, who hands it in again for a new review', async () => {
  const { id, member } = await submitted();
  await decide(town.liaison, id, { decision: 'approve' });
  expect((await decide(town.community, id, { decision: 'return', opinion: '请核对楼栋' })).status).toBe(200);
  expect((await stored(town, id)).state).toBe('returned');
  expect((await move(member, id, 'submit')).status).toBe(200);
  expect(await summary(id)).toEqual(['单位确认 approved', '社区接收 returned', '单位确认 pending']);
});

/** What the opinion of a case is, as it was typed. */
function opinionOf(file: string): string {
  const text = fs.readFileSync(path.resolve(__dirname, '../../../../../../../test/cases', file), 'utf8');
  const [, opinion] = /opinion "([^"]+)"/.exec((JSON.parse(text) as { steps: string[] }).steps[0]) ?? [];
  if (!opinion) throw new Error(`${file} has no opinion`);
  return opinion;
}

it('keeps a number in an opinion masked in the log, however it was typed: opinion-full-width-phone.json', async () => {
  const { id } = await submitted();
  await decide(town.liaison, id, { decision: 'approve' });
  const opinion = opinionOf('opinion-full-width-phone.json');
  expect((await decide(town.community, id, { decision: 'return', opinion })).status).toBe(200);
  const events = await app()
    .db.getModel('hxEvents')
    .findAll({ where: { recordId: String(id), collectionName: 'hxMemberRegistrations', transition: 'return' } });
  expect(events.map((event) => event.get('opinion') as string)).toEqual(['本人电话138****5678']);
});

it('leaves a finished registration alone', async () => {
  const { id } = await inState(town, 'onRoll');
  expect((await summary(id)).filter((each) => each.endsWith('pending'))).toEqual([]);
});
