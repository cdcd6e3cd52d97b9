import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { CollectionAccess } from '../domain';

/** What stands where a name stood. */
export const ANONYMOUS = '已匿名';

interface Column {
  column: string;
  isLabel: boolean;
}

/** How a collection's records lose what names a person, and keep what statistics count. */
export interface Anonymization {
  table: string;
  key: string;
  assignments: string;
  /** True of rows that still hold something. */
  isOpen: string;
}

/** @returns null where nothing personal is declared */
export function anonymizationOf(db: Database, access: CollectionAccess): Anonymization | null {
  const collection = db.getCollection(access.collection);
  const names = [...Object.keys(access.personalFields ?? {}), ...(access.anonymize ?? [])];
  const columns = names.map((name): Column => {
    const attribute = collection.model.rawAttributes[name] as { field?: string; type: { key?: string } } | undefined;
    if (!attribute) throw new Error(`${access.collection} declares "${name}" personal, but has no such column`);
    const isLabel = access.labelFields.includes(name) && /^(STRING|TEXT)$/.test(attribute.type.key ?? '');
    return { column: `"${attribute.field ?? name}"`, isLabel };
  });
  if (columns.length === 0) return null;
  const anonymous = `'${ANONYMOUS}'`;
  return {
    table: collection.quotedTableName(),
    key: `"${collection.model.primaryKeyAttribute}"`,
    assignments: columns.map(({ column, isLabel }) => `${column} = ${isLabel ? anonymous : 'NULL'}`).join(', '),
    isOpen: columns
      .map(({ column, isLabel }) => (isLabel ? `${column} IS DISTINCT FROM ${anonymous}` : `${column} IS NOT NULL`))
      .join(' OR '),
  };
}

/** Takes the personal data out of one record. @returns whether there was any */
export async function anonymizeRecord(
  db: Database,
  access: CollectionAccess,
  id: string,
  transaction: Transaction,
): Promise<boolean> {
  const plan = anonymizationOf(db, access);
  if (!plan) return false;
  const [rows] = await db.sequelize.query(
    `UPDATE ${plan.table} SET ${plan.assignments} WHERE ${plan.key} = :id AND (${plan.isOpen}) RETURNING 1`,
    { replacements: { id }, transaction },
  );
  return rows.length > 0;
}
