import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { UserCaches } from './user-caches';

interface HookOptions {
  transaction?: Transaction | null;
  where?: Record<string, unknown>;
  individualHooks?: boolean;
}

/** Rows that say what an account is given. NocoBase listens to single ones only; relations are written in bulk. */
const GIVEN_TO_USERS = ['rolesUsers', 'departmentsUsers'] as const;

/** Has NocoBase forget an account as soon as what it is given has changed, by whatever door. */
export function watchUserChanges(db: Database, caches: UserCaches): void {
  const userOf = (row: Model): unknown => row.get('userId');
  for (const name of GIVEN_TO_USERS) {
    // NocoBase announces a changed default role itself, without options
    const one = (row: Model, options?: HookOptions) => caches.forget([userOf(row)], options?.transaction);
    db.on(`${name}.afterSave`, one);
    db.on(`${name}.afterDestroy`, one);
    db.on(`${name}.afterBulkCreate`, (rows: Model[], { transaction }: HookOptions) =>
      caches.forget(rows.map(userOf), transaction),
    );
    // One statement for all of them: whom it touches is asked before it.
    const many = async ({ where, transaction, individualHooks }: HookOptions): Promise<void> => {
      if (individualHooks) return; // each row speaks for itself
      const rows = await db.getModel(name).findAll({ where, transaction });
      await caches.forget(rows.map(userOf), transaction);
    };
    db.on(`${name}.beforeBulkDestroy`, many);
    db.on(`${name}.beforeBulkUpdate`, many);
  }
  // A role goes with its rows, which the database deletes itself; one of the same name made later is another role.
  db.on('roles.beforeDestroy', async (role: Model, { transaction }: HookOptions) => {
    const where = { roleName: role.get('name') };
    const rows = await db.getModel('rolesUsers').findAll({ where, transaction });
    await caches.forget(rows.map(userOf), transaction);
  });
  db.on('users.afterDestroy', (user: Model, { transaction }: HookOptions) =>
    caches.forget([user.get('id')], transaction),
  );
  db.on('users.afterUpdate', async (user: Model, { transaction }: HookOptions) => {
    if (user.changed('password' as never)) await caches.forget([user.get('id')], transaction);
  });
}
