import type { DomainPart } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { KeepsMandates } from '../steps/tools';

interface HookOptions {
  where?: Record<string, unknown>;
  transaction?: Transaction;
}

/** Tasks follow accounts that are deleted, and roles that are given or taken away: NocoBase's own, one by one or in bulk. */
export function followAccounts(db: Database, mandates: KeepsMandates): DomainPart {
  const userDeleted = (user: Model, { transaction }: HookOptions = {}): void =>
    mandates.changed({ userIds: [Number(user.get('id'))], orphans: true }, transaction);
  const roleChanged = (rows: Model | readonly Model[], { transaction }: HookOptions = {}): void =>
    mandates.changed({ userIds: [rows].flat().map((row) => Number((row as Model).get('userId'))) }, transaction);
  // a relation is taken away by one statement, so the rows are read before it
  const rolesTakenAway = async ({ where, transaction }: HookOptions = {}): Promise<void> =>
    roleChanged((await db.getModel('rolesUsers').findAll({ where, transaction })) as Model[], { transaction });
  return {
    follows: {
      'users.afterDestroy': [userDeleted],
      'rolesUsers.afterSave': [roleChanged],
      'rolesUsers.afterDestroy': [roleChanged],
      'rolesUsers.afterBulkCreate': [roleChanged],
      'rolesUsers.beforeBulkDestroy': [rolesTakenAway],
    },
  };
}
