import type { Model, Transaction } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { withholdAssistants } from '../access/grants/assistants';
import { currentIdentity } from '../identity';
import { watchDefinitions } from './made-by-administrators';
import { reviveRelations } from './revive-relations';

/**
 * What administrators make themselves, where NocoBase 2.2 falls short: a relation made at `/v/` names the table it was made in
 * as its `source`, which the database takes for the field of a view, so that the field is dead without a word; and a new role
 * may ask every AI employee, of whatever it may read.
 */
export class OwnTables {
  constructor(private readonly plugin: Plugin) {}

  beforeLoad(): void {
    const { db } = this.plugin;
    watchDefinitions(db);
    for (const moment of ['fields.beforeCreate', 'fields.beforeUpdate'])
      db.prependListener(moment, (field: Model) => dropTableAsSource(field));
    db.on('roles.afterCreateWithAssociations', async (role: Model, { transaction }: { transaction?: Transaction }) => {
      // roles that are seeded say themselves what they may; whoever makes one decides it on its page
      if (currentIdentity()) await withholdAssistants(db, String(role.get('name')), transaction);
    });
  }

  /** Relations that were made dead by an earlier release come to life with an upgrade. */
  async upgrade(): Promise<void> {
    await reviveRelations(this.plugin.db);
  }
}

/** The source of a view's field is `<view>.<field>`. */
function dropTableAsSource(field: Model): void {
  const source: unknown = field.get('source');
  if (typeof source === 'string' && !source.includes('.')) field.set('source', null);
}
