/** Field definitions of NocoBase for relations; a relation that points up comes with its foreign key. */
import type { FieldOptions } from '@nocobase/database';

export interface RelationOptions {
  required?: boolean;
  unique?: boolean;
  /** Field of the target that stands for it in lists. Default 'name'. */
  label?: string;
  /** What happens to this record when the target goes. Default: the target cannot go. */
  onDelete?: 'RESTRICT' | 'SET NULL' | 'CASCADE';
  /** Marks a tree's relations for blocks that know trees. */
  tree?: 'parent' | 'children';
}

function schema(kind: 'm2o' | 'o2m' | 'm2m', text: string, options: RelationOptions): Record<string, unknown> {
  return {
    type: kind === 'm2o' ? 'object' : 'array',
    title: text,
    'x-component': 'AssociationField',
    ...(options.required ? { required: true } : {}),
    'x-component-props': { multiple: kind !== 'm2o', fieldNames: { label: options.label ?? 'name', value: 'id' } },
  };
}

/**
 * Many to one, with its indexed foreign key column.
 * @param name relation, e.g. 'area'; the column is `areaId` unless given
 */
export function belongsTo(
  name: string,
  target: string,
  text: string,
  options: RelationOptions & { foreignKey?: string } = {},
): FieldOptions[] {
  const foreignKey = options.foreignKey ?? `${name}Id`;
  return [
    {
      type: 'bigInt',
      name: foreignKey,
      interface: 'integer',
      isForeignKey: true,
      ...(options.unique ? { unique: true } : { index: true }),
      uiSchema: { type: 'number', title: `${text}编号`, 'x-component': 'InputNumber', 'x-read-pretty': true },
    },
    {
      type: 'belongsTo',
      name,
      target,
      foreignKey,
      targetKey: 'id',
      onDelete: options.onDelete ?? 'RESTRICT',
      ...(options.tree === 'parent' ? { treeParent: true } : {}),
      interface: 'm2o',
      uiSchema: schema('m2o', text, options),
    },
  ];
}

export function hasMany(
  name: string,
  target: string,
  foreignKey: string,
  text: string,
  options: RelationOptions = {},
): FieldOptions {
  return {
    type: 'hasMany',
    name,
    target,
    foreignKey,
    sourceKey: 'id',
    targetKey: 'id',
    onDelete: options.onDelete ?? 'RESTRICT',
    ...(options.tree === 'children' ? { treeChildren: true } : {}),
    interface: 'o2m',
    uiSchema: schema('o2m', text, options),
  };
}

export function belongsToMany(
  name: string,
  target: string,
  text: string,
  through: { collection: string; foreignKey: string; otherKey: string },
  options: RelationOptions = {},
): FieldOptions {
  return {
    type: 'belongsToMany',
    name,
    target,
    through: through.collection,
    foreignKey: through.foreignKey,
    otherKey: through.otherKey,
    sourceKey: 'id',
    targetKey: 'id',
    onDelete: options.onDelete ?? 'CASCADE',
    interface: 'm2m',
    uiSchema: schema('m2m', text, options),
  };
}
