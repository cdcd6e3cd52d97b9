import { type Requests } from '../tools/tools';
import { fetchHistory, type HistoryEntry } from './history';
import { loadProcess, stateOf, type PublicProcess, type PublicState } from './processes';
import { type RecordKey } from './transitions';

/** Where a record is in its process. */
export interface RecordProgress {
  process: PublicProcess;
  state: PublicState;
  /** Last step of the main path it was on: its state, or the one it left for a side state. */
  onPath: string;
  /** What put it into a side state. */
  cause: HistoryEntry | undefined;
}

/** @returns undefined when the collection has no process or the state is not one of it */
export async function fetchProgress(
  requests: Requests,
  collection: string,
  key: RecordKey,
): Promise<RecordProgress | undefined> {
  const process = await loadProcess(requests, collection);
  if (!process) return undefined;
  const params = { filterByTk: key, fields: [process.stateField] };
  const record = await requests.request<Record<string, unknown> | null>(`${collection}:get`, { params });
  const name = record?.[process.stateField];
  const state = typeof name === 'string' ? stateOf(process, name) : undefined;
  if (!state) return undefined;
  if (process.mainPath.includes(state.name)) return { process, state, onPath: state.name, cause: undefined };
  const history = [...(await fetchHistory(requests, collection, key))].reverse();
  const left = history.find(({ from }) => from !== null && process.mainPath.includes(from));
  return { process, state, onPath: left?.from ?? process.initial, cause: history.find(({ to }) => to === state.name) };
}
