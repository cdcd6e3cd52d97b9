import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import type { AccessDeclarations } from '../declarations';
import type { Rights } from '../rights/rights';
import { keyOf } from './fields';
import { isOfOwnTables, mayWriteBeyond } from './own-relations';
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
 * not, unless the declaration lists the relation as `nested` or both tables are an administrator's and the roles may.
 * @param writesInto paths NocoBase would write into (`updateAssociationValues`)
 */
export function readRelated(
  access: AccessDeclarations,
  rights: Rights,
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
      const isRecord = typeof each === 'object' && each !== null;
      const isNew = isRecord && (key === undefined || key === null);
      const changes = intoIt && isRecord && Object.keys(each).some((name) => name !== targetKey);
      if ((isNew || changes) && intoIt && isOfOwnTables(collection, target)) {
        if (mayWriteBeyond(rights, target, isNew, Object.keys(each as Values))) {
          const beyond = readRelated(access, rights, target, each as Values, below(writesInto, field.name));
          result.references.push(...beyond.references);
          result.reasons.push(...beyond.reasons);
          if (isNew) continue;
        } else result.reasons.push({ code: 'NESTED_WRITE_REFUSED', params: { field: field.name }, field: field.name });
      } else if (isNew || changes) {
        result.reasons.push({ code: 'NESTED_WRITE_REFUSED', params: { field: field.name }, field: field.name });
        break;
      }
      if (field.type !== 'belongsTo') result.references.push({ field: field.name, target, targetKey, key });
    }
  }
  return result;
}

/** The paths that lead on from a relation. */
const below = (paths: readonly string[], name: string): string[] =>
  paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
