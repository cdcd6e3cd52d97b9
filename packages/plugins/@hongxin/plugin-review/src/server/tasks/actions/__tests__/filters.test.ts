import { reset, signInAs, type Client } from '@test/server/harness';
import { move, newErrand, prepareErrands, removeErrands, type Cast } from '@test/server/foundation/errands';
import type { FilterChoices, TaskRow } from '../../../../shared/contract';
import { decide, drawWorkflow, eraseWorkflows, named, pendingTask, settled } from '@test/server/review/reviews';

jest.setTimeout(120_000);

let cast: Cast;
let reviewer: Client;
let outsider: Client;
beforeAll(async () => {
  await reset();
  cast = await prepareErrands();
  reviewer = await signInAs('filter-reviewer', ['member']);
  outsider = await signInAs('filter-outsider', ['member']);
});
afterEach(eraseWorkflows);
afterAll(removeErrands);

async function underReview(): Promise<number> {
  const id = await newErrand(cast.owner);
  await move(id, 'submit');
  await pendingTask(reviewer, id);
  return id;
}
const rows = async (client: Client, query: string): Promise<TaskRow[]> =>
  (await client.get<TaskRow[]>(`hxReviewTasks:mine?${query}`)).body.data;

it('offers the processes and places among one’s own tasks, and nothing of others', async () => {
  await drawWorkflow([{ key: 'check', config: { assignees: named(reviewer) } }]);
  await underReview();
  const mine = (await reviewer.get<FilterChoices>('hxReviewTasks:filters?for=mine')).body.data;
  expect(mine.processes).toEqual([expect.objectContaining({ value: expect.any(String), label: expect.any(String) })]);
  const others = (await outsider.get<FilterChoices>('hxReviewTasks:filters?for=mine')).body.data;
  expect(others).toEqual({ processes: [], areas: [] });
});

it('offers what is supervised only to those who supervise', async () => {
  expect((await outsider.get('hxReviewTasks:filters?for=supervision')).status).toBe(403);
});

it('lists several boxes as one, and what one has started by whether it has ended', async () => {
  const { key } = await drawWorkflow([{ key: 'check', config: { assignees: named(reviewer) } }]);
  const [waiting, decided] = [await underReview(), await underReview()];
  await decide(reviewer, await pendingTask(reviewer, decided), { decision: 'approve' });
  await settled();
  const records = (found: TaskRow[]): string[] => found.map(({ recordId }) => recordId).sort();
  expect(records(await rows(reviewer, 'box=pending'))).toEqual([String(waiting)]);
  expect(records(await rows(reviewer, 'box=pending,done'))).toEqual([String(waiting), String(decided)].sort());
  expect(await rows(reviewer, `box=pending&workflowKey=${key}`)).toHaveLength(1);
  expect(await rows(reviewer, 'box=pending&workflowKey=another')).toHaveLength(0);
  expect(records(await rows(cast.owner, 'box=started'))).toEqual([String(waiting), String(decided)].sort());
  expect(records(await rows(cast.owner, 'box=started&settled=false'))).toEqual([String(waiting)]);
  expect(records(await rows(cast.owner, 'box=started&settled=true'))).toEqual([String(decided)]);
});

it('offers as deputies those who decide, found by name, and not oneself', async () => {
  const official = await signInAs('deputy-official', ['hx-official']);
  await drawWorkflow([{ key: 'check', config: { assignees: named(reviewer) } }]);
  await underReview();
  const names = async (client: Client, keyword: string): Promise<number[]> =>
    (
      await client.get<{ id: number }[]>(`hxReviewDelegations:candidates?keyword=${encodeURIComponent(keyword)}`)
    ).body.data.map(({ id }) => id);
  const everybody = await names(reviewer, '');
  expect(everybody).toContain(official.userId);
  expect(everybody).not.toContain(outsider.userId);
  expect(await names(official, '')).not.toContain(official.userId);
  expect(await names(reviewer, 'nobody is called this')).toEqual([]);
  expect(await names(outsider, '')).toEqual([]);
});
