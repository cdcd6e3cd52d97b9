import type { GatedAttempt } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { STEPS } from './rows';
import type { ReviewTools } from './tools';
import { pendingSteps } from './withdraw';

/** The steps that records of a batch wait in, by the record. */
type Waiting = ReadonlyMap<string, Model[]>;

const ofBatches = new WeakMap<readonly string[], Promise<Waiting>>();

/** The steps a record waits in; of a batch, whose records are all locked, they are looked up at once. */
export async function pendingOf(
  tools: Pick<ReviewTools, 'db'>,
  { collection, recordId, batch, transaction }: GatedAttempt,
): Promise<Model[]> {
  if (batch === undefined) return pendingSteps(tools, collection, recordId, transaction);
  const known = ofBatches.get(batch) ?? readBatch(tools, collection, batch, transaction);
  ofBatches.set(batch, known);
  return (await known).get(recordId) ?? [];
}

async function readBatch(
  { db }: Pick<ReviewTools, 'db'>,
  collectionName: string,
  batch: readonly string[],
  transaction: GatedAttempt['transaction'],
): Promise<Waiting> {
  const where = { collectionName, recordId: [...batch], state: 'pending' };
  const rows = (await db.getModel(STEPS).findAll({ where, order: [['id', 'ASC']], transaction })) as Model[];
  const waiting = new Map<string, Model[]>();
  for (const row of rows) {
    const recordId = String(row.get('recordId'));
    waiting.set(recordId, [...(waiting.get(recordId) ?? []), row]);
  }
  return waiting;
}
