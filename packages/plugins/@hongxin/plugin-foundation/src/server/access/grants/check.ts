import type Database from '@nocobase/database';
import type { FurtherGrants } from '../../domain';
import { rolesGranted, type DeclaredTable, type DeclaredTables } from '../declared-tables';
import type { Roles } from '../roles';
import { checkDeclaredNames } from './declared-names';

interface Sources {
  tables: DeclaredTables;
  roles: Roles;
  db: Database;
  isOn(plugin: string): boolean;
}

/**
 * Once all plugins have loaded: every name in what is declared is one that there is.
 * @throws naming the collection, the plugin and what is not there
 */
export function checkDeclared({ tables, roles, db, isOn }: Sources): void {
  for (const table of tables.all()) {
    const { collection } = table.access;
    requireRoles(table, roles);
    for (const { plugin, further } of tables.furtherOn(collection)) checkFurther(table, plugin, further);
    if (db.hasCollection(collection)) checkDeclaredNames(table.access, db.getCollection(collection));
  }
  for (const { plugin, further } of tables.waiting()) {
    const { collection, ofPlugin } = further;
    if (ofPlugin === undefined || isOn(ofPlugin))
      throw new Error(`${plugin} grants rights on ${collection}, to which ${ofPlugin ?? 'nobody'} declares no access`);
  }
}

function requireRoles(table: DeclaredTable, roles: Roles): void {
  const unknown = rolesGranted(table).find((role) => !roles.has(role));
  if (unknown)
    throw new Error(
      `access to ${table.access.collection}: ${table.grantedBy.get(unknown)} grants rights to ${unknown}, a role that no plugin declares`,
    );
}

function checkFurther(
  { plugin: owner, access }: DeclaredTable,
  plugin: string,
  { ofPlugin, grants }: FurtherGrants,
): void {
  const { collection, serverFields = [] } = access;
  if (ofPlugin !== undefined && ofPlugin !== owner)
    throw new Error(`${plugin} grants rights on ${collection} of ${ofPlugin}, but ${owner} brings it`);
  for (const [role, grant] of Object.entries(grants)) {
    const wrong = [...(grant.create ?? []), ...(grant.update ?? [])].find((name) => serverFields.includes(name));
    if (wrong) throw new Error(`access to ${collection}: ${role} is to write ${wrong}, which the server fills`);
  }
}
