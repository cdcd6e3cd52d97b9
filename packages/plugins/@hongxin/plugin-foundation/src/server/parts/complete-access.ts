import type { CollectionOptions, FieldOptions } from '@nocobase/database';
import type { AccessDeclaration, CollectionAccess, FieldList, GrantDeclaration, RoleGrant } from '../domain';
import { marksOf } from '../fields/marks';

/** What NocoBase or the process fills in by itself. */
const NEVER_TYPED = ['id', 'number', 'state'];

/**
 * What follows from how the fields are declared: who fills them, how they are masked, who sees them.
 * @param collections those of the same part; a declaration on a collection of another plugin is taken as it stands
 * @throws when a role is to write what only the server fills
 */
export function completeAccess(
  declared: AccessDeclaration,
  collections: readonly CollectionOptions[],
): CollectionAccess {
  const fields = collections.find(({ name }) => name === declared.collection)?.fields ?? [];
  const byServer = [...filledByServer(fields), ...(declared.serverFields ?? [])];
  const personal = fields.flatMap((field) => {
    const { personal: kind } = marksOf(field);
    return kind ? [[field.name, kind] as const] : [];
  });
  const personalFields = { ...Object.fromEntries(personal), ...declared.personalFields };
  const closed = fields.filter((field) => marksOf(field).closed).map(({ name }) => name);
  const typed = fields.filter((field) => isTyped(field) && !byServer.includes(field.name)).map(({ name }) => name);
  const grants = Object.entries(declared.grants).map(([role, grant]) => {
    const complete = completeGrant(grant, typed, closed);
    const wrong = [...(complete.create ?? []), ...(complete.update ?? [])].find((name) => byServer.includes(name));
    if (wrong)
      throw new Error(`access to ${declared.collection}: ${role} is to write ${wrong}, which the server fills`);
    return [role, complete];
  });
  return {
    ...declared,
    ...(Object.keys(personalFields).length > 0 ? { personalFields } : {}),
    ...(byServer.length > 0 ? { serverFields: [...new Set(byServer)] } : {}),
    ...(declared.furtherRoles ? { furtherRoles: completeGrant(declared.furtherRoles, typed, closed) } : {}),
    grants: Object.fromEntries(grants) as CollectionAccess['grants'],
  };
}

/** Columns that people fill in, of relations their keys. */
export function typedColumns({ fields = [] }: CollectionOptions): string[] {
  return fields
    .filter((field) => isTyped(field) && !marksOf(field).byServer)
    .map((field) => ('foreignKey' in field && field.type === 'belongsTo' ? String(field.foreignKey) : field.name));
}

function completeGrant(grant: GrantDeclaration, typed: readonly string[], closed: readonly string[]): RoleGrant {
  const { create, update, ...rest } = grant;
  const hidden = [...(grant.hidden ?? []), ...closed];
  return {
    ...rest,
    ...(create ? { create: listed(create, typed) } : {}),
    ...(update ? { update: listed(update, typed) } : {}),
    ...(!grant.view && hidden.length > 0 ? { hidden: [...new Set(hidden)] } : {}),
  };
}

function listed(list: FieldList, typed: readonly string[]): readonly string[] {
  if (list === true) return typed;
  return 'except' in list ? typed.filter((name) => !list.except.includes(name)) : list;
}

/** Rows of others that point here are theirs. */
function filledByServer(fields: readonly FieldOptions[]): string[] {
  return fields
    .filter((field) => !NEVER_TYPED.includes(field.name))
    .filter((field) => marksOf(field).byServer && field.name !== 'areaCode')
    .map(({ name }) => name);
}

const isTyped = (field: FieldOptions): boolean =>
  !NEVER_TYPED.includes(field.name) && !field.isForeignKey && field.type !== 'hasMany' && field.name !== 'areaCode';
