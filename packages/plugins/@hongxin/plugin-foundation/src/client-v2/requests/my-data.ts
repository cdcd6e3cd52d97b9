import { type Requests } from '../tools/tools';

export interface MyDataItem {
  name: string;
  title: string;
  value: string | null;
  isPersonal: boolean;
  canCorrect: boolean;
}

export interface MyDataRecord {
  id: string;
  items: MyDataItem[];
}

export interface MyDataSection {
  collection: string;
  title: string;
  records: MyDataRecord[];
}

export interface MyConsent {
  id: string;
  notice: string;
  text: string | null;
  version: string;
  currentVersion: string;
  givenAt: string;
  withdrawnAt: string | null;
}

export interface MyRequest {
  id: string;
  kind: 'correction' | 'deletion' | 'withdrawal';
  about: string;
  state: string;
  stateLabel: string;
  stateColor: string;
  isOpen: boolean;
  answer: string | null;
  requestedAt: string;
}

export interface MyData {
  account: Readonly<Record<string, string | null>>;
  sections: MyDataSection[];
  consents: MyConsent[];
  requests: MyRequest[];
}

/** Somebody has seen one of my values in clear. */
export interface Look {
  id: string;
  at: string;
  actorName: string | null;
  collectionTitle: string;
  fieldTitle: string;
  reason: string | null;
}

export interface NewRequest {
  kind: 'correction' | 'deletion';
  collection: string;
  recordId: string;
  field?: string;
  proposedValue?: string;
  reason: string;
}

export const fetchMyData = ({ request }: Requests) => request<MyData>('hxMyData:get');
export const fetchLooks = ({ request }: Requests) => request<Look[]>('hxMyData:looks');

export const downloadMyData = ({ file }: Requests, format: 'json' | 'xlsx'): Promise<Blob> =>
  file('hxMyData:download', { params: { format } });

export async function makeRequest({ request }: Requests, data: NewRequest): Promise<void> {
  await request('hxMyData:request', { data });
}

export async function withdrawRequest({ request }: Requests, id: string): Promise<void> {
  await request(`hxDataRequests:transition/${id}`, { data: { transition: 'withdraw' } });
}

export async function withdrawConsent({ request }: Requests, consentId: string): Promise<void> {
  await request('hxMyData:withdrawConsent', { data: { consentId } });
}
