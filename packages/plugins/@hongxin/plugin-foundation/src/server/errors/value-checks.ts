import type { Collection, Model } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { boundReason } from './field-bounds';
import { choiceReason } from './field-choices';
import { requiredReason } from './required';
import { Refusal } from './refusal';

/** Longest text of a long-text field, in characters [default]. */
export const TEXT_MAX_LENGTH = 100_000;
/** Longest JSON value, in characters of its text [default]. */
export const JSON_MAX_LENGTH = 500_000;
const STRING_MAX_LENGTH = 255;
const INTEGER_MAX = 2_147_483_647;
const BIGINT_MAX = 9_223_372_036_854_775_807n;

/** The part of a Sequelize attribute that the checks read. */
interface Attribute {
  type: { key?: string; _length?: number; options?: { length?: number } };
}

/** JSON writes half a character by its code; a backslash before it is one of the text itself. */
const LONE_IN_JSON = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/;

/** Without NUL and halves of characters, which PostgreSQL refuses or changes. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

type Complaint = { code: string; params?: Reason['params'] };
type Check = (value: unknown, attribute: Attribute) => Complaint | undefined;

/** Characters of a text, counted only when the count can matter. */
function lengthOf(text: string, max: number): number {
  return text.length > max && text.length <= 2 * max ? Array.from(text).length : text.length;
}

function textCheck(max: (attribute: Attribute) => number): Check {
  return (value, attribute) => {
    if (typeof value === 'number' || typeof value === 'boolean') return undefined;
    if (typeof value !== 'string') return { code: 'VALUE_NOT_TEXT' };
    const limit = max(attribute);
    const length = lengthOf(value, limit);
    if (length > limit) return { code: 'VALUE_TOO_LONG', params: { length, max: limit } };
    return isStorable(value) ? undefined : { code: 'VALUE_UNREADABLE' };
  };
}

/** A whole number as the database reads it: it takes neither "1980.0" nor "1e3". */
const WHOLE = /^\s*[+-]?[0-9]+\s*$/;

const checkInteger: Check = (value) => {
  const number = typeof value === 'string' && WHOLE.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return { code: 'VALUE_NOT_INTEGER' };
  return Math.abs(number) > INTEGER_MAX ? { code: 'VALUE_OUT_OF_RANGE' } : undefined;
};

const checkBigInteger: Check = (value) => {
  if (!/^-?\d{1,30}$/.test(String(value))) return { code: 'VALUE_NOT_INTEGER' };
  const number = BigInt(String(value));
  return number > BIGINT_MAX || number < -BIGINT_MAX ? { code: 'VALUE_OUT_OF_RANGE' } : undefined;
};

const checkNumber: Check = (value) =>
  (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) || !Number.isFinite(Number(value))
    ? { code: 'VALUE_NOT_A_NUMBER' }
    : undefined;

const checkDate: Check = (value) => {
  const moment = value instanceof Date ? value : new Date(String(value));
  const year = moment.getUTCFullYear();
  if (Number.isNaN(moment.getTime())) return { code: 'VALUE_NOT_A_DATE' };
  return year < 1 || year > 9999 ? { code: 'VALUE_OUT_OF_RANGE' } : undefined;
};

/** A time of day as the database reads it. */
const TIME = /^(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?$/;

const checkTime: Check = (value) =>
  typeof value === 'string' && TIME.test(value.trim()) ? undefined : { code: 'VALUE_NOT_A_TIME' };

const checkBoolean: Check = (value) =>
  ['true', 'false', '0', '1'].includes(String(value)) ? undefined : { code: 'VALUE_NOT_A_BOOLEAN' };

const checkJson: Check = (value) => {
  const text = JSON.stringify(value) ?? '';
  if (text.includes('\\u0000') || LONE_IN_JSON.test(text)) return { code: 'VALUE_UNREADABLE' };
  return text.length > JSON_MAX_LENGTH
    ? { code: 'VALUE_TOO_LONG', params: { length: text.length, max: JSON_MAX_LENGTH } }
    : undefined;
};

const CHECKS: Readonly<Record<string, Check>> = {
  STRING: textCheck(({ type }) => type.options?.length ?? type._length ?? STRING_MAX_LENGTH),
  TEXT: textCheck(() => TEXT_MAX_LENGTH),
  INTEGER: checkInteger,
  BIGINT: checkBigInteger,
  FLOAT: checkNumber,
  REAL: checkNumber,
  'DOUBLE PRECISION': checkNumber,
  DECIMAL: checkNumber,
  DATE: checkDate,
  DATEONLY: checkDate,
  TIMESTAMP: checkDate,
  TIME: checkTime,
  BOOLEAN: checkBoolean,
  JSON: checkJson,
  JSONB: checkJson,
};

/**
 * @param before what the row held, if there is one: a choice that is no longer offered may stay where it is
 * @returns every value that its column cannot hold or that its field's own rules forbid, naming the field
 */
export function valueReasons(
  collection: Collection,
  values: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> = {},
): Reason[] {
  const attributes = collection.model.rawAttributes as unknown as Record<string, Attribute | undefined>;
  const reasons: Reason[] = [];
  for (const [field, value] of Object.entries(values)) {
    const attribute = attributes[field];
    // SQL built by the server itself (literals, functions) is not a value to check.
    if (!attribute || value === null || value === undefined || isSql(value)) continue;
    const declared = collection.getField(field);
    const defect: Complaint | undefined =
      choiceReason(declared, value, before[field]) ??
      CHECKS[attribute.type.key ?? '']?.(value, attribute) ??
      requiredReason(declared, value) ??
      boundReason(declared, value);
    if (defect) reasons.push({ code: defect.code, params: { ...defect.params, field }, field });
  }
  return reasons;
}

/** @throws Refusal naming every changed column of a row that cannot hold its value */
export function requireStorableValues(row: Model): void {
  const { collection } = row.constructor as typeof Model;
  const reasons = row.isNewRecord
    ? valueReasons(collection, row.dataValues as Record<string, unknown>)
    : valueReasons(collection, changedValues(row), row.previous());
  if (reasons.length > 0) throw new Refusal(400, reasons);
}

const changedValues = (row: Model): Record<string, unknown> =>
  Object.fromEntries((row.changed() || []).map((name) => [name, row.dataValues[name] as unknown]));

function isSql(value: unknown): boolean {
  return typeof value === 'object' && value !== null && /^(Literal|Fn|Col|Cast)$/.test(value.constructor?.name ?? '');
}
