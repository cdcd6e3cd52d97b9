import type { Requests, Tools } from '@hongxin/plugin-foundation/client-v2';
import { MEMBER_REGISTRATIONS } from '../constants';

interface Named {
  name: string;
}

/** What a receipt shows of a registration. */
export interface RegistrationReceipt {
  id: number;
  state: string;
  number: string | null;
  personName: string;
  position: string | null;
  receiptNumber: string | null;
  receiptAt: string | null;
  receiptToken: string | null;
  unit: Named | null;
  area: Named | null;
  homeArea: Named | null;
  organization: Named | null;
}

const APPENDS = ['unit', 'area', 'homeArea', 'organization'];
/** On the roll first, then whatever once had a receipt, then what is still on its way. */
const RANKS: Readonly<Record<string, number>> = { onRoll: 0, accepted: 0 };

/** The registration of this id. */
export async function fetchReceipt(
  { request }: Requests,
  id: string | number,
): Promise<RegistrationReceipt | undefined> {
  const url = `${MEMBER_REGISTRATIONS}:get`;
  const params = { filterByTk: id, appends: APPENDS };
  return (await request<RegistrationReceipt | null>(url, { params })) ?? undefined;
}

/** The user's own registration that a receipt is wanted of, or the latest one, or none. */
export async function fetchOwnReceipt({ request, userId }: Tools): Promise<RegistrationReceipt | undefined> {
  const url = `${MEMBER_REGISTRATIONS}:list`;
  const params = { filter: { ownerId: userId }, appends: APPENDS, sort: ['-id'], pageSize: 20 };
  const rows = await request<RegistrationReceipt[]>(url, { params });
  const rank = (row: RegistrationReceipt): number =>
    RANKS[row.state] ?? (isUnderWay(row) ? 1 : row.receiptNumber ? 2 : 3);
  return [...rows].sort((a, b) => rank(a) - rank(b))[0];
}

/** Neither received yet nor ended. */
export function isUnderWay({ state }: RegistrationReceipt): boolean {
  return ['draft', 'submitted', 'unitConfirmed', 'returned'].includes(state);
}
