import type { Collection } from '@nocobase/database';

interface FieldLike {
  name: string;
  type: string;
  options: { foreignKey?: string };
}

/** Names of all fields of a collection, associations included. */
export function fieldNamesOf(collection: Collection): string[] {
  return [...collection.fields.keys()];
}

/**
 * A reference and its key column are one thing: who is granted `area` is granted `areaId`, and the other way round.
 * @throws when a name is not a field of the collection
 */
export function withReferences(collection: Collection, names: readonly string[]): string[] {
  const result = new Set<string>();
  const references = ([...collection.fields.values()] as FieldLike[]).filter((field) => field.type === 'belongsTo');
  for (const name of names) {
    const isColumn = Object.hasOwn(collection.model.getAttributes(), name);
    if (!collection.hasField(name) && !isColumn) throw new Error(`${collection.name} has no field "${name}"`);
    result.add(name);
    for (const reference of references) {
      if (reference.name === name && reference.options.foreignKey) result.add(reference.options.foreignKey);
      if (reference.options.foreignKey === name) result.add(reference.name);
    }
  }
  return [...result];
}
