import type { Model, Transaction } from '@nocobase/database';
import type Database from '@nocobase/database';
import type { GrantedAction } from './actions';
import { withholdAssistants } from './assistants';

const MAIN = 'main';

interface ActionRow {
  name: string;
  fields: string[] | null;
  scope?: { id: number | string; scope: Record<string, unknown> } | null;
}

/** Reads and writes NocoBase's own role tables: the truth about rights at run time. */
export class RoleTables {
  constructor(
    private readonly db: Database,
    private readonly transaction?: Transaction,
  ) {}

  /** Makes the role if it does not exist: no right that is not granted collection by collection. */
  async ensureRole(name: string, title: string): Promise<void> {
    const roles = this.db.getRepository('roles');
    if (await roles.findOne({ filter: { name }, transaction: this.transaction })) return;
    const values = {
      name,
      title,
      hidden: false,
      strategy: { actions: [] },
      snippets: ['!pm', '!pm.*', '!ui.*'],
    };
    await roles.create({ values, transaction: this.transaction });
    await withholdAssistants(this.db, name, this.transaction);
  }

  /** @returns what the role may do on the collection, or null when nothing was ever configured */
  async read(role: string, collection: string): Promise<GrantedAction[] | null> {
    const row = await this.row(role, collection);
    if (!row) return null;
    const actions = (row.toJSON() as { actions?: ActionRow[] }).actions ?? [];
    return actions.map(({ name, fields, scope }) => ({
      name,
      fields: fields ?? [],
      scope: scope && Object.keys(scope.scope ?? {}).length > 0 ? { id: String(scope.id), scope: scope.scope } : null,
    }));
  }

  /** Which roles have rights of their own on which of the collections. */
  async pairs(collections: readonly string[]): Promise<{ role: string; collection: string }[]> {
    const rows = await this.db.getRepository('dataSourcesRolesResources').find({
      filter: { dataSourceKey: MAIN, name: { $in: [...collections] }, usingActionsConfig: true },
      fields: ['roleName', 'name'],
      transaction: this.transaction,
    });
    return rows.map((row: Model) => ({ role: String(row.get('roleName')), collection: String(row.get('name')) }));
  }

  /** Replaces what the role may do on the collection. */
  async write(role: string, collection: string, actions: readonly GrantedAction[]): Promise<void> {
    const rows: { name: string; fields: readonly string[]; scopeId: string | null }[] = [];
    for (const { name, fields, scope } of actions)
      rows.push({ name, fields, scopeId: scope ? await this.scopeId(scope) : null });
    const values = { dataSourceKey: MAIN, roleName: role, name: collection, usingActionsConfig: true, actions: rows };
    const resources = this.db.getRepository('dataSourcesRolesResources');
    const row = await this.row(role, collection);
    if (!row) {
      await resources.create({ values, transaction: this.transaction });
      return;
    }
    await resources.update({
      filterByTk: Number(row.get('id')),
      values,
      updateAssociationValues: ['actions'],
      transaction: this.transaction,
    });
  }

  private row(role: string, collection: string) {
    return this.db.getRepository('dataSourcesRolesResources').findOne({
      filter: { dataSourceKey: MAIN, roleName: role, name: collection },
      appends: ['actions', 'actions.scope'],
      transaction: this.transaction,
    });
  }

  private async scopeId(definition: NonNullable<GrantedAction['scope']>): Promise<string> {
    if ('id' in definition) return definition.id;
    const { key, name, resourceName, scope } = definition;
    const scopes = this.db.getRepository('dataSourcesRolesResourcesScopes');
    const existing = await scopes.findOne({ filter: { key, dataSourceKey: MAIN }, transaction: this.transaction });
    const row =
      existing ??
      (await scopes.create({
        values: { key, dataSourceKey: MAIN, name, resourceName, scope },
        transaction: this.transaction,
      }));
    return String(row.get('id'));
  }
}
