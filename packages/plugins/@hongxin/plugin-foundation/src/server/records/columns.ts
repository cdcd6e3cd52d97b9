/** Columns of a record about to be written, as rules read them. */
import type { Model } from '@nocobase/database';

/** Whether the record is new, or one of the columns is about to change. */
export function touches(record: Model, ...fields: readonly string[]): boolean {
  return record.isNewRecord || fields.some((field) => record.changed(field as never));
}

/** A column as trimmed text, or null when blank. */
export function textOf(record: Model, field: string): string | null {
  const value: unknown = record.get(field);
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  return text === '' ? null : text;
}

/** A foreign key as text, or null. */
export function keyOf(record: Model, field: string): string | null {
  return textOf(record, field);
}

/** Distinct values that are not null. */
export function distinct(values: Iterable<string | null>): string[] {
  return [...new Set([...values].filter((value): value is string => value !== null))];
}
