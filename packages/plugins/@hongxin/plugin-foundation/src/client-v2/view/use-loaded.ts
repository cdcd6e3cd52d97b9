import React from 'react';
import { requestFailure, type RequestReason } from '../requests/errors';

export interface Loaded<T> {
  /** undefined until the first answer. */
  data: T | undefined;
  problems: RequestReason[];
  loading: boolean;
  reload(): void;
}

/**
 * Reads something from the server, and again whenever `key` changes; an answer that comes too late is not shown.
 * @param key what the answer depends on, as text
 */
export function useLoaded<T>(load: () => Promise<T>, key = ''): Loaded<T> {
  const [state, setState] = React.useState<{ data?: T; problems: RequestReason[]; loading: boolean }>({
    problems: [],
    loading: true,
  });
  const [round, reload] = React.useReducer((count: number) => count + 1, 0);
  const latest = React.useRef(load);
  latest.current = load;
  React.useEffect(() => {
    let isCurrent = true;
    setState((before) => ({ ...before, loading: true }));
    latest.current().then(
      (data) => isCurrent && setState({ data, problems: [], loading: false }),
      (error: unknown) =>
        isCurrent && setState((before) => ({ ...before, problems: requestFailure(error).reasons, loading: false })),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  return { data: state.data, problems: state.problems, loading: state.loading, reload };
}
