import type Database from '@nocobase/database';
import { quotedTable, selectRows } from '@hongxin/plugin-foundation';
import type { Model, Transaction } from '@nocobase/database';
import type { DictionaryRow, FieldChoice } from '@hongxin/rules/mechanism';
import type { DictionaryField } from './field';

export const ITEMS = 'hxDictionaryItems';

/** The items of a dictionary, in the order in which they are offered; those without a place in it come last. */
export async function itemsOf(db: Database, dictionary: string, transaction?: Transaction): Promise<DictionaryRow[]> {
  return selectRows<DictionaryRow>(
    { db, transaction },
    'SELECT code, title, coalesce(enabled, true) AS enabled FROM {hxDictionaryItems} WHERE dictionary = :dictionary ORDER BY nullif(sort, 0) NULLS LAST, id',
    { dictionary },
  );
}

/** The codes that records hold in a field, and those that code writes into it. */
export async function usedCodes(
  db: Database,
  { collection, field, needed = [] }: DictionaryField,
  transaction?: Transaction,
): Promise<ReadonlySet<string>> {
  const isSeveral = db.getCollection(collection)?.getField(field)?.type === 'array';
  const table = quotedTable(db, collection);
  const codes = isSeveral
    ? `SELECT DISTINCT jsonb_array_elements_text("${field}"::jsonb) AS code FROM ${table} WHERE jsonb_typeof("${field}"::jsonb) = 'array'`
    : `SELECT DISTINCT "${field}" AS code FROM ${table} WHERE "${field}" IS NOT NULL`;
  const rows = await selectRows<{ code: string }>({ db, transaction }, codes, {});
  return new Set([...needed, ...rows.map(({ code }) => code)]);
}

/** How many records hold a code in a field. */
export async function countUsing(
  db: Database,
  { collection, field }: DictionaryField,
  code: string,
  transaction?: Transaction,
): Promise<number> {
  const isSeveral = db.getCollection(collection)?.getField(field)?.type === 'array';
  const holds = isSeveral ? `jsonb_exists("${field}"::jsonb, :code)` : `"${field}" = :code`;
  const [{ count }] = await selectRows<{ count: number }>(
    { db, transaction },
    `SELECT count(*)::int AS count FROM {${collection}} WHERE ${holds}`,
    { code },
  );
  return count;
}

/**
 * The row in which NocoBase keeps a field; none before an installation has published its collections. In a transaction it is
 * held until the end: of two items saved at once the second finds the first one when it makes out the choices.
 */
export async function rowOf(
  db: Database,
  { collection, field }: DictionaryField,
  transaction?: Transaction,
): Promise<Model | null> {
  const where = { collectionName: collection, name: field };
  return db.getModel('fields').findOne({ where, transaction, ...(transaction ? { lock: true } : {}) });
}

/** The choices in a field's options. */
export function choicesIn(uiSchema: unknown): FieldChoice[] {
  const { enum: list } = (uiSchema ?? {}) as { enum?: unknown };
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((each) => {
    if (typeof each !== 'object' || each === null) return [];
    const choice = each as { value?: unknown; label?: unknown };
    return [{ ...choice, value: String(choice.value), label: String(choice.label ?? choice.value) }];
  });
}
