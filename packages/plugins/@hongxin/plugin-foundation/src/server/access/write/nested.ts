import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
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

const TO_ONE = new Set(['belongsTo', 'hasOne']);
const RELATIONS = new Set(['belongsTo', 'hasOne', 'hasMany', 'belongsToMany', 'belongsToArray']);

/** Relations in the values that hold neither records nor keys, at which NocoBase would fail. */
export function oddRelations(collection: Collection, values: Values): Reason[] {
  const isOdd = (each: unknown) =>
    each === null || !['string', 'number', 'object'].includes(typeof each) || Array.isArray(each);
  return [...collection.fields.values()].flatMap(({ name, type }) => {
    const sent = values[name];
    if (!RELATIONS.has(String(type)) || sent === undefined || sent === null) return [];
    const isWrong = Array.isArray(sent) ? TO_ONE.has(String(type)) || sent.some(isOdd) : isOdd(sent);
    return isWrong ? [{ code: 'VALUE_INVALID', params: { field: name }, field: name }] : [];
  });
}

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
