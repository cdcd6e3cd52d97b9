import { type APIClientLike } from '@nocobase/flow-engine';
import { DELEGATIONS } from '../../shared/constants';
import { type Candidate, type DeclareRequest, type DelegationRow } from '../../shared/contract';

async function get<T>(api: APIClientLike, action: string, params: Record<string, unknown> = {}): Promise<T> {
  const config = { url: `${DELEGATIONS}:${action}`, method: 'get' as const, params, skipNotify: true };
  return (await api.request<{ data: T }>(config)).data.data;
}

/** Those the user has given and those given to them, the newest first. */
export function fetchDelegations(api: APIClientLike): Promise<DelegationRow[]> {
  return get(api, 'mine');
}

export async function declareDelegation(api: APIClientLike, data: DeclareRequest): Promise<void> {
  await api.request({ url: `${DELEGATIONS}:declare`, method: 'post', data, skipNotify: true });
}

export async function revokeDelegation(api: APIClientLike, id: string): Promise<void> {
  const url = `${DELEGATIONS}:revoke/${encodeURIComponent(id)}`;
  await api.request({ url, method: 'post', data: {}, skipNotify: true });
}

export function fetchDeputies(api: APIClientLike, keyword: string): Promise<Candidate[]> {
  return get(api, 'candidates', keyword === '' ? {} : { keyword });
}
