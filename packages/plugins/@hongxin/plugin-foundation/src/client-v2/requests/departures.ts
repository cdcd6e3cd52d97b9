import { type APIClientLike } from '@nocobase/flow-engine';

export type DifferenceKind = 'actionAdded' | 'actionRemoved' | 'fieldsAdded' | 'fieldsRemoved' | 'scopeChanged';

/** Where a role's rights on a collection are not those of the shipped table. */
export interface Departure {
  role: string;
  roleTitle: string;
  collection: string;
  collectionTitle: string;
  isShipped: boolean;
  differences: { action: string; kind: DifferenceKind; fields: string[] }[];
  /** How far the change opens personal data. */
  personal: 'none' | 'masked' | 'clear';
  personalFields: string[];
}

export async function fetchDepartures(api: APIClientLike): Promise<Departure[]> {
  return (await api.request<{ data: Departure[] }>({ url: 'hxDepartures:list', method: 'get' })).data.data;
}
