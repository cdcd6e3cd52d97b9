import { type Requests } from '@hongxin/plugin-foundation/client-v2';
import { DELEGATIONS } from '../../shared/constants';
import { type Candidate, type DeclareRequest, type DelegationRow } from '../../shared/contract';

const path = (action: string): string => `${DELEGATIONS}:${action}`;

/** Those the user has given and those given to them, the newest first. */
export const fetchDelegations = ({ request }: Requests) => request<DelegationRow[]>(path('mine'));

export async function declareDelegation({ request }: Requests, data: DeclareRequest): Promise<void> {
  await request(path('declare'), { data });
}

export async function revokeDelegation({ request }: Requests, id: string): Promise<void> {
  await request(path(`revoke/${encodeURIComponent(id)}`), { data: {} });
}

export const fetchDeputies = ({ request }: Requests, keyword: string) =>
  request<Candidate[]>(path('candidates'), { params: keyword === '' ? {} : { keyword } });
