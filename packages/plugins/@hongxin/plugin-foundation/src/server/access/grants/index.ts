import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { CollectionAccess, RoleName } from '../../domain';
import type { CodeProtection } from '../../protection';
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
  private readonly shipped = new Map<string, Shipped>();

  constructor(
    private readonly db: () => Database,
    private readonly protection: Pick<CodeProtection, 'isCodeCollection' | 'isCodeField'>,
  ) {}

  async seed(pluginName: string, declarations: readonly CollectionAccess[]): Promise<void> {
    for (const access of declarations) {
      if (!this.db().hasCollection(access.collection)) {
        throw new Error(`${pluginName} declares access to ${access.collection}, which does not exist`);
      }
      checkDeclaredNames(access, this.db().getCollection(access.collection));
      for (const role of rolesOf(access)) await this.inTransaction(pluginName, access, role, false);
    }
  }

  /** Takes what a plugin ships, so that states can be told before the next upgrade. */
  remember(pluginName: string, access: CollectionAccess): void {
    for (const role of rolesOf(access)) this.shipped.set(keyOf(role, access), { plugin: pluginName, access, role });
  }

  /** @throws when a declaration names a field that its collection has not */
  check(): void {
    const declared = new Set([...this.shipped.values()].map(({ access }) => access));
    for (const access of declared) {
      const collection = this.db().getCollection(access.collection);
      if (collection) checkDeclaredNames(access, collection);
    }
  }

  /** Puts the shipped grant in the place of an edited one: the administrator asked for it. */
  async reapply(key: string): Promise<void> {
    const { plugin, access, role } = this.need(key);
    await this.inTransaction(plugin, access, role, true);
  }

  async stateOf(key: string, before: AppliedGrant | undefined): Promise<GrantState> {
    const shipped = this.shipped.get(key);
    if (!shipped) return 'unchanged';
    if (!before) return 'edited'; // it was there before the pack
    const current = await new RoleTables(this.db()).read(shipped.role, shipped.access.collection);
    if (current && isAsWritten(current, before)) return 'unchanged';
    const desired = appliedGrant(this.wanted(shipped.access, shipped.role), before.known);
    return hashOf(desired) === hashOf(before) ? 'edited' : 'outdated';
  }

  /** Where the role tables depart from what is shipped, and every role the pack does not ship that reaches its records. */
  async departures(): Promise<RoleDeparture[]> {
    const tables = new RoleTables(this.db());
    const found: RoleDeparture[] = [];
    for (const { role, collection } of await this.grantedPairs(tables)) {
      const shipped = this.shipped.get(`role/${role}/${collection}`);
      const access = this.declared(collection);
      if (!access) continue;
      const known = this.codeFieldsOf(collection);
      const current = appliedGrant((await tables.read(role, collection)) ?? [], known).actions;
      const wanted = shipped ? appliedGrant(this.wanted(access, role as Role), known).actions : [];
      const result = departure(wanted, current, access);
      if (result.differences.length > 0) found.push({ role, collection, isShipped: Boolean(shipped), ...result });
    }
    return found;
  }

  /** Roles and collections somebody has set rights for, and those the pack ships. */
  private async grantedPairs(tables: RoleTables): Promise<{ role: string; collection: string }[]> {
    const collections = new Set([...this.shipped.values()].map(({ access }) => access.collection));
    const pairs = new Map<string, { role: string; collection: string }>();
    for (const { role, access } of this.shipped.values())
      pairs.set(`${role}/${access.collection}`, { role, collection: access.collection });
    for (const pair of await tables.pairs([...collections])) pairs.set(`${pair.role}/${pair.collection}`, pair);
    return [...pairs.values()];
  }

  private declared(collection: string): CollectionAccess | undefined {
    return [...this.shipped.values()].find(({ access }) => access.collection === collection)?.access;
  }

  private async inTransaction(pluginName: string, access: CollectionAccess, role: Role, isForced: boolean) {
    const work = (transaction: Transaction) => this.apply(pluginName, access, role, isForced, transaction);
    await this.db().sequelize.transaction(work);
  }

  private async apply(
    pluginName: string,
    access: CollectionAccess,
    role: Role,
    isForced: boolean,
    transaction: Transaction,
  ) {
    const { collection } = access;
    this.shipped.set(keyOf(role, access), { plugin: pluginName, access, role });
    const tables = new RoleTables(this.db(), transaction);
    const seeds = this.db().getRepository('hxSeeds');
    const key = keyOf(role, access);
    const seed = await seeds.findOne({ filter: { key }, transaction });
    const before = (seed?.get('options') as { applied?: AppliedGrant } | null | undefined)?.applied;
    if (role !== EVERYBODY) await tables.ensureRole(role);
    const current = await tables.read(role, collection);
    const wanted = this.wanted(access, role);
    const codeFields = new Set(this.codeFieldsOf(collection));
    const merge = { wanted, current: current ?? [], codeFields, known: new Set(before?.known ?? codeFields) };
    const common = { key, plugin: pluginName, kind: 'role', title: `${role} / ${collection}`, version: VERSION };
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

  private need(key: string): Shipped {
    const shipped = this.shipped.get(key);
    if (!shipped) throw new Error(`no plugin ships ${key}`);
    return shipped;
  }
}

const keyOf = (role: Role, access: CollectionAccess): string => `role/${role}/${access.collection}`;

const rolesOf = (access: CollectionAccess): Role[] => [...(Object.keys(access.grants) as RoleName[]), EVERYBODY];
