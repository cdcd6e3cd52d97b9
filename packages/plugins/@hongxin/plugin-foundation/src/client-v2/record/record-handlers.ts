import { type FlowContext } from '@nocobase/flow-engine';
import { type CurrentRecord } from './record-of';

export interface HandlingOptions {
  title: string;
  /** Opens the foundation's own dialog, with the transitions open to the user. */
  openTransitions(): Promise<void>;
}

/**
 * Another plugin's way to handle a record: answers what to open for this user, or undefined when it has nothing for
 * them. A rejected promise is shown to the user and nothing opens.
 */
export type RecordHandler = (
  context: FlowContext,
  record: CurrentRecord,
  options: HandlingOptions,
) => Promise<(() => Promise<void>) | undefined>;

const handlers = new Map<string, RecordHandler>();

/**
 * Lets a plugin take over 办理 on records it has something to do with, e.g. a pending review. The first one that
 * answers wins; without one the transitions dialog opens.
 */
export function registerRecordHandler(name: string, handler: RecordHandler): void {
  handlers.set(name, handler);
}

/** Opens what the first handler offers, or the transitions. */
export async function handleRecord(
  context: FlowContext,
  record: CurrentRecord,
  options: HandlingOptions,
): Promise<void> {
  for (const handler of handlers.values()) {
    const open = await handler(context, record, options);
    if (open) return open();
  }
  return options.openTransitions();
}
