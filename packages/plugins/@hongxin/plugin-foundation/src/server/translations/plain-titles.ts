import type { Database } from '@nocobase/database';
import { isDeepStrictEqual } from 'node:util';

/** A title as the pack wrote it before, with its Chinese inside; NocoBase's own templates name none of our packages. */
const TEMPLATE = /^\{\{\s*t\(\s*"(.+?)"\s*,\s*\{\s*ns:\s*"@hongxin\/[^"]+"\s*\}\s*\)\s*\}\}$/;

/** NocoBase's tables of what administrators may edit about collections and fields, and where each keeps titles. */
const TABLES = [
  { table: 'collections', key: 'key', columns: ['title', 'options'] },
  { table: 'fields', key: 'key', columns: ['options'] },
  { table: 'dataSourcesCollections', key: 'key', columns: ['options'] },
  { table: 'dataSourcesFields', key: 'key', columns: ['uiSchema', 'options'] },
] as const;

type Row = Record<string, unknown>;

/** Puts the Chinese text in the place of every template of the pack; any other title is an administrator's, and stays. */
export async function plainTitles(db: Database): Promise<void> {
  for (const { table, key, columns } of TABLES) {
    if (!db.hasCollection(table) || !(await db.collectionExistsInDb(table))) continue;
    const { model } = db.getCollection(table);
    const rows = (await model.findAll({ attributes: [key, ...columns], raw: true })) as unknown as Row[];
    for (const row of rows) {
      const stored = Object.fromEntries(columns.map((column) => [column, row[column]]));
      const plain = plainOf(stored) as Row;
      if (isDeepStrictEqual(plain, stored)) continue;
      // The row as it is stored, without NocoBase's hooks, which would define the collection or the field anew.
      await model.update(plain, { where: { [key]: row[key] as string }, hooks: false, validate: false, silent: true });
    }
  }
}

/** The same value with the pack's templates as plain texts, at any depth; choices never were templates. Pure. */
export function plainOf(value: unknown): unknown {
  if (typeof value === 'string') return TEMPLATE.exec(value)?.[1] ?? value;
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainOf(inner)]));
}
