import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';

/**
 * Takes the next `count` numbers of a counter. The row stays locked until the transaction ends, so that a rollback
 * gives the numbers back and nobody sees them twice.
 * @returns the last of the numbers taken
 */
export async function takeNumbers(
  db: Database,
  key: string,
  count: number,
  transaction: Transaction | undefined,
): Promise<number> {
  const table = db.getCollection('hxCounters').quotedTableName();
  const [rows] = await db.sequelize.query(
    `INSERT INTO ${table} AS counter ("key", "value") VALUES (:key, :count)
     ON CONFLICT ("key") DO UPDATE SET "value" = counter."value" + :count RETURNING "value"`,
    { replacements: { key, count }, transaction },
  );
  const [{ value }] = rows as { value: string }[];
  return Number(value);
}

/** Gives the last `count` numbers back, in the transaction that took them: its lock has let nobody take later ones. */
export async function giveBack(db: Database, key: string, count: number, transaction: Transaction): Promise<void> {
  if (count === 0) return;
  const table = db.getCollection('hxCounters').quotedTableName();
  await db.sequelize.query(`UPDATE ${table} SET "value" = "value" - :count WHERE "key" = :key`, {
    replacements: { key, count },
    transaction,
  });
}
