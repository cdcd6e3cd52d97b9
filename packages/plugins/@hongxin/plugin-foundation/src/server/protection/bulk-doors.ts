import type { Context, Next } from '@nocobase/actions';
import { refuse } from '../errors';

const LINKS = new Set(['set', 'add', 'remove', 'toggle']);
const FIELDS_OF_A_COLLECTION = new Set([
  'collections.fields',
  'dataSourcesCollections.fields',
  'dataSources.collections.fields',
]);
const COLLECTIONS = new Set(['collections', 'dataSources.collections', 'dataSourcesCollections']);

/** What the guard asks of the collections that code defines. */
export interface CodeCollections {
  /** Names of the fields that code declares; null for a collection of somebody else. */
  fieldsOf(collection: string): readonly string[] | null;
  hasField(collection: string, field: string): boolean;
}

/**
 * Doors by which NocoBase changes many rows of fields, or a whole collection, in one statement that no hook of a row hears
 * of: what code declares stays on its collection, and what names one of its fields names one that is there. A field of an
 * administrator's is deleted as ever.
 */
export function bulkDoorsGuard({ fieldsOf, hasField }: CodeCollections) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { resourceName = '', actionName = '', sourceId, params = {} } = ctx.action ?? {};
    if (FIELDS_OF_A_COLLECTION.has(resourceName) && LINKS.has(actionName)) {
      const collection = plainName(sourceId);
      if (fieldsOf(collection)) throw refuse(403, 'CODE_COLLECTION_PROTECTED', { collection });
    }
    if (COLLECTIONS.has(resourceName)) {
      const { filterByTk, values } = params as { filterByTk?: unknown; values?: unknown };
      const { name, fields, titleField, inherits } = (values ?? {}) as CollectionValues;
      // its rules, numbers and states are bound to its own name: an heir's records could not even be made
      const parent = [inherits].flat().find((each) => fieldsOf(plainName(each)));
      if (parent !== undefined) throw refuse(400, 'CODE_COLLECTION_NOT_INHERITED', { collection: plainName(parent) });
      const collection = plainName(filterByTk ?? name);
      const declared = fieldsOf(collection);
      const list = Array.isArray(values) ? values : fields;
      if (declared && list !== undefined && !hasAll(list, declared))
        throw refuse(403, 'CODE_COLLECTION_PROTECTED', { collection });
      if (declared && typeof titleField === 'string' && !hasField(collection, titleField))
        throw refuse(400, 'FIELD_UNKNOWN', {}, titleField.slice(0, 100));
    }
    await next();
  };
}

interface CollectionValues {
  name?: unknown;
  fields?: unknown;
  titleField?: unknown;
  inherits?: unknown;
}

/** A data source may stand before the name of a collection. */
const plainName = (name: unknown): string => (typeof name === 'string' ? name.replace(/^main\./, '') : '');

function hasAll(list: unknown, declared: readonly string[]): boolean {
  if (!Array.isArray(list)) return false;
  const names = new Set((list as unknown[]).map((field) => (field as { name?: unknown } | null)?.name));
  return declared.every((name) => names.has(name));
}
