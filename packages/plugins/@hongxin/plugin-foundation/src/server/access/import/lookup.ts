import type { Collection, Transaction } from '@nocobase/database';
import { seenAs, type Reason } from '@hongxin/rules/mechanism';
import type { Rights } from '../rights/rights';
import { groupBy } from '../group-by';
import type { ImportColumn } from './columns';

/** Keys of related records by the text they are named with in the sheet; ambiguous names have several. */
export type Names = ReadonlyMap<string, readonly unknown[]>;

const CHUNK = 2000;

/**
 * Finds the records a column names, all at once, among those the caller may see.
 * @param texts every text of the column
 */
export async function lookUp(
  rights: Rights,
  { relation }: ImportColumn,
  texts: Iterable<string>,
  transaction: Transaction,
): Promise<Names> {
  const found = new Map<string, unknown[]>();
  if (!relation) return found;
  const { target, by, targetKey } = relation;
  if (!rights.on(target.name, 'view')) return found;
  const scope = await rights.scope(target.name, 'view');
  const type = (target.model.rawAttributes[by].type as { key?: string }).key ?? '';
  const isNumeric = /^(BIGINT|INTEGER)/.test(type);
  const wanted = [...new Set(texts)].filter((text) => !isNumeric || /^\d{1,18}$/.test(text));
  const find = async (spellings: readonly string[], put: (text: string, key: unknown) => void): Promise<void> => {
    for (let start = 0; start < spellings.length; start += CHUNK) {
      const named = { [by]: { $in: spellings.slice(start, start + CHUNK) } };
      const rows = await target.repository.find({
        filter: scope ? { $and: [named, scope] } : named,
        fields: [...new Set([targetKey, by])],
        raw: true,
        transaction,
      });
      for (const row of rows as Record<string, unknown>[]) put(String(row[by]), row[targetKey]);
    }
  };
  const add = (text: string, key: unknown): unknown => found.set(text, [...(found.get(text) ?? []), key]);
  await find(wanted, add);
  const unknown = wanted.filter((text) => !found.has(text));
  if (unknown.length === 0 || !/^(STRING|TEXT)$/.test(type)) return found;
  const asked = groupBy(unknown, seenAs);
  await find(await spellingsOf(target, by, [...asked.keys()], transaction), (text, key) => {
    for (const each of asked.get(seenAs(text)) ?? []) add(each, key);
  });
  return found;
}

/** Dots that look the same as the first one: as in `seenAs`. */
const DOTS = '·•‧∙⋅●⸱・･';

/** How the names that look like the given ones are spelled in the database. */
async function spellingsOf(
  { model, db, name }: Collection,
  by: string,
  seen: readonly string[],
  transaction: Transaction,
): Promise<string[]> {
  const { field = by } = model.rawAttributes[by];
  const quote = (name: string): string => db.sequelize.getQueryInterface().quoteIdentifier(name, true);
  const table = db.getCollection(name).quotedTableName();
  const plain = `regexp_replace(translate(normalize(${quote(field)}, NFKC), :dots, :dot), '\\s', '', 'g')`;
  const replacements = {
    seen: seen.map((text) => text.replace(/\s/g, '')),
    dots: DOTS,
    dot: '·'.repeat(DOTS.length),
  };
  const sql = `SELECT DISTINCT ${quote(field)} AS name FROM ${table} WHERE ${plain} IN (:seen)`;
  const [rows] = await db.sequelize.query(sql, { replacements, transaction });
  return (rows as { name: string }[]).map((row) => row.name);
}

/** @returns the keys a cell names, or why it names none */
export function keysOf(texts: readonly string[], names: Names, field: string): { keys: unknown[]; reasons: Reason[] } {
  const keys: unknown[] = [];
  const reasons: Reason[] = [];
  for (const text of texts) {
    const known = names.get(text) ?? [];
    if (known.length === 1) keys.push(known[0]);
    else if (known.length > 1)
      reasons.push({ code: 'IMPORT_NAME_AMBIGUOUS', params: { name: text, count: known.length }, field });
    else reasons.push({ code: 'IMPORT_NAME_UNKNOWN', params: { name: text }, field });
  }
  return { keys, reasons };
}
