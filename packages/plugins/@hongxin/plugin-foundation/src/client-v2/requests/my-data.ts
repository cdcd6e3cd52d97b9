import { type APIClientLike } from '@nocobase/flow-engine';

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

async function read<T>(api: APIClientLike, url: string): Promise<T> {
  return (await api.request<{ data: T }>({ url, method: 'get', skipNotify: true })).data.data;
}

export const fetchMyData = (api: APIClientLike): Promise<MyData> => read<MyData>(api, 'hxMyData:get');
export const fetchLooks = (api: APIClientLike): Promise<Look[]> => read<Look[]>(api, 'hxMyData:looks');

export async function downloadMyData(api: APIClientLike, format: 'json' | 'xlsx'): Promise<Blob> {
  const { data } = await api.request<Blob>({
    url: 'hxMyData:download',
    method: 'get',
    params: { format },
    responseType: 'blob',
    skipNotify: true,
  });
  return data;
}

export async function makeRequest(api: APIClientLike, request: NewRequest): Promise<void> {
  await api.request({ url: 'hxMyData:request', method: 'post', data: request, skipNotify: true });
}

export async function withdrawRequest(api: APIClientLike, id: string): Promise<void> {
  await api.request({
    url: `hxDataRequests:transition/${id}`,
    method: 'post',
    data: { transition: 'withdraw' },
    skipNotify: true,
  });
}

export async function withdrawConsent(api: APIClientLike, consentId: string): Promise<void> {
  await api.request({ url: 'hxMyData:withdrawConsent', method: 'post', data: { consentId }, skipNotify: true });
}
