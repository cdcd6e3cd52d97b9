import type { Collection } from '@nocobase/database';
import { refuse } from '../../errors';

/** Operators that hand their value to the database as it is, beside the column. */
const COMPARING = /^\$(eq|ne|gt|gte|lt|lte|in|notIn|is|not|between|notBetween)$/;
const TEXT = /^(STRING|TEXT|CHAR|CITEXT)/;
const NUMBER = /^(INTEGER|BIGINT|SMALLINT|FLOAT|REAL|DOUBLE|DECIMAL)/;
const NUMERIC_TEXT = /^\s*-?\d+(\.\d+)?\s*$/;

/**
 * PostgreSQL compares no text with a number and no number with a word, and would say so in words of its own. Texts that
 * are templates are filled in later.
 * @throws Refusal 400 naming the field
 */
export function needComparable(root: Collection, path: readonly string[], operator: string, value: unknown): void {
  if (!COMPARING.test(operator)) return;
  const type = columnType(root, path);
  const operands = Array.isArray(value) ? (value as unknown[]) : [value];
  for (const operand of operands) {
    if (operand === null || operand === undefined || (typeof operand === 'string' && operand.includes('{{'))) continue;
    const isWrong =
      (TEXT.test(type) && typeof operand !== 'string') ||
      (NUMBER.test(type) && !(typeof operand === 'number' || isNumericText(operand))) ||
      (type === 'BOOLEAN' && !/^(true|false|t|f|0|1)$/.test(String(operand)));
    if (isWrong) throw refuse(400, 'FILTER_INVALID', {}, path.join('.'));
  }
}

const isNumericText = (operand: unknown): boolean => typeof operand === 'string' && NUMERIC_TEXT.test(operand);

/** The type of the column at the end of a path; empty where there is none (a relation, a field that is no column). */
export function columnType(root: Collection, path: readonly string[]): string {
  let collection: Collection | undefined = root;
  for (const name of path.slice(0, -1))
    collection = collection?.db.getCollection(String(collection.getField(name)?.target));
  const attribute = collection?.model.rawAttributes[path[path.length - 1]];
  return (attribute?.type as { key?: string } | undefined)?.key ?? '';
}
