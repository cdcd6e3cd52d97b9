import { createUserProvider, parseJsonTemplate } from '@nocobase/acl';
import type { Application } from '@nocobase/server';
import type { Collection, Transaction } from '@nocobase/database';
import type { Identity } from '../../identity';
import { matches } from './evaluate';
import { permissionOf } from './permission';

/** What the roles in force may do with a collection, as NocoBase's role tables say now. */
export interface Right {
  /** Fields the right is about; null: all. */
  fields: ReadonlySet<string> | null;
  /** Which records; null: all. Variables are not filled in yet. */
  filter: Record<string, unknown> | null;
}

const EVERYTHING: Right = { fields: null, filter: null };

/**
 * The rights of one request; asked of NocoBase's ACL once per collection, action and role. Where several roles are in
 * force at once, what a role may see or write counts only for the records that this role reaches: NocoBase would join
 * the fields of all with the records of all.
 */
export class Rights {
  private readonly known = new Map<string, readonly Right[]>();
  private readonly scopes = new Map<string, Promise<Record<string, unknown> | null>>();

  constructor(
    private readonly app: Application,
    readonly identity: Identity,
  ) {}

  /** What each role in force gives; empty when none may do this at all. */
  parts(collection: string, action: string): readonly Right[] {
    if (this.identity.isAdministrator) return [EVERYTHING];
    const key = `${collection}:${action}`;
    let parts = this.known.get(key);
    if (!parts) this.known.set(key, (parts = this.ask(collection, action)));
    return parts;
  }

  /** What the roles give together. @returns null when they may not do this at all */
  on(collection: string, action: string): Right | null {
    return joined(this.parts(collection, action));
  }

  /** Whether a field may be filtered, sorted or grouped by: it must be open in every record the roles reach. */
  canSee(collection: Collection, field: string): boolean {
    const parts = this.parts(collection.name, 'view');
    return parts.length > 0 && parts.every((part) => hasField(part, collection, field));
  }

  /**
   * Keeps only the roles that may write all of these fields, for the rest of the request: the record must lie where one
   * of them reaches. Where none may write them all, the one that may write most stays, and its refusal tells the rest.
   */
  narrow(collection: Collection, action: string, names: readonly string[]): void {
    const parts = this.parts(collection.name, action);
    if (parts.length < 2) return;
    const open = (part: Right) => names.filter((name) => hasField(part, collection, name)).length;
    const most = Math.max(...parts.map(open));
    const key = `${collection.name}:${action}`;
    const able = parts.filter((part) => open(part) === most);
    this.known.set(key, most === names.length ? able : able.slice(0, 1));
    this.scopes.delete(key);
  }

  /** The records of which the roles give one field, with the caller's values filled in; null: all, undefined: none. */
  async scopeOfField(
    collection: Collection,
    action: string,
    field: string,
  ): Promise<Record<string, unknown> | null | undefined> {
    const right = joined(this.parts(collection.name, action).filter((part) => hasField(part, collection, field)));
    return right ? this.fill(right.filter) : undefined;
  }

  /**
   * Which fields of which rows the roles show, where several are in force.
   * @returns by id as text, what is open; null: every field
   */
  async fieldsOfRows(
    collection: Collection,
    rows: readonly Record<string, unknown>[],
  ): Promise<Map<string, ReadonlySet<string> | null>> {
    const found = new Map<string, ReadonlySet<string> | null>();
    for (const { filter, fields } of this.parts(collection.name, 'view')) {
      for (const id of await this.idsInside(collection, await this.fill(filter), rows)) {
        const before = found.get(id);
        if (before === undefined) found.set(id, fields);
        else found.set(id, before === null || fields === null ? null : new Set([...before, ...fields]));
      }
    }
    return found;
  }

  /** The records a right holds for, with the caller's values filled in; null: all. */
  async scope(collection: string, action: string): Promise<Record<string, unknown> | null> {
    const key = `${collection}:${action}`;
    let scope = this.scopes.get(key);
    if (!scope) this.scopes.set(key, (scope = this.fill(this.on(collection, action)?.filter ?? null)));
    return scope;
  }

  /**
   * Which of the rows are inside the scope of an action: from the loaded values where they suffice, else by one query.
   * @returns ids as text
   */
  async idsInScope(
    collection: Collection,
    action: string,
    rows: readonly Record<string, unknown>[],
    transaction?: Transaction,
  ): Promise<Set<string>> {
    return this.idsInside(collection, await this.scope(collection.name, action), rows, transaction);
  }

  private async idsInside(
    collection: Collection,
    scope: Record<string, unknown> | null,
    rows: readonly Record<string, unknown>[],
    transaction?: Transaction,
  ): Promise<Set<string>> {
    const key = collection.model.primaryKeyAttribute;
    const idOf = (row: Record<string, unknown>) => String(row[key]);
    if (!scope) return new Set(rows.map(idOf));
    const inside = new Set<string>();
    const open: Record<string, unknown>[] = [];
    for (const row of rows) {
      const answer = matches(scope, row, this.identity);
      if (answer) inside.add(idOf(row));
      else if (answer === undefined && row[key] !== undefined && row[key] !== null) open.push(row);
    }
    if (open.length > 0) {
      const filter = { $and: [scope, { [key]: { $in: [...new Set(open.map(idOf))] } }] };
      for (const row of await collection.repository.find({ filter, fields: [key], transaction }))
        inside.add(String(row.get(key)));
    }
    return inside;
  }

  private ask(resource: string, action: string): Right[] {
    return this.identity.roles.flatMap((role) => {
      const permission = permissionOf(this.app.acl, role, resource, action);
      if (!permission) return [];
      const { fields, appends, whitelist, filter } = permission;
      const named = whitelist ?? (fields || appends ? [...(fields ?? []), ...(appends ?? [])] : undefined);
      const hasFilter = filter !== undefined && filter !== null && Object.keys(filter).length > 0;
      return [{ fields: named ? new Set(named) : null, filter: hasFilter ? filter : null }];
    });
  }

  private async fill(filter: Record<string, unknown> | null): Promise<Record<string, unknown> | null> {
    if (!filter) return null;
    const text = JSON.stringify(filter);
    if (!text.includes('{{')) return filter;
    const { userId, roles } = this.identity;
    // The usual variable needs no look into the database.
    const short = text.replace(/"\{\{\s*(\$user\.id|ctx\.state\.currentUser\.id)\s*\}\}"/g, String(userId));
    if (!short.includes('{{')) return JSON.parse(short) as Record<string, unknown>;
    const currentUser = { id: userId };
    return (await parseJsonTemplate(filter, {
      state: { currentUser, currentRole: roles[0], currentRoles: roles },
      userProvider: createUserProvider({ db: this.app.db, currentUser }),
    })) as Record<string, unknown>;
  }
}

const hasField = ({ fields }: Right, collection: Collection, name: string): boolean =>
  fields === null || fields.has(name) || name === collection.model.primaryKeyAttribute;

/** What several roles give together. */
function joined(parts: readonly Right[]): Right | null {
  if (parts.length < 2) return parts[0] ?? null;
  const isOpen = parts.some(({ fields }) => fields === null);
  const isEverywhere = parts.some(({ filter }) => filter === null);
  return {
    fields: isOpen ? null : new Set(parts.flatMap(({ fields }) => [...(fields ?? [])])),
    filter: isEverywhere ? null : { $or: parts.map(({ filter }) => filter) },
  };
}

const rightsOfRequests = new WeakMap<Identity, Rights>();

/** The rights of a request, remembered as long as its identity. */
export function rightsOf(app: Application, identity: Identity): Rights {
  let rights = rightsOfRequests.get(identity);
  if (!rights) rightsOfRequests.set(identity, (rights = new Rights(app, identity)));
  return rights;
}
