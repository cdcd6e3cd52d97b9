import { type Collection, type FlowContext } from '@nocobase/flow-engine';
import { type RecordKey, type Values } from '../requests/transitions';

export interface CurrentRecord {
  collection: Collection;
  key: RecordKey;
  /** What the block has read of it; may be partial. */
  values: Values;
}

interface RecordContext extends FlowContext {
  blockModel?: { collection?: Collection };
}

/** The record an action or field stands on, or undefined outside of one. */
export function recordOf(context: FlowContext): CurrentRecord | undefined {
  const { record, blockModel, collection: own } = context as RecordContext;
  const collection = blockModel?.collection ?? own;
  const key = record && collection?.getFilterByTK(record);
  return collection && record && key !== undefined && key !== null ? { collection, key, values: record } : undefined;
}
