import type { Collection } from '@nocobase/database';
import type { CollectionAccess, RoleGrant, RoleName } from '../../domain';
import { withReferences } from './field-names';
import { scopeOf, type ScopeDefinition } from './scopes';

/** One action of a role on a collection, as NocoBase's role tables hold it. */
export interface GrantedAction {
  name: string;
  fields: readonly string[];
  /** Ours by definition; one that is there already, by its id. */
  scope: ScopeDefinition | { id: string; scope: Record<string, unknown> } | null;
}

/** Turns a declared grant into NocoBase's actions. A grant without `view` means every field of the code but `hidden`. */
export function actionsOf(
  access: CollectionAccess,
  role: RoleName,
  grant: RoleGrant,
  collection: Collection,
  codeFields: readonly string[],
): GrantedAction[] {
  const seen = grant.view ?? codeFields.filter((field) => !grant.hidden?.includes(field));
  const view = [...new Set([...seen, ...access.labelFields])];
  const reach = scopeOf(access, role, grant.reach, grant);
  const change = scopeOf(access, role, grant.changeReach ?? grant.reach, grant);
  const actions: (GrantedAction | false | undefined)[] = [
    { name: 'view', fields: view, scope: reach },
    grant.create && { name: 'create', fields: grant.create, scope: reach },
    grant.update && { name: 'update', fields: grant.update, scope: change },
    grant.destroy && { name: 'destroy', fields: [], scope: change },
    grant.export && { name: 'export', fields: view, scope: reach },
    grant.import && { name: 'importXlsx', fields: grant.create ?? [], scope: reach },
    grant.transition && { name: 'transition', fields: [], scope: reach },
    grant.reveal?.length && { name: 'reveal', fields: grant.reveal, scope: reach },
  ].map((action) => action || undefined);
  return actions
    .filter((action): action is GrantedAction => Boolean(action))
    .map((action) => ({ ...action, fields: withReferences(collection, action.fields) }));
}
