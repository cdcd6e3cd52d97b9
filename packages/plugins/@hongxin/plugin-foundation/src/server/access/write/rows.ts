/**
 * Guards at the model, below every path a write can take: forms, nested records, imports, association actions. They
 * hold for the user behind the request; the system's own work (no identity) is free of scopes.
 */
import type { Collection, Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { Reason } from '@hongxin/rules/mechanism';
import { Refusal, refuse } from '../../errors';
import { currentIdentity, type Identity } from '../../identity';
import { isMadeByAdministrator } from '../../own-tables/made-by-administrators';
import { isGuarded, isInternal } from '../guarded';
import type { AccessDeclarations } from '../declarations';
import { matches } from '../rights/evaluate';
import { rightsOf, type Rights } from '../rights/rights';
import { isOn } from '../switches';
import { maskedFields, maskedReason } from './masked-values';
import { missingReferences, type Reference } from './references';

interface SaveOptions {
  transaction?: Transaction;
  fields?: string[];
  /** Workflow nodes name the executions they run in. */
  context?: { stack?: unknown };
}

type Action = 'create' | 'update' | 'importXlsx';

interface Watched {
  collection: Collection;
  identity: Identity;
  rights: Rights;
}

export class RowGuard {
  /** Rows by the transaction that has just inserted them. */
  private readonly inserted = new WeakMap<Model, Transaction>();

  constructor(
    private readonly app: Application,
    private readonly access: AccessDeclarations,
  ) {}

  watch(): void {
    const { db } = this.app;
    db.on('beforeValidate', (row: Model, options: SaveOptions) => this.beforeAnything(row, options));
    db.on('beforeCreate', (row: Model, options: SaveOptions) => this.refuseEarly(row, 'create', options));
    db.on('beforeUpdate', (row: Model, options: SaveOptions) =>
      this.refuseEarly(row, this.actionOf(row, options), options),
    );
    db.on('afterCreate', (row: Model, options: SaveOptions) => {
      if (options.transaction) this.inserted.set(row, options.transaction);
      return this.requireInside([row], 'create', options);
    });
    db.on('afterUpdate', (row: Model, options: SaveOptions) =>
      this.requireInside([row], this.actionOf(row, options), options),
    );
    db.on('beforeBulkCreate', (rows: Model[], options: SaveOptions) => this.beforeBulk(rows, options));
    db.on('afterBulkCreate', (rows: Model[], options: SaveOptions) => this.requireInside(rows, 'importXlsx', options));
  }

  /** NocoBase sets the relations of a new row by an UPDATE after the INSERT: both are one create. */
  private actionOf(row: Model, { transaction }: SaveOptions): Action {
    return transaction && this.inserted.get(row) === transaction ? 'create' : 'update';
  }

  /** Before the server adds values of its own: what the caller points to, and masks sent back as values. */
  private async beforeAnything(row: Model, options: SaveOptions): Promise<void> {
    const watched = this.watched(row, options);
    if (!watched) return;
    const { collection, identity, rights } = watched;
    const changed = changedOf(row);
    const masked = maskedFields(this.access.declarationOf(collection.name), changed);
    if (masked.length > 0) throw new Refusal(400, masked.map(maskedReason));
    if (identity.isAdministrator) return;
    if (row.isNewRecord && !isPublicForm(watched)) await this.ownIt(row, watched, options);
    const missing = await missingReferences(
      this.access,
      rights,
      referencesOf(collection, changed),
      options.transaction,
    );
    if (missing.length > 0) throw new Refusal(400, missing);
  }

  /** Batches come from the pack's import, which has looked at references and masks row by row. */
  private async beforeBulk(rows: readonly Model[], options: SaveOptions): Promise<void> {
    const watched = rows.length > 0 ? this.watched(rows[0], options) : null;
    if (!watched || watched.identity.isAdministrator) return;
    const scope = await this.writeScope(watched.rights, watched.collection, 'importXlsx');
    const outside: Reason[] = [];
    for (const [index, row] of rows.entries()) {
      await this.ownIt(row, watched, options);
      if (scope && matches(scope, row.dataValues, watched.identity) === false)
        outside.push({ code: 'OUT_OF_SCOPE', params: { row: index + 1 } });
    }
    if (outside.length > 0) throw new Refusal(403, outside);
  }

  /** A record that is the caller's own by its owner column belongs to the caller, whatever was sent. */
  private async ownIt(row: Model, { collection, identity, rights }: Watched, options: SaveOptions): Promise<void> {
    const scope = await this.writeScope(rights, collection, 'create');
    const owners = ownerColumns(scope, identity);
    if (owners.length === 0 || identity.userId === null) return;
    const isOwnOnly = Object.keys(scope ?? {}).every((field) => owners.includes(field));
    for (const field of owners) {
      const current: unknown = row.get(field);
      if (current !== null && current !== undefined && !isOwnOnly) continue;
      row.set(field, identity.userId);
      if (options.fields && !options.fields.includes(field)) options.fields.push(field);
    }
  }

  private async refuseEarly(row: Model, action: Action, options: SaveOptions): Promise<void> {
    const watched = this.watched(row, options);
    if (!watched || watched.identity.isAdministrator) return;
    if (isPublicForm(watched)) return;
    const scope = await this.writeScope(watched.rights, watched.collection, action);
    // What is not decided yet (columns other hooks fill) is decided after the save, in the same transaction.
    if (scope && matches(scope, row.dataValues, watched.identity) === false) throw refuse(403, 'OUT_OF_SCOPE');
  }

  private async requireInside(rows: readonly Model[], action: Action, options: SaveOptions): Promise<void> {
    const watched = rows.length > 0 ? this.watched(rows[0], options) : null;
    if (!watched || watched.identity.isAdministrator) return;
    if (isPublicForm(watched)) return;
    const { collection, rights, identity } = watched;
    const scope = await this.writeScope(rights, collection, action);
    if (!scope) return;
    const open: string[] = [];
    const key = collection.model.primaryKeyAttribute;
    for (const row of rows) {
      const answer = matches(scope, row.dataValues, identity);
      if (answer === false) throw refuse(403, 'OUT_OF_SCOPE');
      if (answer === undefined) open.push(String(row.get(key)));
    }
    if (open.length === 0) return;
    const filter = { $and: [scope, { [key]: { $in: open } }] };
    const count = await collection.repository.count({ filter, transaction: options.transaction });
    if (count < new Set(open).size) throw refuse(403, 'OUT_OF_SCOPE');
  }

  /** Where the caller may write: the scope of the action; an action without one keeps to what may be seen. */
  private async writeScope(
    rights: Rights,
    collection: Collection,
    action: Action,
  ): Promise<Record<string, unknown> | null> {
    const granted =
      rights.on(collection.name, action) ?? (action === 'importXlsx' ? rights.on(collection.name, 'create') : null);
    if (!granted) throw refuse(403, 'NOT_PERMITTED');
    const own = await rights.scope(collection.name, action);
    return own ?? rights.scope(collection.name, 'view');
  }

  private watched(row: Model, options: SaveOptions): Watched | null {
    const identity = currentIdentity();
    if (!identity || Array.isArray(options.context?.stack) || !isOn('rows')) return null;
    const { collection } = row.constructor as typeof Model;
    if (!collection || !isGuarded(this.access, collection) || isInternal(this.access, collection)) return null;
    if ((collection.options as { isThrough?: boolean }).isThrough) return null;
    return { collection, identity, rights: rightsOf(this.app, identity) };
  }
}

/** Nobody has signed in, and NocoBase has let them write into a table of an administrator's: through its public form. */
const isPublicForm = ({ collection, identity }: Watched): boolean =>
  identity.userId === null && isMadeByAdministrator(collection);

function changedOf(row: Model): Record<string, unknown> {
  const names = row.isNewRecord ? Object.keys(row.dataValues) : row.changed() || [];
  return Object.fromEntries(names.map((name) => [name, row.dataValues[name]]));
}

function referencesOf(collection: Collection, changed: Readonly<Record<string, unknown>>): Reference[] {
  const references: Reference[] = [];
  for (const field of collection.fields.values()) {
    if (field.type !== 'belongsTo') continue;
    const { foreignKey, targetKey } = field.options as { foreignKey: string; targetKey?: string };
    const target = collection.db.getCollection(field.target as string);
    if (!target || !(foreignKey in changed)) continue;
    references.push({
      field: foreignKey,
      target,
      targetKey: targetKey ?? target.model.primaryKeyAttribute,
      key: changed[foreignKey],
    });
  }
  return references;
}

/** Columns that a scope compares with the caller's own id. */
function ownerColumns(scope: Record<string, unknown> | null, identity: Identity): string[] {
  const parts = scope ? [scope, ...(Array.isArray(scope.$or) ? (scope.$or as Record<string, unknown>[]) : [])] : [];
  return parts.flatMap((part) =>
    Object.entries(part)
      .filter(
        ([field, value]) =>
          !field.startsWith('$') && typeof value !== 'object' && String(value) === String(identity.userId),
      )
      .map(([field]) => field),
  );
}
