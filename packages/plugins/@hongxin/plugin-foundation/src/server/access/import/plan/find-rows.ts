import type { Reading } from './stored';

const CHUNK = 2000;

/** Records that the caller may see, by the values of one field; what people write in two ways is asked for in both. */
export async function findRows(
  { collection, rights, transaction }: Reading,
  name: string,
  wanted: readonly string[],
  others: readonly string[],
): Promise<Record<string, unknown>[]> {
  if (!rights.on(collection.name, 'view')) return [];
  const scope = await rights.scope(collection.name, 'view');
  const texts = [...new Set(wanted.flatMap((text) => [text, ...spellings(text)]))];
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

function spellings(text: string): string[] {
  const plain = text.normalize('NFKC');
  return [plain, plain.replace(/\(/g, '（').replace(/\)/g, '）'), plain.replace(/\s+/g, '').toUpperCase()];
}
