import type { Collection } from '@nocobase/database';
import { refuse } from '../../errors';

/** Operators that hand their value to the database as it is, beside the column. */
const COMPARING = /^\$(eq|ne|gt|gte|lt|lte|in|notIn|is|not|between|notBetween)$/;
/** NocoBase itself turns what is compared by this one into text; a page may send a number for a code. */
const WRITTEN_AS_TEXT = '$eq';
const TEXT = /^(STRING|TEXT|CHAR|CITEXT)/;
const NUMBER = /^(INTEGER|BIGINT|SMALLINT|FLOAT|REAL|DOUBLE|DECIMAL)/;
/** Texts that PostgreSQL may read as a number ("+5", "1e3", "NaN"); a word is none of them. */
const MAY_BE_NUMBER = /\d|nan|inf/i;

/**
 * PostgreSQL compares no text with a number and no number with a word, and would say so in words of its own. Refused here
 * is only what it refuses in any case, so that the field can be named; all that it reads in some way is left to it.
 * Texts that are templates are filled in later.
 * @param operator null where a value stands beside the field without any
 * @throws Refusal 400 naming the field
 */
export function needComparable(
  root: Collection,
  path: readonly string[],
  operator: string | null,
  value: unknown,
): void {
  if (operator !== null && !COMPARING.test(operator)) return;
  const type = columnType(root, path);
  const operands = Array.isArray(value) ? (value as unknown[]) : [value];
  for (const operand of operands) {
    if (operand === null || operand === undefined || (typeof operand === 'string' && operand.includes('{{'))) continue;
    const isWrong =
      (TEXT.test(type) && operator !== WRITTEN_AS_TEXT && typeof operand !== 'string') ||
      (NUMBER.test(type) && typeof operand !== 'number' && !MAY_BE_NUMBER.test(String(operand)));
    if (isWrong) throw refuse(400, 'FILTER_INVALID', {}, path.join('.'));
  }
}

/** The type of the column at the end of a path; empty where there is none (a relation, a field that is no column). */
export function columnType(root: Collection, path: readonly string[]): string {
  let collection: Collection | undefined = root;
  for (const name of path.slice(0, -1))
    collection = collection?.db.getCollection(String(collection.getField(name)?.target));
  const attribute = collection?.model.rawAttributes[path[path.length - 1]];
  return (attribute?.type as { key?: string } | undefined)?.key ?? '';
}
