/** Values for generated records: every text is unique and recognisable, so that one found in an answer tells whose it is. */
import type { Collection } from '@nocobase/database';

/** A text no record but one holds. */
const MARK = /k\d{6}z/g;
const PHONE = /139\d{8}/g;
const IDENTIFIER = /\b7[1-9]\d{13,17}\b/g;
const MARK_LENGTH = 8;

let marks = 0;
let phones = 0;
let identifiers = 0;
let days = 0;

export const nextMark = (): string => `k${String((marks += 1)).padStart(6, '0')}z`;
export const nextPhone = (): string => `139${String((phones += 7919) % 100_000_000).padStart(8, '0')}`;
/** Sixteen digits: no counter of a table and no number in a text looks like it. */
export const FIRST_ID = 7_300_000_000_000_000;
export const nextId = (): number => FIRST_ID + (identifiers += 1);

/** Everything in a text that tells of a record. */
export const traces = (text: string): Set<string> =>
  new Set([MARK, PHONE, IDENTIFIER].flatMap((pattern) => text.match(pattern) ?? []));

export interface FieldLike {
  name: string;
  type: string;
  target?: string;
  options: {
    foreignKey?: string;
    otherKey?: string;
    sourceKey?: string;
    targetKey?: string;
    through?: string;
    primaryKey?: boolean;
    unique?: boolean;
    hidden?: boolean;
    uiSchema?: { enum?: readonly { value: unknown }[] };
    validation?: { rules?: readonly { name: string; args?: { limit?: number } }[] };
  };
}

export const fieldsOf = (collection: Collection): FieldLike[] =>
  [...collection.fields.values()] as unknown as FieldLike[];

export const TO_MANY = new Set(['hasMany', 'belongsToMany']);
export const RELATIONS = new Set(['belongsTo', 'hasOne', 'hasMany', 'belongsToMany', 'belongsToArray']);

/** Fields that are columns of the table. */
export const columnsOf = (collection: Collection): string[] => Object.keys(collection.model.rawAttributes);

/** A value for a column that is no reference; undefined leaves it to the database. */
export function valueFor(field: FieldLike, kind: string | undefined): unknown {
  const choices = field.options.uiSchema?.enum;
  const limit = (name: string) => field.options.validation?.rules?.find((rule) => rule.name === name)?.args?.limit;
  switch (field.type) {
    case 'string':
    case 'text':
      if (kind === 'phone') return nextPhone();
      if (choices?.length) return choices[0].value;
      return (limit('max') ?? 255) < MARK_LENGTH ? 'x' : nextMark();
    case 'integer':
    case 'bigInt':
    case 'double':
    case 'float':
    case 'decimal':
      return Math.min(Math.max(limit('min') ?? 1, 1), limit('max') ?? 9);
    case 'boolean':
      return false;
    case 'dateOnly':
      return new Date(Date.UTC(2031, 0, (days += 1))).toISOString().slice(0, 10);
    case 'date':
    case 'datetimeTz':
    case 'datetimeNoTz':
      return new Date(Date.UTC(2031, 0, (days += 1)));
    case 'array':
    case 'set':
      return choices?.length ? [choices[0].value] : [];
    case 'json':
    case 'jsonb':
      return { note: nextMark() };
    default:
      return undefined;
  }
}
