import { IN_AREAS_OF, rangesOf, type Identity } from '../../identity';
import { isInRanges } from '@hongxin/rules/mechanism';

type Values = Readonly<Record<string, unknown>>;

/**
 * Whether a row matches a scope, judged from the values at hand.
 * @returns undefined when only the database can tell: a column that is not loaded, an operator not known here
 */
export function matches(filter: unknown, row: Values, identity: Identity): boolean | undefined {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return undefined;
  const answers = Object.entries(filter).map(([key, condition]) => {
    if (key === '$and') return all(parts(condition).map((part) => matches(part, row, identity)));
    if (key === '$or') return any(parts(condition).map((part) => matches(part, row, identity)));
    if (key.startsWith('$')) return undefined;
    const [field, operator, ...rest] = key.split('.');
    if (rest.length > 0 || !Object.hasOwn(row, field)) return undefined;
    return operator
      ? compare(operator, row[field], condition, identity)
      : matchesField(row[field], condition, identity);
  });
  return all(answers);
}

function matchesField(value: unknown, condition: unknown, identity: Identity): boolean | undefined {
  if (typeof condition !== 'object' || condition === null) return compare('$eq', value, condition, identity);
  if (Array.isArray(condition)) return compare('$in', value, condition, identity);
  return all(Object.entries(condition).map(([operator, operand]) => compare(operator, value, operand, identity)));
}

function compare(operator: string, value: unknown, operand: unknown, identity: Identity): boolean | undefined {
  const text = value === null || value === undefined ? null : String(value);
  switch (operator) {
    case IN_AREAS_OF:
      return typeof operand === 'string' && text !== null && isInRanges(text, rangesOf(identity, operand));
    case '$eq':
      return typeof operand === 'object' && operand !== null
        ? undefined
        : text === (operand === null || operand === undefined ? null : String(operand));
    case '$in':
      return Array.isArray(operand) ? text !== null && operand.map(String).includes(text) : undefined;
    default:
      return undefined;
  }
}

const parts = (condition: unknown): unknown[] =>
  Array.isArray(condition)
    ? condition
    : typeof condition === 'object' && condition !== null
      ? Object.values(condition)
      : [undefined];

function all(answers: (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function any(answers: (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
