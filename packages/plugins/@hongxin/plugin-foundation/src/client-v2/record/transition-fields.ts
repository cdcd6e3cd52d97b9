import { type Collection, type CollectionField } from '@nocobase/flow-engine';
import { type Values } from '../requests/transitions';

/** A field a transition asks for, and the field whose control fills it. */
export interface TransitionField {
  /** As the process names it; also the name in the form. */
  name: string;
  field: CollectionField;
  /** The process names the foreign key; people choose the related record. */
  isForeignKey: boolean;
}

/** Fields of a transition that the collection has, in the order of the process. */
export function transitionFields(collection: Collection, names: readonly string[]): TransitionField[] {
  return names.flatMap((name) => {
    const relation = collection.getFields().find((each) => each.type === 'belongsTo' && each.foreignKey === name);
    const field = relation ?? collection.getField(name);
    return field ? [{ name, field, isForeignKey: relation !== undefined }] : [];
  });
}

/** What controls hold, as the server takes it: a foreign key instead of the chosen record. */
export function submittedValues(fields: readonly TransitionField[], values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const known = fields.find((each) => each.name === name);
      return [name, known?.isForeignKey ? keyOf(value, known.field.targetKey ?? 'id') : value];
    }),
  );
}

/** What the record already holds of these fields, as the controls take it. */
export function initialValues(fields: readonly TransitionField[], record: Values): Values {
  const held = fields.map(({ name, field, isForeignKey }) => [name, record[isForeignKey ? field.name : name]] as const);
  return Object.fromEntries(held.filter(([, value]) => value !== undefined && value !== null));
}

function keyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : value;
}
