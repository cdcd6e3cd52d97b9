import type Database from '@nocobase/database';
import { execute, selectRows } from '@hongxin/plugin-foundation';
import { checkPhone, cleanName, normalizePhone } from '@hongxin/rules/mechanism';

/** Where a collection keeps whom it is about. */
interface People {
  collection: 'hxPersons' | 'hxMemberRegistrations';
  name: string;
  phone: string;
}

interface Stored {
  id: string;
  name: string | null;
  phone: string | null;
}

/**
 * Brings names and phones that were stored as typed into the one spelling in which they are looked for. A phone that is none
 * stays as it is: nobody can tell which one was meant. Two people that turn out to be one stay two, too.
 * @returns rows changed
 */
export async function plainPeople(db: Database, { collection, name, phone }: People): Promise<number> {
  return db.sequelize.transaction(async (transaction) => {
    const scope = { db, transaction };
    const rows = await selectRows<Stored>(
      scope,
      `SELECT id::text AS id, "${name}" AS name, "${phone}" AS phone FROM {${collection}}
       WHERE "${name}" !~ '^[一-鿿]*$' OR "${phone}" !~ '^[0-9]*$' FOR UPDATE`,
    );
    let changed = 0;
    for (const row of rows) {
      const plain = {
        name: (row.name && cleanName(row.name)) || row.name,
        phone: row.phone && checkPhone(row.phone).ok ? normalizePhone(row.phone) : row.phone,
      };
      if (plain.name === row.name && plain.phone === row.phone) continue;
      await execute(scope, `UPDATE {${collection}} SET "${name}" = :name, "${phone}" = :phone WHERE id = :id`, {
        ...plain,
        id: row.id,
      });
      changed += 1;
    }
    return changed;
  });
}
