import type Database from '@nocobase/database';
import { execute, selectRows } from '@hongxin/plugin-foundation';
import { cleanName, cleanUnitName } from '@hongxin/rules/mechanism';

interface Stored {
  id: string;
  name: string | null;
  contactName: string | null;
}

/**
 * Brings names of units and of their contacts that were stored as typed into the one spelling in which they are compared.
 * Two units that turn out to be one stay two: only people can tell which of them to keep.
 * @returns rows changed
 */
export async function plainUnits(db: Database): Promise<number> {
  return db.sequelize.transaction(async (transaction) => {
    const scope = { db, transaction };
    const rows = await selectRows<Stored>(
      scope,
      'SELECT id::text AS id, name, "contactName" AS "contactName" FROM {hxUnits} FOR UPDATE',
    );
    let changed = 0;
    for (const row of rows) {
      const name = (row.name && cleanUnitName(row.name)) || row.name;
      const contactName = (row.contactName && cleanName(row.contactName)) || row.contactName;
      if (name === row.name && contactName === row.contactName) continue;
      const values = { id: row.id, name, contactName };
      await execute(scope, 'UPDATE {hxUnits} SET name = :name, "contactName" = :contactName WHERE id = :id', values);
      changed += 1;
    }
    return changed;
  });
}
