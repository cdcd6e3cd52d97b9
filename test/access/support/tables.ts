/** Rows as they are in the database, read and written past NocoBase. */
import type { Transaction } from '@nocobase/database';
import { app } from '../../server/harness';
import { columnsOf, FIRST_ID } from './values';

export type Row = Record<string, unknown>;

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const tableOf = (name: string): string => quote(app().db.getCollection(name).model.tableName);

/** Work with triggers and foreign keys asleep. */
async function past<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return app().db.sequelize.transaction(async (transaction) => {
    await app().db.sequelize.query('SET LOCAL session_replication_role = replica', { transaction });
    return work(transaction);
  });
}

/** Takes out what an earlier town has left in tables that a reset keeps: ids and keys tell it from everything else. */
export async function clearTown(names: readonly string[]): Promise<void> {
  await past(async (transaction) => {
    for (const name of names) {
      const { model } = app().db.getCollection(name);
      const key = model.primaryKeyAttribute;
      if (!key) continue;
      const isText = (model.rawAttributes[key]?.type as { key?: string }).key === 'STRING';
      const condition = isText ? `${quote(key)} ~ '^k[0-9]{6}z$'` : `${quote(key)} >= ${FIRST_ID}`;
      await app().db.sequelize.query(`DELETE FROM ${tableOf(name)} WHERE ${condition}`, { transaction });
    }
  });
}

export async function insertRows(generated: ReadonlyMap<string, readonly Row[]>): Promise<void> {
  await past(async (transaction) => {
    for (const [name, rows] of generated) {
      if (rows.length === 0) continue;
      const { model } = app().db.getCollection(name);
      const columns = new Set(columnsOf(app().db.getCollection(name)));
      const own = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column))));
      await model.bulkCreate(own, { hooks: false, validate: false, transaction });
    }
  });
}

/** @returns the rows with bigints as text, as drivers give them */
export async function readRows(name: string): Promise<Row[]> {
  const [rows] = await app().db.sequelize.query(`SELECT * FROM ${tableOf(name)}`);
  return rows as Row[];
}

/** Tables a request may change; a change anywhere else, or where none is allowed, is a failure. */
export class Snapshot {
  private readonly tables: string[];
  private before = new Map<string, string>();

  constructor(names: readonly string[]) {
    this.tables = [...names, 'users', 'rolesUsers', 'attachments'];
  }

  async take(): Promise<void> {
    const { sequelize } = app().db;
    await sequelize.query('CREATE SCHEMA IF NOT EXISTS matrix_copy');
    for (const name of this.tables) {
      const table = quote(app().db.getCollection(name).model.tableName);
      await sequelize.query(`DROP TABLE IF EXISTS matrix_copy.${table}`);
      await sequelize.query(`CREATE TABLE matrix_copy.${table} AS SELECT * FROM ${table}`);
    }
    this.before = await this.prints();
  }

  /** Names of the tables that are not as they were. */
  async changed(): Promise<string[]> {
    const now = await this.prints();
    return this.tables.filter((name) => now.get(name) !== this.before.get(name));
  }

  async restore(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await past(async (transaction) => {
      for (const name of names) {
        const table = tableOf(name);
        await app().db.sequelize.query(`DELETE FROM ${table}`, { transaction });
        await app().db.sequelize.query(`INSERT INTO ${table} SELECT * FROM matrix_copy.${table}`, { transaction });
      }
    });
    if (names.includes('rolesUsers')) await app().cache.reset();
  }

  private async prints(): Promise<Map<string, string>> {
    const parts = this.tables.map(
      (name) =>
        `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM ${tableOf(name)} t`,
    );
    const [rows] = await app().db.sequelize.query(parts.join(' UNION ALL '));
    return new Map((rows as { name: string; print: string }[]).map(({ name, print }) => [name, print]));
  }
}
