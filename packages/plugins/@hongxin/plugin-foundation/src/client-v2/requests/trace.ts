import { type APIClientLike } from '@nocobase/flow-engine';

/** One line of the log, as the server words it. */
export interface TraceLine {
  id: string;
  at: string;
  collection: string;
  collectionTitle: string;
  recordId: string;
  transition: string;
  label: string;
  from: string | null;
  to: string | null;
  actorName: string | null;
  opinion: string | null;
  fields: string[];
  details: Readonly<Record<string, unknown>>;
}

export interface TraceChoice {
  value: string;
  label: string;
}

export interface TraceOptions {
  collections: TraceChoice[];
  transitions: TraceChoice[];
}

/** What the log is narrowed to; moments are ISO texts. */
export interface TraceFilter {
  collection?: string;
  transition?: string;
  recordId?: string;
  actor?: string;
  from?: string;
  to?: string;
}

export interface TracePageOfLines {
  rows: TraceLine[];
  count: number;
}

export interface TraceVerification {
  ok: boolean;
  events: number;
  waiting: number;
  checkedAt: string;
  chains: Readonly<Record<string, { sequence: number; hash: string }>>;
  problemCount: number;
  problems: { kind: string; collectionName: string; eventId: string | null; sequence: number | null }[];
}

export async function fetchTrace(
  api: APIClientLike,
  filter: TraceFilter,
  page: number,
  pageSize: number,
): Promise<TracePageOfLines> {
  const { data } = await api.request<{ data: TraceLine[]; meta: { count: number } }>({
    url: 'hxTrace:list',
    method: 'get',
    params: { ...filter, page, pageSize },
    skipNotify: true,
  });
  return { rows: data.data, count: data.meta.count };
}

export async function fetchTraceOptions(api: APIClientLike): Promise<TraceOptions> {
  const { data } = await api.request<{ data: TraceOptions }>({
    url: 'hxTrace:options',
    method: 'get',
    skipNotify: true,
  });
  return data.data;
}

/** Compares the whole log with its chains. */
export async function verifyTrace(api: APIClientLike): Promise<TraceVerification> {
  const { data } = await api.request<{ data: TraceVerification }>({
    url: 'hxTrace:verify',
    method: 'post',
    skipNotify: true,
  });
  return data.data;
}

export async function downloadTrace(api: APIClientLike, filter: TraceFilter): Promise<Blob> {
  const { data } = await api.request<Blob>({
    url: 'hxTrace:download',
    method: 'get',
    params: { ...filter },
    responseType: 'blob',
    skipNotify: true,
  });
  return data;
}
