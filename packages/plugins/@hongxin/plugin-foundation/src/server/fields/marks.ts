import type { FieldOptions } from '@nocobase/database';
import type { MaskKind } from '@hongxin/rules/mechanism';

/** What else follows from a field, beside its column: who fills it, who sees it, how it is kept. */
export interface FieldMarks {
  /** Only the server fills it: refused in create, update and import for everybody. */
  byServer?: boolean;
  /** Seen by no role that does not name it in `view`. */
  closed?: boolean;
  /** Tells about a person, and is masked like this. */
  personal?: MaskKind;
  /** What is typed is stored the way it is compared; a draft's phone is checked when it is submitted, not before. */
  plain?: 'name' | 'phone' | 'draftPhone';
  /** A new record without it gets the year that it is in China. */
  thisYear?: boolean;
}

/** Under a symbol: copied with the field, and never stored with what NocoBase keeps of it. */
const MARKS = Symbol.for('hongxin/field-marks');

export type MarkedField = FieldOptions & { [MARKS]?: FieldMarks };

export function marked(field: FieldOptions, marks: FieldMarks): FieldOptions {
  return { ...field, [MARKS]: { ...marksOf(field), ...marks } } as MarkedField;
}

export function marksOf(field: FieldOptions): FieldMarks {
  return (field as MarkedField)[MARKS] ?? {};
}

/** What the server fills in, whatever the form shows: its columns and relations in one place of the collection. */
export function byServer(...fields: readonly FieldOptions[]): FieldOptions[] {
  return fields.map((field) => marked(field, { byServer: true }));
}

/** What no role sees that does not name it, e.g. digests. */
export function closed(field: FieldOptions): FieldOptions {
  return marked(field, { closed: true });
}
