import { type Requests } from '../tools/tools';

export type DifferenceKind = 'actionAdded' | 'actionRemoved' | 'fieldsAdded' | 'fieldsRemoved' | 'scopeChanged';

/** A thing by its title in the reader's language; the name where another one has the same title. */
export interface Titled {
  name: string;
  title: string;
  isAmbiguous?: true;
}

/** Where a role's rights on a collection are not those of the shipped table. */
export interface Departure {
  role: string;
  roleTitle: Titled;
  collection: string;
  collectionTitle: Titled;
  isShipped: boolean;
  differences: { action: string; actionTitle: string; kind: DifferenceKind; fields: Titled[] }[];
  /** How far the change opens personal data. */
  personal: 'none' | 'masked' | 'clear';
  personalFields: Titled[];
}

export const fetchDepartures = ({ request }: Requests) => request<Departure[]>('hxDepartures:list', { isTold: true });
