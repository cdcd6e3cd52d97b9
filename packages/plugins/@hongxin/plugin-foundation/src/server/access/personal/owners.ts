import type { CollectionAccess, RoleGrant, RoleName } from '../../domain';
import type { Identity } from '../../identity';

/**
 * Columns that make a record the caller's own, so that they see its personal fields in clear: of the roles in force,
 * those whose grant says so (default: those that reach own records).
 */
export function clearOwnerFields(access: CollectionAccess, identity: Identity): readonly string[] {
  if (identity.userId === null) return [];
  const grants = identity.roles
    .map((role) => access.grants[role as RoleName])
    .filter((grant): grant is RoleGrant => Boolean(grant));
  return grants
    .filter((grant) => grant.clearOwn ?? [grant.reach].flat().includes('own'))
    .map((grant) => grant.ownerField ?? access.ownerField)
    .filter((field): field is string => Boolean(field));
}
