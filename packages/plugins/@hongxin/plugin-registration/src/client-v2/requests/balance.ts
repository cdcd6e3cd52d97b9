import { type APIClientLike } from '@nocobase/flow-engine';
import type { LoadLimits, LoadState } from '@hongxin/rules';
import { UNIT_REGISTRATIONS } from '../constants';

export interface Community {
  id: number;
  code: string;
  name: string;
  street: string;
  units: number;
  members: number;
  needs: number;
  openPlaces: number;
  state: LoadState;
}

export interface Balance {
  limits: LoadLimits;
  communities: Community[];
  mayMove: boolean;
}

export interface Suggestion {
  community: Pick<Community, 'name' | 'units'> | null;
  isOverloading: boolean;
  limit: number;
  alternatives: Community[];
}

export interface MovableUnit {
  id: number;
  number: string;
  serviceTeam: string | null;
  unit: { name: string } | null;
}

const path = (action: string): string => `${UNIT_REGISTRATIONS}:${action}`;

/** What the capacity view asks the server for. */
export function balanceRequests(api: APIClientLike) {
  const get = async <T>(action: string, params: Record<string, unknown> = {}): Promise<T> =>
    (await api.request<{ data: T }>({ url: path(action), params, skipNotify: true })).data.data;
  return {
    balance: () => get<Balance>('balance'),
    suggest: (areaId: number) => get<Suggestion>('suggest', { areaId }),
    /** Units on the roll of a community. */
    units: (community: Pick<Community, 'code'>) =>
      get<MovableUnit[]>('list', {
        filter: { state: { $in: ['accepted', 'onRoll'] }, areaCode: { $startsWith: community.code } },
        fields: ['id', 'number', 'serviceTeam'],
        appends: ['unit'],
        sort: ['number'],
        pageSize: 100,
      }),
    async move(id: number, transferToAreaId: number, opinion: string, idempotencyKey: string): Promise<void> {
      await api.request({
        url: `${path('transition')}/${id}`,
        method: 'post',
        data: { transition: 'transfer', opinion, values: { transferToAreaId, leaveReason: 'rebalanced' } },
        headers: { 'Idempotency-Key': idempotencyKey },
        skipNotify: true,
      });
    },
  };
}

export type BalanceRequests = ReturnType<typeof balanceRequests>;
