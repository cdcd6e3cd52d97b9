import { type Requests } from '../tools/tools';
import { type Label } from '../tools/texts';
import { OncePerCaller } from './once-per-caller';

/** Who acts: the owner, the system, a role at some levels of area, or a relation to the record. */
export type PublicParty =
  | 'owner'
  | 'system'
  | {
      role?: string;
      level?: string | readonly string[];
      relation?: string;
      /** What they are called, as whoever declares the role or the relation says it; null where nobody waits for them. */
      label: Label | null;
    };

export interface PublicState {
  name: string;
  label: Label;
  color: string | null;
  final: boolean;
  side: boolean;
}

export interface PublicTransition {
  name: string;
  label: Label;
  from: readonly string[];
  to: string;
  by: readonly PublicParty[];
  fields?: readonly string[];
  appearance: 'primary' | 'default' | 'danger';
}

/** What everybody signed in may know of a collection's process. */
export interface PublicProcess {
  key: string;
  title: Label;
  collection: string;
  stateField: string;
  initial: string;
  mainPath: readonly string[];
  states: readonly PublicState[];
  transitions: readonly PublicTransition[];
}

type Asking = Pick<Requests, 'request' | 'session'>;

/** Processes are code: one question per page load is enough, whoever asks how often. */
const processes = new OncePerCaller<PublicProcess | null>();

/** @returns the collection's process, or null when it has none */
export function loadProcess(requests: Asking, collection: string): Promise<PublicProcess | null> {
  return processes.ask(requests.session, collection, () => fetchProcess(requests, collection));
}

async function fetchProcess({ request }: Asking, collection: string): Promise<PublicProcess | null> {
  try {
    return await request<PublicProcess>('hxProcesses:get', { params: { filterByTk: collection } });
  } catch (error) {
    if ((error as { response?: { status?: number } }).response?.status === 404) return null;
    throw error;
  }
}

export function stateOf(process: PublicProcess, name: string): PublicState | undefined {
  return process.states.find((state) => state.name === name);
}

export function transitionNamed(process: PublicProcess, name: string): PublicTransition | undefined {
  return process.transitions.find((transition) => transition.name === name);
}
