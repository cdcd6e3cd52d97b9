import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';

export interface Scope {
  db: Database;
  transaction?: Transaction;
}

/**
 * Statement for this installation: `{hxAreas}` becomes the quoted table (schema and prefix included), and quoted
 * columns in camel case follow where the installation keeps them in snake case. Aliases after AS stay.
 */
export function statement(db: Database, template: string): string {
  const withTables = template.replace(/\{(hx\w+|users|rolesUsers|desktopRoutes)\}/g, (_match, name: string) =>
    quotedTable(db, name),
  );
  if (!db.options.underscored) return withTables;
  return withTables.replace(
    /(\bAS\s+)?"([a-z]+(?:[A-Z][a-z0-9]*)+)"/g,
    (match, alias: string | undefined, name: string) =>
      alias ? match : `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`,
  );
}

export function quotedTable(db: Database, name: string): string {
  return db.getCollection(name).quotedTableName();
}

/** Rows of a SELECT. @param replacements named, `:name` in the template */
export async function selectRows<T extends object>(
  { db, transaction }: Scope,
  template: string,
  replacements: Record<string, unknown> = {},
): Promise<T[]> {
  const [rows] = await db.sequelize.query(statement(db, template), { replacements, transaction });
  return rows as T[];
}

/** Runs an UPDATE, INSERT or DELETE. @returns rows touched */
export async function execute(
  { db, transaction }: Scope,
  template: string,
  replacements: Record<string, unknown> = {},
): Promise<number> {
  const [, metadata] = await db.sequelize.query(statement(db, template), { replacements, transaction });
  return (metadata as { rowCount?: number } | undefined)?.rowCount ?? 0;
}
