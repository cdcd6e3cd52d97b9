import type { Reading } from './stored';
import { storedSpellings } from './stored-spellings';

const CHUNK = 2000;

/** Records that the caller may see, by the values of one field, in whatever spelling they are stored. */
export async function findRows(
  reading: Reading,
  name: string,
  wanted: readonly string[],
  others: readonly string[],
): Promise<Record<string, unknown>[]> {
  const { collection, rights, transaction } = reading;
  if (!rights.on(collection.name, 'view')) return [];
  const scope = await rights.scope(collection.name, 'view');
  const texts = [...new Set([...wanted, ...(await storedSpellings(reading, name, wanted))])];
  const found: Record<string, unknown>[] = [];
  for (let start = 0; start < texts.length; start += CHUNK) {
    const named = { [name]: { $in: texts.slice(start, start + CHUNK) } };
    const rows = await collection.repository.find({
      filter: scope ? { $and: [named, scope] } : named,
      fields: [...new Set([collection.model.primaryKeyAttribute, name, ...others])],
      raw: true,
      transaction,
    });
    found.push(...(rows as Record<string, unknown>[]));
  }
  return found;
}
