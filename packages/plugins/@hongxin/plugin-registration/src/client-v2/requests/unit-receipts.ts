import type { Requests } from '@hongxin/plugin-foundation/client-v2';
import { UNIT_REGISTRATIONS } from '../constants';

interface Named {
  name: string;
}

/** What a receipt shows of a unit's registration. */
export interface UnitReceipt {
  id: number;
  state: string;
  number: string | null;
  serviceTeam: string | null;
  registeredOn: string | null;
  receiptNumber: string | null;
  receiptAt: string | null;
  receiptToken: string | null;
  unit: Named | null;
  area: Named | null;
  organization: Named | null;
}

/** The unit registration of this id. */
export async function fetchUnitReceipt({ request }: Requests, id: string | number): Promise<UnitReceipt | undefined> {
  const url = `${UNIT_REGISTRATIONS}:get`;
  const params = { filterByTk: id, appends: ['unit', 'area', 'organization'] };
  return (await request<UnitReceipt | null>(url, { params })) ?? undefined;
}
