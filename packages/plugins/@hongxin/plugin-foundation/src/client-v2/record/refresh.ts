import { type FlowContext, type FlowEngine } from '@nocobase/flow-engine';
import { type RecordKey } from '../requests/transitions';
import { announceMoved } from './record-events';

interface Refreshable {
  refresh?(): Promise<unknown>;
}

/** After a record has moved: this block reads again, our own blocks hear of it, blocks below read again when they come to the front. */
export async function refreshAfterMove(
  context: FlowContext & { resource?: Refreshable },
  { collection, key, dataSourceKey = 'main' }: { collection: string; key: RecordKey; dataSourceKey?: string },
): Promise<void> {
  for (let engine: FlowEngine | undefined = context.engine; engine; engine = engine.previousEngine) {
    engine.markDataSourceDirty?.(dataSourceKey, collection);
  }
  announceMoved({ collection, key });
  await context.resource?.refresh?.();
}
