import type { Requests } from '@hongxin/plugin-foundation/client-v2';
import type { Carried, LoadLimits, LoadState } from '@hongxin/rules/registration';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../constants';

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
  community: Pick<Community, 'name' | 'units' | 'members'> | null;
  isOverloading: boolean;
  limit: number;
  alternatives: Community[];
}

/** A registration of a unit or of a member. */
export interface Registered {
  what: Carried;
  id: string | number;
}

export interface Whereabouts {
  isWaiting: boolean;
  areaId: number | null;
}

/** States in which a registration may still go elsewhere. */
const WAITING = ['draft', 'submitted', 'unitConfirmed', 'returned'];

export interface MovableUnit {
  id: number;
  number: string;
  serviceTeam: string | null;
  unit: { name: string } | null;
}

const path = (action: string): string => `${UNIT_REGISTRATIONS}:${action}`;

/** What the capacity view asks the server for. */
export function balanceRequests({ request }: Requests) {
  const get = <T>(action: string, params: Record<string, unknown> = {}) => request<T>(path(action), { params });
  return {
    balance: () => get<Balance>('balance'),
    suggest: (areaId: number, what: Carried) => get<Suggestion>('suggest', { areaId, of: what }),
    /** Whether a registration still waits, and where it goes. */
    async registered({ what, id }: Registered): Promise<Whereabouts> {
      const collection = what === 'units' ? UNIT_REGISTRATIONS : MEMBER_REGISTRATIONS;
      const wanted = what === 'units' ? 'targetAreaId' : 'homeAreaId';
      const params = { filterByTk: id, fields: ['id', 'state', 'areaId', wanted] };
      const row = (await request<Record<string, unknown> | null>(`${collection}:get`, { params })) ?? {};
      const areaId = row.areaId ?? row[wanted] ?? null;
      return { isWaiting: WAITING.includes(String(row.state)), areaId: areaId === null ? null : Number(areaId) };
    },
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
      const data = { transition: 'transfer', opinion, values: { transferToAreaId, leaveReason: 'rebalanced' } };
      await request(`${path('transition')}/${id}`, { data, headers: { 'Idempotency-Key': idempotencyKey } });
    },
  };
}

export type BalanceRequests = ReturnType<typeof balanceRequests>;
