import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { CollectionAccess, RoleName } from '../../domain';
import type { CodeProtection } from '../../protection';
import { rolesGranted, type DeclaredTable, type DeclaredTables } from '../declared-tables';
import type { Roles } from '../roles';
import { actionsOf, type GrantedAction } from './actions';
import { appliedGrant, hashOf, isAsWritten, type AppliedGrant } from './applied';
import { checkDeclaredNames } from './declared-names';
import { departure, type Departure } from './departures';
import { fieldNamesOf } from './field-names';
import { followed, sameFields, withoutStrayFields } from './merge';
import { RoleTables } from './role-tables';

/** NocoBase gives this role to every new user, with "view own records" on everything; in the pack it opens nothing. */
const EVERYBODY = 'member';

type Role = RoleName | typeof EVERYBODY;
/** How a grant stands to what is shipped; `outdated`: edited, and the declaration has changed since. */
export type GrantState = 'unchanged' | 'edited' | 'outdated';

/** A role whose rights on a collection are not those of the shipped table. */
export interface RoleDeparture extends Departure {
  role: string;
  collection: string;
  /** The pack ships this role for this collection; otherwise an administrator made it. */
  isShipped: boolean;
}

const VERSION = 1;

interface Shipped {
  plugin: string;
  access: CollectionAccess;
  role: Role;
}

/**
 * Writes declared grants into NocoBase's role tables once per role and collection. What nobody has edited follows a
 * new declaration; what an administrator has edited stays.
 */
export class GrantSeeder {
  constructor(
    private readonly db: () => Database,
    private readonly protection: Pick<CodeProtection, 'isCodeCollection' | 'isCodeField'>,
    private readonly tables: DeclaredTables,
    private readonly roles: Roles,
  ) {}

  /** What the plugin grants, and what others grant on its collections: it may have been off when they were written. */
  async seed(pluginName: string): Promise<void> {
    for (const table of this.tables.all()) {
      const { collection } = table.access;
      const own = shippedOf(table).filter(({ plugin }) => [plugin, table.plugin].includes(pluginName));
      if (own.length === 0) continue;
      if (!this.db().hasCollection(collection))
        throw new Error(`${table.plugin} declares access to ${collection}, which does not exist`);
      checkDeclaredNames(table.access, this.db().getCollection(collection));
      for (const each of own) await this.inTransaction(each, false);
    }
  }

  /** Roles without any grant of their own may still be given pages. */
  async ensureRoles(): Promise<void> {
    const rows = new RoleTables(this.db());
    for (const name of this.roles.names()) await rows.ensureRole(name, this.roles.of(name).title.zh);
  }

  /** Puts the shipped grant in the place of an edited one: the administrator asked for it. */
  async reapply(key: string): Promise<void> {
    const shipped = this.shipped().get(key);
    if (!shipped) throw new Error(`no plugin ships ${key}`);
    await this.inTransaction(shipped, true);
  }

  async stateOf(key: string, before: AppliedGrant | undefined): Promise<GrantState> {
    const shipped = this.shipped().get(key);
    if (!shipped) return 'unchanged';
    if (!before) return 'edited'; // it was there before the pack
    const current = await new RoleTables(this.db()).read(shipped.role, shipped.access.collection);
    if (current && isAsWritten(current, before)) return 'unchanged';
    const desired = appliedGrant(this.wanted(shipped.access, shipped.role), before.known);
    return hashOf(desired) === hashOf(before) ? 'edited' : 'outdated';
  }

  /** Where the role tables depart from what is shipped, and every role the pack does not ship that reaches its records. */
  async departures(): Promise<RoleDeparture[]> {
    const rows = new RoleTables(this.db());
    const shipped = this.shipped();
    const found: RoleDeparture[] = [];
    for (const { role, collection } of await grantedPairs(shipped, rows)) {
      const own = shipped.get(`role/${role}/${collection}`);
      const access = own?.access ?? this.tables.of(collection)?.access;
      if (!access) continue;
      const known = this.codeFieldsOf(collection);
      const current = appliedGrant((await rows.read(role, collection)) ?? [], known).actions;
      const wanted = own ? appliedGrant(this.wanted(own.access, own.role), known).actions : [];
      const result = departure(wanted, current, access);
      if (result.differences.length > 0) found.push({ role, collection, isShipped: Boolean(own), ...result });
    }
    return found;
  }

  private shipped(): ReadonlyMap<string, Shipped> {
    const all = this.tables.all().flatMap(shippedOf);
    return new Map(all.map((each) => [keyOf(each.role, each.access), each]));
  }

  private async inTransaction(shipped: Shipped, isForced: boolean): Promise<void> {
    await this.db().sequelize.transaction((transaction) => this.apply(shipped, isForced, transaction));
  }

  private async apply({ plugin, access, role }: Shipped, isForced: boolean, transaction: Transaction): Promise<void> {
    const { collection } = access;
    const tables = new RoleTables(this.db(), transaction);
    const seeds = this.db().getRepository('hxSeeds');
    const key = keyOf(role, access);
    const seed = await seeds.findOne({ filter: { key }, transaction });
    const before = (seed?.get('options') as { applied?: AppliedGrant } | null | undefined)?.applied;
    if (role !== EVERYBODY) await tables.ensureRole(role, this.roles.of(role).title.zh);
    const current = await tables.read(role, collection);
    const wanted = this.wanted(access, role);
    const codeFields = new Set(this.codeFieldsOf(collection));
    const merge = { wanted, current: current ?? [], codeFields, known: new Set(before?.known ?? codeFields) };
    const common = { key, plugin, kind: 'role', title: `${role} / ${collection}`, version: VERSION };
    const isEdited = !isForced && current !== null && !(before && isAsWritten(current, before));
    const target = isEdited ? withoutStrayFields(merge) : followed(merge);
    const isScopeChanged = !isEdited && hashOf(appliedGrant(target, [])) !== hashOf(appliedGrant(current ?? [], []));
    if (current === null || isScopeChanged || !sameFields(target, current))
      await tables.write(role, collection, target);
    const applied = isEdited
      ? before && { ...before, known: [...codeFields].sort() }
      : appliedGrant(wanted, [...codeFields]);
    const values = {
      ...common,
      appliedHash: applied ? hashOf(applied) : null,
      options: applied ? { applied } : {},
      status: 'current',
    };
    await seeds.updateOrCreate({ filterKeys: ['key'], values, transaction });
  }

  private wanted(access: CollectionAccess, role: Role): GrantedAction[] {
    const grant = role === EVERYBODY ? undefined : access.grants[role];
    const collection = this.db().getCollection(access.collection);
    return grant ? actionsOf(access, role as RoleName, grant, collection, this.codeFieldsOf(access.collection)) : [];
  }

  /** Fields the code defines; of a collection the pack does not define, all it has. */
  private codeFieldsOf(name: string): string[] {
    const { protection } = this;
    const all = fieldNamesOf(this.db().getCollection(name));
    return protection.isCodeCollection(name) ? all.filter((field) => protection.isCodeField(name, field)) : all;
  }
}

const keyOf = (role: Role, access: CollectionAccess): string => `role/${role}/${access.collection}`;

/** Every grant that a table ships, with who brings it; nobody else has anything, whatever NocoBase gives them by itself. */
function shippedOf(table: DeclaredTable): Shipped[] {
  const { plugin, access, grantedBy } = table;
  const granted = rolesGranted(table).map((role) => ({ plugin: grantedBy.get(role) ?? plugin, access, role }));
  return [...granted, { plugin, access, role: EVERYBODY }];
}

/** Roles and collections somebody has set rights for, and those the pack ships. */
async function grantedPairs(
  shipped: ReadonlyMap<string, Shipped>,
  rows: RoleTables,
): Promise<{ role: string; collection: string }[]> {
  const pairs = new Map<string, { role: string; collection: string }>();
  for (const { role, access } of shipped.values())
    pairs.set(`${role}/${access.collection}`, { role, collection: access.collection });
  const collections = new Set([...shipped.values()].map(({ access }) => access.collection));
  for (const pair of await rows.pairs([...collections])) pairs.set(`${pair.role}/${pair.collection}`, pair);
  return [...pairs.values()];
}
