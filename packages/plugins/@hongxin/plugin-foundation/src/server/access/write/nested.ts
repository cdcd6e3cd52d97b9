import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules';
import type { AccessControl } from '../index';
import { keyOf } from './fields';
import type { Reference } from './references';

type Values = Record<string, unknown>;

interface RelationLike {
  name: string;
  type: string;
  target: string;
  options: { targetKey?: string };
}

const RELATIONS = new Set(['belongsTo', 'hasOne', 'hasMany', 'belongsToMany', 'belongsToArray']);

export interface RelatedValues {
  /** Records to link that have to be visible to the caller; those of `belongsTo` are checked with the row itself. */
  references: Reference[];
  reasons: Reason[];
}

/**
 * Looks at the relations in the values of a write: links to existing records are fine, writing into other records is
 * not, unless the declaration lists the relation as `nested`.
 * @param writesInto paths NocoBase would write into (`updateAssociationValues`)
 */
export function readRelated(
  access: AccessControl,
  collection: Collection,
  values: Values,
  writesInto: readonly string[],
): RelatedValues {
  const nested = access.declarationOf(collection.name)?.nested ?? [];
  const result: RelatedValues = { references: [], reasons: [] };
  for (const field of collection.fields.values() as Iterable<RelationLike>) {
    const sent = values[field.name];
    if (!RELATIONS.has(field.type) || sent === undefined || sent === null) continue;
    if (nested.includes(field.name)) continue;
    const target = collection.db.getCollection(field.target);
    if (!target) continue;
    const targetKey = field.options.targetKey ?? target.model.primaryKeyAttribute;
    const intoIt = writesInto.some((path) => path === field.name || path.startsWith(`${field.name}.`));
    for (const each of [sent].flat() as unknown[]) {
      const key = keyOf(each, targetKey);
      const isNew = typeof each === 'object' && each !== null && (key === undefined || key === null);
      const changes =
        intoIt && typeof each === 'object' && each !== null && Object.keys(each).some((name) => name !== targetKey);
      if (isNew || changes) {
        result.reasons.push({ code: 'NESTED_WRITE_REFUSED', params: { field: field.name }, field: field.name });
        break;
      }
      if (field.type !== 'belongsTo') result.references.push({ field: field.name, target, targetKey, key });
    }
  }
  return result;
}
