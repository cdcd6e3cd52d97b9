import type { CollectionAccess, Reach, RoleGrant, RoleName } from '../../domain';
import { IN_AREAS_OF } from '../../identity';

/** A scope as NocoBase keeps it: a filter with a name an administrator can read. */
export interface ScopeDefinition {
  key: string;
  name: string;
  resourceName: string;
  scope: Record<string, unknown>;
}

const TITLES: Readonly<Record<Reach, string>> = { all: '全部', area: '本人任职区域', own: '本人的记录' };

/**
 * The scope of a role's reach on a collection.
 * @returns null when the role reaches every record
 * @throws when the declaration reaches by a column the collection is said not to have
 */
export function scopeOf(
  access: CollectionAccess,
  role: RoleName,
  reach: Reach | readonly Reach[],
  { ownerField = access.ownerField, only }: Pick<RoleGrant, 'only'> & { ownerField?: string | null } = {},
): ScopeDefinition | null {
  const given = [...new Set(typeof reach === 'string' ? [reach] : reach)].sort();
  const reaches: Reach[] = given.includes('all') ? ['all'] : given;
  const filters = reaches
    .filter((each) => each !== 'all')
    .map((each) => filterOf(access, role, each as Exclude<Reach, 'all'>, ownerField));
  const within = filters.length > 1 ? { $or: filters } : filters[0];
  const scope = within && only ? { $and: [within, only] } : (within ?? only);
  if (!scope) return null;
  return {
    key: `${access.collection}_${role}_${reaches.join('_')}${only ? '_only' : ''}`,
    name: `${reaches.map((each) => TITLES[each]).join('或')}${only ? '（限定状态）' : ''}`,
    resourceName: access.collection,
    scope: { ...scope },
  };
}

function filterOf(
  access: CollectionAccess,
  role: RoleName,
  reach: Exclude<Reach, 'all'>,
  ownerField: string | null | undefined,
): Record<string, unknown> {
  if (reach === 'area') {
    const areaField = access.areaField === undefined ? 'areaCode' : access.areaField;
    if (!areaField) throw new Error(`${access.collection}: ${role} reaches by area, but no areaField is declared`);
    return { [areaField]: { [IN_AREAS_OF]: role } };
  }
  if (!ownerField) throw new Error(`${access.collection}: ${role} reaches own records, but no ownerField is declared`);
  return { [ownerField]: '{{$user.id}}' };
}
