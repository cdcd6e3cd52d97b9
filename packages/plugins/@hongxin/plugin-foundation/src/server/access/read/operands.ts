import type { Collection } from '@nocobase/database';
import { isIsoDate } from '@hongxin/rules/mechanism';
import { refuse } from '../../errors';
import { processOfField, unknownState } from '../../transitions/states-of';
import { isDateOperand } from './date-operands';

/** Operators that hand their value to the database as it is, beside the column. */
const COMPARING = /^\$(eq|ne|gt|gte|lt|lte|in|notIn|is|not|between|notBetween)$/;
/** NocoBase itself turns what is compared by this one into text; a page may send a number for a code. */
const WRITTEN_AS_TEXT = '$eq';
/** SQL looks for a text in a text only; NocoBase's own ($includes …) make a text of any column first. */
const LOOKING = /^\$(like|notLike|iLike|notILike)$/;
const LOOKING_IN = /^\$(like|notLike|iLike|notILike|endsWith|substring)$/;
const OF_DATES = /^\$date/;
/** Operators that name states, one or several. */
const NAMING = /^\$(eq|ne|in|notIn)$/;
const OF_LISTS = /^\$(match|notMatch|anyOf|noneOf|arrayEmpty|arrayNotEmpty)$/;

const TEXT = /^(STRING|TEXT|CHAR|CITEXT)/;
const WHOLE_NUMBER = /^(INTEGER|BIGINT|SMALLINT)/;
const NUMBER = /^(FLOAT|REAL|DOUBLE|DECIMAL)/;
const DATE = /^DATE/;
const JSON_TYPE = /^JSON/;
/** Of a column of JSON, SQL says only whether it is null. */
const IS = /^\$(is|not)$/;
const PLAIN = new RegExp([TEXT, WHOLE_NUMBER, NUMBER, DATE].map(({ source }) => source).join('|'));

const LARGEST: Readonly<Record<string, bigint>> = { SMALLINT: 32_767n, INTEGER: 2_147_483_647n };
const BIGINT_MAX = 9_223_372_036_854_775_807n;

/**
 * PostgreSQL compares no text with a number and no number with a word, and would say so in words of its own, without a
 * field. Refused here is only what it refuses in any case, and days that there are not; all that it reads in some way is
 * left to it. Texts that are templates are filled in later.
 * @param operator null where a value stands beside the field without any
 * @throws Refusal 400 naming the field
 */
export function requireComparable(
  root: Collection,
  path: readonly string[],
  operator: string | null,
  value: unknown,
): void {
  const type = columnType(root, path);
  const operands = Array.isArray(value) ? (value as unknown[]) : [value];
  if (operands.some(isTemplate)) return;
  const isRight =
    takes(type, operator) &&
    (operator === null || COMPARING.test(operator)
      ? operands.every((operand) => isComparable(type, operator, operand))
      : LOOKING.test(operator)
        ? operands.every((operand) => typeof operand === 'string')
        : !OF_DATES.test(operator) || isDateOperand(value));
  if (!isRight) throw refuse(400, 'FILTER_INVALID', {}, path.join('.'));
  requireKnownStates(root, path, operator, operands);
}

/** Of a state that there is not, an empty list would say that nothing is in it. */
function requireKnownStates(
  root: Collection,
  path: readonly string[],
  operator: string | null,
  operands: readonly unknown[],
): void {
  if (operator !== null && !NAMING.test(operator)) return;
  const collection = collectionAt(root, path);
  const process = collection && processOfField(collection, path[path.length - 1]);
  if (!process) return;
  for (const operand of operands) {
    const misspelt = typeof operand === 'string' && operand !== '' && unknownState(process, operand, path.join('.'));
    if (misspelt) throw misspelt;
  }
}

/** Whether an operator makes sense beside a column; one of a type that is not known here may take any. */
function takes(type: string, operator: string | null): boolean {
  if (operator === null || !PLAIN.test(type)) return true;
  if (OF_DATES.test(operator)) return DATE.test(type) || type === 'BIGINT';
  if (LOOKING_IN.test(operator)) return TEXT.test(type);
  return !OF_LISTS.test(operator);
}

function isComparable(type: string, operator: string | null, operand: unknown): boolean {
  if (operand === null || operand === undefined) return true;
  if (JSON_TYPE.test(type) && operator !== null && IS.test(operator)) return false;
  if (TEXT.test(type)) return operator === WRITTEN_AS_TEXT || typeof operand === 'string';
  if (WHOLE_NUMBER.test(type)) return typeof operand === 'string' ? isWhole(type, operand) : isFiniteNumber(operand);
  if (NUMBER.test(type)) return typeof operand === 'string' ? isNumberText(operand) : isFiniteNumber(operand);
  return !DATE.test(type) || isDate(operand);
}

/** The database takes neither "1.5" nor "1e3" for a whole number, though it compares one with 1.5. */
function isWhole(type: string, text: string): boolean {
  if (!/^\s*[+-]?[0-9]{1,30}\s*$/.test(text)) return false;
  const number = BigInt(text.trim().replace(/^\+/, ''));
  const largest = LARGEST[type] ?? BIGINT_MAX;
  return number <= largest && number >= -largest;
}

const isFiniteNumber = (operand: unknown): boolean => typeof operand === 'number' && Number.isFinite(operand);

const isNumberText = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** A day or moment that there is; Sequelize would move a 30 February to March. */
function isDate(operand: unknown): boolean {
  if (typeof operand !== 'string' && typeof operand !== 'number') return operand instanceof Date;
  if (typeof operand === 'string') {
    const [day] = /^\s*\d{4}-\d{2}-\d{2}/.exec(operand) ?? [];
    if (day !== undefined && !isIsoDate(day.trim())) return false;
  }
  const year = new Date(operand).getUTCFullYear(); // NaN where it is none
  return year > 0 && year < 10_000;
}

const isTemplate = (operand: unknown): boolean => typeof operand === 'string' && operand.includes('{{');

/** The type of the column at the end of a path; empty where there is none (a relation, a field that is no column). */
export function columnType(root: Collection, path: readonly string[]): string {
  const collection = collectionAt(root, path);
  const attributes = collection?.model.rawAttributes ?? {};
  const name = path[path.length - 1];
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return (attribute?.type as { key?: string } | undefined)?.key ?? '';
}

/** The collection that the last name of a path belongs to. */
function collectionAt(root: Collection, path: readonly string[]): Collection | undefined {
  let collection: Collection | undefined = root;
  for (const name of path.slice(0, -1))
    collection = collection?.db.getCollection(String(collection.getField(name)?.target));
  return collection;
}

/** Whether a value says how many rows to take or pass over: a whole number the database can count to. */
export const isRowCount = (value: unknown): boolean =>
  (typeof value === 'number' || typeof value === 'string') && /^\d{1,15}$/.test(String(value));
