import type { Transaction } from '@nocobase/database';

const records = new WeakMap<Transaction, Set<string>>();
const keyOf = (collection: string, recordId: string): string => `${collection}/${recordId}`;

/** Notes that no review waits for a record. A review begins only with the record's lock, which this transaction holds. */
export function noteNoneWaiting(transaction: Transaction, collection: string, recordId: string): void {
  const known = records.get(transaction) ?? new Set<string>();
  records.set(transaction, known.add(keyOf(collection, recordId)));
}

/** Whether the transaction has found out already that no review waits for the record. */
export function isNoneWaiting(transaction: Transaction, collection: string, recordId: string): boolean {
  return records.get(transaction)?.has(keyOf(collection, recordId)) ?? false;
}
