import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { Mandates } from './mandates';

interface HookOptions {
  where?: Record<string, unknown>;
  transaction?: Transaction;
}

/** Accounts that are deleted, and roles that are given or taken away: NocoBase's own, written one by one or in bulk. */
export function watchAccounts(db: Database, mandates: Mandates): void {
  db.on('users.afterDestroy', (user: Model, { transaction }: HookOptions = {}) =>
    mandates.changed({ userIds: [Number(user.get('id'))], orphans: true }, transaction),
  );
  const roleChanged = (rows: Model | readonly Model[], { transaction }: HookOptions = {}): void =>
    mandates.changed({ userIds: [rows].flat().map((row) => Number((row as Model).get('userId'))) }, transaction);
  for (const event of ['afterSave', 'afterDestroy', 'afterBulkCreate']) db.on(`rolesUsers.${event}`, roleChanged);
  // a relation is taken away by one statement, so the rows are read before it
  db.on('rolesUsers.beforeBulkDestroy', async ({ where, transaction }: HookOptions = {}) =>
    roleChanged((await db.getModel('rolesUsers').findAll({ where, transaction })) as Model[], { transaction }),
  );
}
