import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';

const CHUNK = 500;

/**
 * Inserts rows as an import does: field rules, then `beforeBulkCreate` with every check and guard that hangs on it.
 * @returns the ids, in the order of the rows
 */
export async function insertRows(
  db: Database,
  collectionName: string,
  rows: readonly Record<string, unknown>[],
  transaction: Transaction,
): Promise<string[]> {
  const collection = db.getCollection(collectionName);
  if (!collection) throw new Error(`the collection ${collectionName} is missing: is its plugin enabled?`);
  const ids: string[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    collection.validate({ values: chunk, operation: 'create' });
    const records = await collection.model.bulkCreate(chunk, { transaction, validate: true });
    ids.push(...records.map((record) => String(record.get('id'))));
  }
  return ids;
}
