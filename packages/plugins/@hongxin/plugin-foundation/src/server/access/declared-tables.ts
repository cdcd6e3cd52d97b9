import type { CollectionAccess, FurtherGrants, RoleGrant, RoleName } from '../domain';
import type { Roles } from './roles';

/** A collection's declaration with the grants of all plugins, and which plugin brings what. */
export interface DeclaredTable {
  plugin: string;
  access: CollectionAccess;
  /** Who grants a role, by role. */
  grantedBy: ReadonlyMap<string, string>;
}

type Grants = Readonly<Record<string, RoleGrant | undefined>>;

/** What is declared of collections: by the one plugin that brings each, and by those that grant roles of theirs on it. */
export class DeclaredTables {
  private readonly tables = new Map<string, { plugin: string; access: CollectionAccess }>();
  /** By collection, then by plugin. */
  private readonly further = new Map<string, Map<string, FurtherGrants>>();
  private readonly joined = new Map<string, DeclaredTable>();
  private joinedFor = 0;

  constructor(private readonly roles: Roles) {}

  /** @throws when another plugin declares access to the collection, or grants one of the roles on it */
  declare(access: CollectionAccess, plugin: string): void {
    const { collection, grants } = access;
    const known = this.tables.get(collection);
    if (known && known.plugin !== plugin) throw twice(known.plugin, plugin, `declare access to ${collection}`);
    this.requireOne(collection, plugin, Object.keys(grants));
    this.tables.set(collection, { plugin, access });
    this.joined.clear();
  }

  /** @throws when another plugin grants one of the roles on the collection */
  grant(further: FurtherGrants, plugin: string): void {
    const { collection, grants } = further;
    this.requireOne(collection, plugin, Object.keys(grants));
    const all = this.further.get(collection) ?? new Map<string, FurtherGrants>();
    this.further.set(collection, all.set(plugin, further));
    this.joined.clear();
  }

  of(collection: string): DeclaredTable | undefined {
    if (this.joinedFor !== this.roles.count) this.joined.clear();
    this.joinedFor = this.roles.count;
    const known = this.joined.get(collection);
    if (known) return known;
    const table = this.tables.get(collection);
    if (!table) return undefined;
    const joined = this.join(table);
    this.joined.set(collection, joined);
    return joined;
  }

  all(): DeclaredTable[] {
    return [...this.tables.keys()].flatMap((collection) => this.of(collection) ?? []);
  }

  /** Grants whose collection nobody has declared. */
  waiting(): { plugin: string; further: FurtherGrants }[] {
    return [...this.further]
      .filter(([collection]) => !this.tables.has(collection))
      .flatMap(([, byPlugin]) => [...byPlugin].map(([plugin, further]) => ({ plugin, further })));
  }

  furtherOn(collection: string): { plugin: string; further: FurtherGrants }[] {
    return [...(this.further.get(collection) ?? [])].map(([plugin, further]) => ({ plugin, further }));
  }

  private join({ plugin, access }: { plugin: string; access: CollectionAccess }): DeclaredTable {
    const grants: Record<string, RoleGrant | undefined> = { ...access.grants };
    const grantedBy = new Map(Object.keys(access.grants).map((role) => [role, plugin]));
    for (const each of this.furtherOn(access.collection))
      for (const [role, grant] of Object.entries(each.further.grants)) {
        grants[role] = grant;
        grantedBy.set(role, each.plugin);
      }
    const { furtherRoles } = access;
    for (const [role, bringer] of furtherRoles ? this.roles.ofOthers() : [])
      if (!grants[role]) {
        grants[role] = furtherRoles;
        grantedBy.set(role, bringer);
      }
    return { plugin, access: { ...access, grants: grants as CollectionAccess['grants'] }, grantedBy };
  }

  private requireOne(collection: string, plugin: string, roles: readonly string[]): void {
    const table = this.tables.get(collection);
    const others: [string, Grants][] = [
      ...(table ? [[table.plugin, table.access.grants] as [string, Grants]] : []),
      ...this.furtherOn(collection).map((each): [string, Grants] => [each.plugin, each.further.grants]),
    ];
    for (const [other, grants] of others.filter(([name]) => name !== plugin))
      for (const role of roles) if (grants[role]) throw twice(other, plugin, `grant ${role} on ${collection}`);
  }
}

const twice = (one: string, other: string, what: string): Error =>
  new Error(`both ${one} and ${other} ${what}; one of them has to go`);

/** Roles that a table grants something. */
export const rolesGranted = ({ access }: DeclaredTable): RoleName[] => Object.keys(access.grants) as RoleName[];
