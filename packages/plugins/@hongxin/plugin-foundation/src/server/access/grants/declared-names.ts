import type { Collection } from '@nocobase/database';
import type { CollectionAccess, RoleGrant } from '../../domain';

/** Lists of a grant that name fields; `hidden` among them, where a misspelt name would open the field it means. */
const OF_GRANT = ['view', 'hidden', 'create', 'update', 'reveal'] as const satisfies readonly (keyof RoleGrant)[];

/**
 * Every name in a declaration is a field or column of its collection.
 * @throws naming the collection and all names that are not, with where they stand
 */
export function checkDeclaredNames(access: CollectionAccess, collection: Collection): void {
  const columns = collection.model.getAttributes();
  const isKnown = (name: string): boolean => collection.hasField(name) || Object.hasOwn(columns, name);
  const grants = Object.entries<RoleGrant>(access.grants);
  if (access.furtherRoles) grants.push(['furtherRoles', access.furtherRoles]);
  const named: [where: string, names: readonly (string | null | undefined)[]][] = [
    ['areaField', [access.areaField]],
    ['ownerField', [access.ownerField]],
    ['subjectField', [access.subjectField]],
    ['labelFields', access.labelFields],
    ['personalFields', Object.keys(access.personalFields ?? {})],
    ['anonymize', access.anonymize ?? []],
    ['serverFields', access.serverFields ?? []],
    ['nested', access.nested ?? []],
    ...grants.flatMap(([role, grant]) => [
      ...OF_GRANT.map((list): [string, readonly string[]] => [`${role}.${list}`, grant[list] ?? []]),
      [`${role}.ownerField`, [grant.ownerField]] as [string, (string | undefined)[]],
      [`${role}.only`, fieldsOfFilter(grant.only ?? {})] as [string, string[]],
    ]),
  ];
  const wrong = named.flatMap(([where, names]) =>
    names
      .filter((name) => typeof name === 'string' && !isKnown(name))
      .map((name) => `no field "${String(name)}" (${where})`),
  );
  if (wrong.length > 0) throw new Error(`access to ${access.collection}: it has ${wrong.join(', ')}`);
}

/** The fields of the collection that a filter asks about; of a path, where it begins. */
function fieldsOfFilter(filter: unknown): string[] {
  if (Array.isArray(filter)) return filter.flatMap(fieldsOfFilter);
  if (typeof filter !== 'object' || filter === null) return [];
  return Object.entries(filter).flatMap(([key, condition]) =>
    key === '$and' || key === '$or' ? fieldsOfFilter(condition) : [key.split('.')[0]],
  );
}
