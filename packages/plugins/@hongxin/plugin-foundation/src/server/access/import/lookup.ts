import type { Transaction } from '@nocobase/database';
import type { Reason } from '@hongxin/rules';
import type { AccessControl } from '../index';
import { labelFieldsOf } from '../rights/labels';
import type { Rights } from '../rights/rights';
import type { ImportColumn } from './columns';

/** Keys of related records by the text they are named with in the sheet; ambiguous names have several. */
export type Names = ReadonlyMap<string, readonly unknown[]>;

const CHUNK = 2000;

/**
 * Finds the records a column names, all at once, among those the caller may see.
 * @param texts every text of the column
 */
export async function lookUp(
  access: AccessControl,
  rights: Rights,
  { relation }: ImportColumn,
  texts: Iterable<string>,
  transaction: Transaction,
): Promise<Names> {
  const found = new Map<string, unknown[]>();
  if (!relation) return found;
  const { target, by, targetKey } = relation;
  const isVisible = rights.canSee(target, by) || labelFieldsOf(access, target).has(by);
  if (!rights.on(target.name, 'view') || !isVisible) return found;
  const scope = await rights.scope(target.name, 'view');
  const isNumeric = /^(BIGINT|INTEGER)/.test((target.model.rawAttributes[by].type as { key?: string }).key ?? '');
  const wanted = [...new Set(texts)].filter((text) => !isNumeric || /^\d{1,18}$/.test(text));
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const named = { [by]: { $in: wanted.slice(start, start + CHUNK) } };
    const rows = await target.repository.find({
      filter: scope ? { $and: [named, scope] } : named,
      fields: [...new Set([targetKey, by])],
      raw: true,
      transaction,
    });
    for (const row of rows as Record<string, unknown>[]) {
      const text = String(row[by]);
      found.set(text, [...(found.get(text) ?? []), row[targetKey]]);
    }
  }
  return found;
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
