import type Database from '@nocobase/database';
import type { ShippedRows } from './part';

/** Writes what tables begin with where nothing is in its place; what is there is the administrator's. */
export async function writeShippedRows(db: Database, shipped: readonly ShippedRows[]): Promise<void> {
  if (shipped.length === 0) return;
  await db.sequelize.transaction(async (transaction) => {
    for (const { collection, within = {}, rows } of shipped) {
      const repository = db.getRepository(collection);
      if ((await repository.count({ filter: within, transaction })) > 0) continue;
      await repository.createMany({ records: rows.map((row) => ({ ...row, ...within })), transaction });
    }
  });
}
