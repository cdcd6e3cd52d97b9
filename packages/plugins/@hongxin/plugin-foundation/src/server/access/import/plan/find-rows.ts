import type { Reading } from './stored';
import { storedSpellings } from './stored-spellings';

const CHUNK = 2000;
const COMMON = /^[0-9A-Za-z\u4E00-\u9FFF]*$/;

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
  const spellings = await storedSpellings(reading, name, wanted);
  // a rare sign may look otherwise to the database than here: it is asked for as it is written, too
  const texts = spellings ? [...new Set([...spellings, ...wanted.filter((text) => !COMMON.test(text))])] : wanted;
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
