import { type FlowContext } from '@nocobase/flow-engine';
import { loadProcess, stateOf, transitionNamed } from '../requests/processes';
import { fetchOpenTransitions } from '../requests/transitions';
import { requestsOf } from '../tools/tools-of';
import { recordOf } from './record-of';

export interface ActionScope {
  /** One transition as a button of its own. */
  direct?: string;
  /** Among many records only the process is asked, once, never the server per record. */
  among: 'many' | 'one';
}

/**
 * Whether the button has something to do on this record: nothing leaves a final state, and a single transition is shown
 * where it can start; on a page of one record, where it is open to this user.
 */
export async function isActionable(context: FlowContext, { direct, among }: ActionScope): Promise<boolean> {
  const record = recordOf(context);
  const requests = requestsOf(context.api);
  const process = record && (await loadProcess(requests, record.collection.name));
  if (!record || !process) return true;
  const state = record.values[process.stateField];
  if (typeof state === 'string' && stateOf(process, state)?.final) return false;
  if (direct === undefined) return true;
  const definition = transitionNamed(process, direct);
  if (!definition) return false;
  if (typeof state === 'string' && !definition.from.includes(state)) return false;
  if (among === 'many') return true;
  const { transitions } = await fetchOpenTransitions(requests, record.collection.name, record.key);
  return transitions.some(({ name }) => name === direct);
}
