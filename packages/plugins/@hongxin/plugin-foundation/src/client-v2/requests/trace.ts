import { type Requests } from '../tools/tools';

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
  { answer }: Requests,
  filter: TraceFilter,
  page: number,
  pageSize: number,
): Promise<TracePageOfLines> {
  const params = { ...filter, page, pageSize };
  const { data, meta } = await answer<TraceLine[], { count: number }>('hxTrace:list', { params });
  return { rows: data, count: meta.count };
}

export const fetchTraceOptions = ({ request }: Requests) => request<TraceOptions>('hxTrace:options');

/** Compares the whole log with its chains. */
export const verifyTrace = ({ request }: Requests) => request<TraceVerification>('hxTrace:verify', { data: {} });

export const downloadTrace = ({ file }: Requests, filter: TraceFilter): Promise<Blob> =>
  file('hxTrace:download', { params: { ...filter } });
