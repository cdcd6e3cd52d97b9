import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { EventEntry, EventLog } from '../events';
import { currentIdentity } from '../identity';

interface HookOptions {
  transaction?: Transaction;
  where?: Record<string, unknown>;
  individualHooks?: boolean;
}

interface RoleOfUser {
  userId: unknown;
  roleName: unknown;
}

/** NocoBase gives every new user this role, which opens nothing. */
const EVERYBODY = 'member';

/** Who gave or took which role of whom, and when: a row of hxEvents under the user. */
export function bindRoleTrace(db: Database, events: () => EventLog): void {
  const write = async (rows: readonly RoleOfUser[], transition: string, transaction?: Transaction): Promise<void> => {
    const entries: EventEntry[] = rows
      .filter(({ roleName }) => roleName !== EVERYBODY)
      .map(({ userId, roleName }) => ({
        collectionName: 'users',
        recordId: String(userId),
        transition,
        actorId: currentIdentity()?.userId ?? null,
        details: { role: String(roleName) },
      }));
    if (entries.length === 0) return;
    if (transaction) await events().appendMany(entries, transaction);
    else await db.sequelize.transaction((own) => events().appendMany(entries, own));
  };
  const plain = (row: Model): RoleOfUser => ({ userId: row.get('userId'), roleName: row.get('roleName') });
  db.on('rolesUsers.afterCreate', (row: Model, { transaction }: HookOptions) =>
    write([plain(row)], 'roleGranted', transaction),
  );
  db.on('rolesUsers.afterBulkCreate', (rows: Model[], { transaction }: HookOptions) =>
    write(rows.map(plain), 'roleGranted', transaction),
  );
  db.on('rolesUsers.afterDestroy', (row: Model, { transaction }: HookOptions) =>
    write([plain(row)], 'roleRevoked', transaction),
  );
  // A relation is taken away by one statement, so the rows are read before it.
  db.on('rolesUsers.beforeBulkDestroy', async ({ where, transaction, individualHooks }: HookOptions) => {
    if (individualHooks) return; // each row speaks for itself
    const rows = await db.getModel('rolesUsers').findAll({ where, transaction, raw: true });
    await write(rows as unknown as RoleOfUser[], 'roleRevoked', transaction);
  });
}
