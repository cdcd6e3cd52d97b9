import type { Model, Transaction } from '@nocobase/database';

/** The row as rules read it: its columns, and of its relations those that the transition asks for. */
export async function plainRecord(
  record: Model,
  needed: readonly string[],
  transaction?: Transaction,
): Promise<Record<string, unknown>> {
  const { collection } = record.constructor as typeof Model;
  const plain: Record<string, unknown> = { ...record.get() };
  const appends = needed.filter((name) => Object.hasOwn(collection.model.associations, name));
  if (appends.length === 0) return plain;
  const related = await collection.repository.findOne({
    filterByTk: record.get(collection.filterTargetKey as string) as string,
    appends: [...new Set(appends)],
    transaction,
  });
  for (const name of appends) plain[name] = related?.get(name);
  return plain;
}
