import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { EventEntry, EventLog } from '../events';
import { currentIdentity } from '../identity';

export interface RowTraceOptions {
  collection: string;
  /** Column that names the record in the event. Default: the primary key. */
  recordKey?: string;
  /** Collection the event is filed under. Default: the row's own. */
  as?: string;
  /** Leaves out what the system writes by itself: seeding, upgrades. */
  onlyUsers?: boolean;
}

interface HookOptions {
  transaction?: Transaction;
}

/** Columns that change with every save and tell nothing. */
const SILENT = new Set(['id', 'createdAt', 'updatedAt', 'createdById', 'updatedById', 'sort']);

/** Writes an event for every created, changed and deleted row: who, which record, which fields; never the values. */
export function bindRowTrace(db: Database, events: () => EventLog, options: RowTraceOptions): void {
  const { collection, as = collection, recordKey, onlyUsers = false } = options;
  const entryOf = (row: Model, transition: string, fields: readonly string[]): EventEntry => ({
    collectionName: as,
    recordId: String(row.get(recordKey ?? (row.constructor as typeof Model).primaryKeyAttribute) ?? '*').slice(0, 255),
    transition,
    actorId: currentIdentity()?.userId ?? null,
    details: {
      fields: fields.filter((field) => !SILENT.has(field)).sort(),
      ...(as === collection ? {} : { of: collection }),
    },
  });
  const write = async (entries: readonly EventEntry[], { transaction }: HookOptions): Promise<void> => {
    const isUsers = currentIdentity()?.userId !== null && currentIdentity() !== null;
    if (entries.length === 0 || (onlyUsers && !isUsers)) return;
    if (transaction) await events().appendMany(entries, transaction);
    else await db.sequelize.transaction((own) => events().appendMany(entries, own));
  };
  const filled = (row: Model): string[] =>
    Object.entries(row.dataValues as Record<string, unknown>)
      .filter(
        ([name, value]) =>
          value !== null && value !== undefined && name in (row.constructor as typeof Model).rawAttributes,
      )
      .map(([name]) => name);
  db.on(`${collection}.afterCreate`, (row: Model, hook: HookOptions) =>
    write([entryOf(row, 'created', filled(row))], hook),
  );
  db.on(`${collection}.afterBulkCreate`, (rows: Model[], hook: HookOptions) =>
    write(
      rows.map((row) => entryOf(row, 'created', filled(row))),
      hook,
    ),
  );
  db.on(`${collection}.afterUpdate`, (row: Model, hook: HookOptions) => {
    const changed = (row.changed() || []).filter((field) => !SILENT.has(field));
    return changed.length > 0 ? write([entryOf(row, 'changed', changed)], hook) : undefined;
  });
  db.on(`${collection}.afterDestroy`, (row: Model, hook: HookOptions) => write([entryOf(row, 'deleted', [])], hook));
}
