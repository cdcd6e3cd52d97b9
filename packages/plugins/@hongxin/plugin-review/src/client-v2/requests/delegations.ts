import { type APIClientLike } from '@nocobase/flow-engine';
import { DELEGATIONS } from '../../shared/constants';
import { type Candidate } from '../../shared/contract';

/** One's own standing order: who decides for one, from when to when, in which processes. */
export interface Delegation {
  id: string;
  deputyId: number;
  deputy?: { id: number; nickname: string } | null;
  /** Days, `YYYY-MM-DD`; both included. */
  startsOn: string;
  endsOn: string;
  /** Empty: all processes. */
  processes: string[] | null;
  reason: string | null;
}
export type NewDelegation = Omit<Delegation, 'id' | 'deputy'>;

export async function fetchDelegations(api: APIClientLike, userId: number): Promise<Delegation[]> {
  const params = { filter: { userId }, appends: ['deputy'], sort: ['-startsOn'], pageSize: 50 };
  const config = { url: `${DELEGATIONS}:list`, method: 'get' as const, params, skipNotify: true };
  return (await api.request<{ data: Delegation[] }>(config)).data.data;
}

export async function createDelegation(api: APIClientLike, data: NewDelegation): Promise<void> {
  await api.request({ url: `${DELEGATIONS}:create`, method: 'post', data, skipNotify: true });
}

export async function endDelegation(api: APIClientLike, id: string): Promise<void> {
  await api.request({ url: `${DELEGATIONS}:destroy`, method: 'post', params: { filterByTk: id }, skipNotify: true });
}

export async function fetchDeputies(api: APIClientLike, keyword: string): Promise<Candidate[]> {
  const params = keyword === '' ? {} : { keyword };
  const config = { url: `${DELEGATIONS}:candidates`, method: 'get' as const, params, skipNotify: true };
  return (await api.request<{ data: Candidate[] }>(config)).data.data;
}
