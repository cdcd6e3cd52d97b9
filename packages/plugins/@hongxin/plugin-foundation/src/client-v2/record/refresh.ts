import { type FlowContext, type FlowEngine } from '@nocobase/flow-engine';
import { type RecordKey } from '../requests/transitions';
import { announceMoved } from './record-events';

interface Refreshable {
  refresh?(): Promise<unknown>;
}

export interface Moved {
  collection: string;
  key: RecordKey;
  dataSourceKey?: string;
}

/** Our own blocks hear of it; the host's blocks on the pages below read again when they come to the front. */
export function tellMoved(context: FlowContext, { collection, key, dataSourceKey = 'main' }: Moved): void {
  for (let engine: FlowEngine | undefined = context.engine; engine; engine = engine.previousEngine) {
    engine.markDataSourceDirty?.(dataSourceKey, collection);
  }
  announceMoved({ collection, key });
}

/** After a record has moved: everybody hears of it, and this block reads again. */
export async function refreshAfterMove(context: FlowContext & { resource?: Refreshable }, moved: Moved): Promise<void> {
  tellMoved(context, moved);
  await context.resource?.refresh?.();
}
