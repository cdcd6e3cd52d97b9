import type Database from '@nocobase/database';
import { execute, quotedTable, selectRows } from '../database/sql';
import type { ConstraintDefinition, IndexDefinition } from './part';

/**
 * Adds what collections cannot express; what is there already stays as it is.
 * @throws when existing rows break a constraint, naming it
 */
export async function installConstraints(db: Database, constraints: readonly ConstraintDefinition[]): Promise<void> {
  if (constraints.length === 0) return;
  if (constraints.some(({ definition }) => /USING gist/i.test(definition)))
    await execute({ db }, 'CREATE EXTENSION IF NOT EXISTS btree_gist');
  const known = await namesIn(db, 'pg_constraint', 'conname', constraints);
  for (const { table, name, definition } of constraints.filter((each) => !known.has(each.name)))
    await execute({ db }, `ALTER TABLE {${table}} ADD CONSTRAINT ${name} ${definition}`);
}

/** On tables of the host too, where the pack asks them what the host does not. */
export async function installIndexes(db: Database, indexes: readonly IndexDefinition[]): Promise<void> {
  for (const { table, name, definition } of indexes)
    await execute({ db }, `CREATE INDEX IF NOT EXISTS ${name} ON ${quotedTable(db, table)} ${definition}`);
}

async function namesIn(
  db: Database,
  catalogue: string,
  column: string,
  wanted: readonly { name: string }[],
): Promise<Set<string>> {
  const names = wanted.map(({ name }) => name);
  const sql = `SELECT ${column} AS name FROM ${catalogue} WHERE ${column} IN (:names)`;
  return new Set((await selectRows<{ name: string }>({ db }, sql, { names })).map(({ name }) => name));
}
