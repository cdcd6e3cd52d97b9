import { createUserProvider, parseJsonTemplate } from '@nocobase/acl';
import type { Application } from '@nocobase/server';
import type { Collection, Transaction } from '@nocobase/database';
import type { Identity } from '../../identity';
import { matches } from './evaluate';

/** What the roles in force may do with a collection, as NocoBase's role tables say now. */
export interface Right {
  /** Fields the right is about; null: all. */
  fields: ReadonlySet<string> | null;
  /** Which records; null: all. Variables are not filled in yet. */
  filter: Record<string, unknown> | null;
}

const EVERYTHING: Right = { fields: null, filter: null };

interface Parameters {
  fields?: string[];
  appends?: string[];
  whitelist?: string[];
  filter?: Record<string, unknown>;
}

/** The rights of one request; asked of NocoBase's ACL once per collection and action. */
export class Rights {
  private readonly known = new Map<string, Right | null>();
  private readonly scopes = new Map<string, Promise<Record<string, unknown> | null>>();

  constructor(
    private readonly app: Application,
    readonly identity: Identity,
  ) {}

  /** @returns null when the roles may not do this at all */
  on(collection: string, action: string): Right | null {
    if (this.identity.isAdministrator) return EVERYTHING;
    const key = `${collection}:${action}`;
    let right = this.known.get(key);
    if (right === undefined) this.known.set(key, (right = this.ask(collection, action)));
    return right;
  }

  canSee(collection: Collection, field: string): boolean {
    const right = this.on(collection.name, 'view');
    if (!right) return false;
    return (
      right.fields === null ||
      right.fields.has(field) ||
      field === collection.model.primaryKeyAttribute ||
      field === 'createdById'
    );
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
    const key = collection.model.primaryKeyAttribute;
    const idOf = (row: Record<string, unknown>) => String(row[key]);
    const scope = await this.scope(collection.name, action);
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

  private ask(resource: string, action: string): Right | null {
    const { roles } = this.identity;
    if (roles.length === 0) return null;
    const answer = this.app.acl.can({ roles: [...roles], resource, action });
    if (!answer) return null;
    const { fields, appends, whitelist, filter } = (answer.params ?? {}) as Parameters;
    const named = whitelist ?? (fields || appends ? [...(fields ?? []), ...(appends ?? [])] : undefined);
    return { fields: named ? new Set(named) : null, filter: filter && Object.keys(filter).length > 0 ? filter : null };
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

const rightsOfRequests = new WeakMap<Identity, Rights>();

/** The rights of a request, remembered as long as its identity. */
export function rightsOf(app: Application, identity: Identity): Rights {
  let rights = rightsOfRequests.get(identity);
  if (!rights) rightsOfRequests.set(identity, (rights = new Rights(app, identity)));
  return rights;
}
