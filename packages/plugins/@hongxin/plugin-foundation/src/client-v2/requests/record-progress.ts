import { type APIClientLike } from '@nocobase/flow-engine';
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
  api: APIClientLike,
  collection: string,
  key: RecordKey,
): Promise<RecordProgress | undefined> {
  const process = await loadProcess(api, collection);
  if (!process) return undefined;
  const params = { filterByTk: key, fields: [process.stateField] };
  const { data } = await api.request<{ data: Record<string, unknown> | null }>({
    url: `${collection}:get`,
    params,
    skipNotify: true,
  });
  const name = data.data?.[process.stateField];
  const state = typeof name === 'string' ? stateOf(process, name) : undefined;
  if (!state) return undefined;
  if (process.mainPath.includes(state.name)) return { process, state, onPath: state.name, cause: undefined };
  const history = [...(await fetchHistory(api, collection, key))].reverse();
  const left = history.find(({ from }) => from !== null && process.mainPath.includes(from));
  return { process, state, onPath: left?.from ?? process.initial, cause: history.find(({ to }) => to === state.name) };
}
