import type { Collection } from '@nocobase/database';
import { keyOf } from './fields';

type Values = Record<string, unknown>;

/** The part of a request's parameters that decides what is written. */
export interface WriteParameters {
  /** Names that NocoBase writes, where a role may not write all. */
  whitelist?: string[];
  /** Relations into whose records NocoBase writes. */
  updateAssociationValues?: string[];
}

/**
 * Forms of the host send `{ post: { id } }` where a script sends `{ postId }`. NocoBase would insert the row without the
 * key and set it afterwards, so that rules which look at the new row see none; here both become the key, in one INSERT.
 * Objects without a key (records to create) and relations that are written into stay as they are.
 */
export function keysForRelations(
  collection: Collection,
  records: readonly Values[],
  parameters: WriteParameters,
  nested: readonly string[],
): void {
  const writesInto = parameters.updateAssociationValues ?? [];
  for (const field of collection.fields.values()) {
    if (field.type !== 'belongsTo' || nested.includes(field.name)) continue;
    if (writesInto.some((path) => path === field.name || path.startsWith(`${field.name}.`))) continue;
    const { foreignKey, targetKey = 'id' } = field.options as { foreignKey: string; targetKey?: string };
    for (const values of records) {
      if (!Object.hasOwn(values, field.name)) continue;
      const key = keyOf(values[field.name], targetKey);
      if (key === undefined || (typeof key === 'object' && key !== null)) continue;
      delete values[field.name];
      values[foreignKey] = key;
      const { whitelist } = parameters;
      if (whitelist?.includes(field.name) && !whitelist.includes(foreignKey))
        parameters.whitelist = [...whitelist, foreignKey];
    }
  }
}
