import { type Requests } from '../tools/tools';
import { type RecordKey } from './transitions';

/** One line of a record's history. */
export interface HistoryEntry {
  id: string;
  transition: string;
  label: string;
  from: string | null;
  fromLabel: string | null;
  to: string | null;
  toLabel: string | null;
  actorName: string | null;
  onBehalfOfName: string | null;
  opinion: string | null;
  at: string;
}

/** @returns the record's events, newest last */
export async function fetchHistory(
  { request }: Pick<Requests, 'request'>,
  collection: string,
  key: RecordKey,
): Promise<readonly HistoryEntry[]> {
  return request<HistoryEntry[]>(`${collection}:history/${encodeURIComponent(String(key))}`);
}
