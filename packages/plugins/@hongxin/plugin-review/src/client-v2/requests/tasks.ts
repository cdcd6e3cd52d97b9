import { type APIClientLike, type Params } from '@nocobase/flow-engine';
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

interface Answer<T, M = undefined> {
  data: T;
  meta: M;
}

async function get<T, M = undefined>(api: APIClientLike, action: string, params: Params = {}): Promise<Answer<T, M>> {
  const url = `${TASKS}:${action}`;
  return (await api.request<Answer<T, M>>({ url, method: 'get', params, skipNotify: true })).data;
}

async function post<T>(api: APIClientLike, action: string, data: unknown, key?: string): Promise<T> {
  const headers = key === undefined ? {} : { headers: { 'Idempotency-Key': key } };
  const config = { url: `${TASKS}:${action}`, method: 'post' as const, data, skipNotify: true, ...headers };
  return (await api.request<Answer<T>>(config)).data.data;
}

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

export async function fetchMine(api: APIClientLike, query: MineQuery): Promise<TaskPage> {
  const { data, meta } = await get<TaskRow[], ListMeta>(api, 'mine', chosen(query));
  return { rows: data, count: meta.count };
}

export async function fetchCounts(api: APIClientLike): Promise<Counts> {
  return (await get<Counts>(api, 'counts')).data;
}

export async function fetchOpenTask(api: APIClientLike, id: string): Promise<OpenTask> {
  return (await get<OpenTask>(api, of('open', id))).data;
}

export async function fetchCandidates(api: APIClientLike, id: string, keyword: string): Promise<Candidate[]> {
  return (await get<Candidate[]>(api, of('candidates', id), chosen({ keyword }))).data;
}

/** @param key of the `Idempotency-Key` header: the same press repeated is done once */
export function decide(api: APIClientLike, id: string, order: DecideRequest, key: string): Promise<TaskRow> {
  return post(api, of('decide', id), order, key);
}

export function decideMany(api: APIClientLike, order: DecideManyRequest, key: string): Promise<DecideManyAnswer[]> {
  return post(api, 'decideMany', order, key);
}

export function withdraw(api: APIClientLike, order: WithdrawRequest): Promise<unknown> {
  return post(api, 'withdraw', order);
}

export function urge(api: APIClientLike, id: string): Promise<{ urgedAt: string }> {
  return post(api, of('urge', id), {});
}

export async function fetchPendingOf(api: APIClientLike, collection: string, recordId: string): Promise<PendingOf> {
  return (await get<PendingOf>(api, 'pendingOf', { collection, recordId })).data;
}

export async function fetchTimeline(api: APIClientLike, collection: string, recordId: string): Promise<Timeline> {
  return (await get<Timeline>(api, 'timeline', { collection, recordId })).data;
}

/** A copy has been seen. */
export function markRead(api: APIClientLike, copyId: string): Promise<unknown> {
  return post(api, of('read', copyId), {});
}
