import { createHash } from 'node:crypto';
import type { Context } from '@nocobase/actions';
import type { Collection, Model, Transaction } from '@nocobase/database';
import { neutralizeRow } from '../../export/neutralize';
import { withFindPolicy } from '../../read/finds';
import type { Rights } from '../../rights/rights';
import type { ImportColumn } from '../columns';
import { cellTexts } from './cell-texts';

const CHUNK = 2000;

/** A record as the caller sees it: masked, and without what is kept from them. Nothing else is ever compared. */
export interface StoredRecord {
  id: string;
  values: Record<string, unknown>;
  /** What an export writes under each column. */
  texts: readonly string[];
  /** Changes whenever the record does. */
  version: string;
}

export interface Reading {
  ctx: Context;
  collection: Collection;
  rights: Rights;
  transaction: Transaction;
}

/** Holds the rows until the transaction ends, always in the order of their ids: two imports wait and never for each other. */
export async function holdRows({ collection, transaction }: Reading, ids: readonly string[]): Promise<void> {
  const { model } = collection;
  const key = model.primaryKeyAttribute;
  const sorted = [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (let start = 0; start < sorted.length; start += CHUNK) {
    await model.findAll({
      where: { [key]: sorted.slice(start, start + CHUNK) },
      attributes: [key],
      order: [[key, 'ASC']],
      lock: transaction.LOCK.UPDATE,
      transaction,
      raw: true,
    });
  }
}

/** The records with these ids that the caller may see, by id. */
export async function readStored(
  reading: Reading,
  columns: readonly ImportColumn[],
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  const { ctx, collection, rights, transaction } = reading;
  const found = new Map<string, StoredRecord>();
  if (ids.length === 0 || !rights.on(collection.name, 'view')) return found;
  const key = collection.model.primaryKeyAttribute;
  const scope = await rights.scope(collection.name, 'view');
  const appends = [...new Set(columns.filter(({ relation }) => relation).map(({ name }) => name))];
  const texts = cellTexts(ctx, collection, columns);
  for (let start = 0; start < ids.length; start += CHUNK) {
    const named = { [key]: { $in: ids.slice(start, start + CHUNK) } };
    const filter = scope ? { $and: [named, scope] } : named;
    const policy = { rights, isScoped: true, finish: (row: Model) => neutralizeRow(row) };
    const rows = (await withFindPolicy(policy, () =>
      collection.repository.find({ filter, appends, transaction }),
    )) as Model[];
    for (const row of rows) {
      const values = row.toJSON() as Record<string, unknown>;
      const shown = texts(values);
      const id = String(row.get(key));
      found.set(id, { id, values, texts: shown, version: versionOf(shown, values.updatedAt) });
    }
  }
  return found;
}

function versionOf(texts: readonly string[], updatedAt: unknown): string {
  const moment = updatedAt instanceof Date ? updatedAt.toISOString() : String(updatedAt ?? '');
  return createHash('sha256')
    .update([moment, ...texts].join('\0'))
    .digest('base64url')
    .slice(0, 12);
}
