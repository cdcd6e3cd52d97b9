import { type Answer, type Requests } from '@hongxin/plugin-foundation/client-v2';
import { TASKS } from '../../shared/constants';
import {
  type Candidate,
  type Counts,
  type DecideManyAnswer,
  type DecideManyRequest,
  type DecideRequest,
  type ListMeta,
  type MineQuery,
  type OpenTask,
  type PendingOf,
  type TaskRow,
  type Timeline,
  type WithdrawRequest,
} from '../../shared/contract';

type Params = Readonly<Record<string, unknown>>;

const get = <T, M = undefined>({ answer }: Requests, action: string, params: Params = {}): Promise<Answer<T, M>> =>
  answer<T, M>(`${TASKS}:${action}`, { params });

const post = <T>({ request }: Requests, action: string, data: unknown, key?: string): Promise<T> =>
  request<T>(`${TASKS}:${action}`, { data, ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }) });

const of = (action: string, id: string): string => `${action}/${encodeURIComponent(id)}`;

/** Drops what is not set, so that the address says only what was chosen. */
function chosen(query: object): Params {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  );
}

export interface TaskPage {
  rows: TaskRow[];
  count: number;
}

export async function fetchMine(requests: Requests, query: MineQuery): Promise<TaskPage> {
  const { data, meta } = await get<TaskRow[], ListMeta>(requests, 'mine', chosen(query));
  return { rows: data, count: meta.count };
}

export async function fetchCounts(requests: Requests): Promise<Counts> {
  return (await get<Counts>(requests, 'counts')).data;
}

export async function fetchOpenTask(requests: Requests, id: string): Promise<OpenTask> {
  return (await get<OpenTask>(requests, of('open', id))).data;
}

export async function fetchCandidates(requests: Requests, id: string, keyword: string): Promise<Candidate[]> {
  return (await get<Candidate[]>(requests, of('candidates', id), chosen({ keyword }))).data;
}

/** @param key of the `Idempotency-Key` header: the same press repeated is done once */
export function decide(requests: Requests, id: string, order: DecideRequest, key: string): Promise<TaskRow> {
  return post(requests, of('decide', id), order, key);
}

/** So many tasks go in one request: the next group is sent when it is done, and one sees how far it is. */
const IN_ONE_REQUEST = 25;

/**
 * Decides tasks group by group.
 * @param onProgress how many have been decided, or refused
 * @throws what a request fails with; the groups before it are decided, and a repetition says so of each
 */
export async function decideMany(
  requests: Requests,
  order: DecideManyRequest,
  key: string,
  onProgress: (done: number) => void,
): Promise<DecideManyAnswer[]> {
  const answers: DecideManyAnswer[] = [];
  for (let from = 0; from < order.ids.length; from += IN_ONE_REQUEST) {
    const ids = order.ids.slice(from, from + IN_ONE_REQUEST);
    const answered = await post<DecideManyAnswer[]>(requests, 'decideMany', { ...order, ids }, `${key}-${from}`);
    answers.push(...answered);
    onProgress(answers.length);
  }
  return answers;
}

export function withdraw(requests: Requests, order: WithdrawRequest): Promise<unknown> {
  return post(requests, 'withdraw', order);
}

export function urge(requests: Requests, id: string): Promise<{ urgedAt: string }> {
  return post(requests, of('urge', id), {});
}

export async function fetchPendingOf(requests: Requests, collection: string, recordId: string): Promise<PendingOf> {
  return (await get<PendingOf>(requests, 'pendingOf', { collection, recordId })).data;
}

export async function fetchTimeline(requests: Requests, collection: string, recordId: string): Promise<Timeline> {
  return (await get<Timeline>(requests, 'timeline', { collection, recordId })).data;
}

/** A copy has been seen. */
export function markRead(requests: Requests, copyId: string): Promise<unknown> {
  return post(requests, of('read', copyId), {});
}
