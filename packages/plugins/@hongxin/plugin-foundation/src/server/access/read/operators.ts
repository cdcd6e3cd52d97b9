import { refuse } from '../../errors';

/** Sequelize's operators that compare a column with a value; the others (columns, literals, subqueries) stay closed. */
const PLAIN = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$notIn',
  '$is',
  '$not',
  '$like',
  '$notLike',
  '$iLike',
  '$notILike',
  '$between',
  '$notBetween',
  '$startsWith',
  '$endsWith',
  '$substring',
]);
const LISTS = new Set([
  '$in',
  '$notIn',
  '$match',
  '$notMatch',
  '$anyOf',
  '$noneOf',
  '$between',
  '$notBetween',
  '$dateBetween',
]);
const PAIRS = new Set(['$between', '$notBetween']);
/** Operators whose value may be an object such as `{ type: 'past', number: 3, unit: 'day' }`. */
const DATES = /^\$date/;
/** Operators that look for a text inside a text: NocoBase fails at anything else, except that two know `null`. */
const OF_TEXT = /^\$(includes|notIncludes|startsWith|notStartsWith|endWith|notEndWith)$/;
const OF_TEXT_OR_NULL = /^\$(includes|notIncludes)$/;
/** Asks in which table a record lies; NocoBase fails at the name of a table that is no text. */
const OF_TABLES = /^\$child(In|NotIn)$/;
const MAX_LIST = 5000;

export const LOGICAL = new Set(['$and', '$or']);

/**
 * @param operators NocoBase's registry: names of Sequelize's operators map to symbols, its own to functions
 * @throws Refusal 400 for an operator or a value that the database would stumble over
 */
export function requireOperator(
  operators: Map<string, unknown>,
  operator: string,
  value: unknown,
  field: string,
): void {
  const known = operators.get(operator);
  if (!known || (typeof known === 'symbol' && !PLAIN.has(operator)))
    throw refuse(400, 'OPERATOR_UNKNOWN', { operator: operator.slice(0, 40) });
  const invalid = () => refuse(400, 'FILTER_INVALID', {}, field);
  const isText = ([value].flat() as unknown[]).every((each) => typeof each === 'string');
  if (OF_TABLES.test(operator) && !isText) throw invalid();
  if (OF_TEXT.test(operator) && !isText && !(value === null && OF_TEXT_OR_NULL.test(operator))) throw invalid();
  // SQL knows `is null`, `is true` and `is false`
  if (operator === '$is' && value !== null && typeof value !== 'boolean') throw invalid();
  if (Array.isArray(value)) {
    if (value.length > MAX_LIST || !value.every(isScalar)) throw invalid();
    if (PAIRS.has(operator) && value.length !== 2) throw invalid();
    return;
  }
  // of one value NocoBase makes a list for `$in`, and fails for `$notIn`
  if (PAIRS.has(operator) || operator === '$notIn') throw invalid();
  if (typeof value === 'object' && value !== null) {
    if (!DATES.test(operator) || JSON.stringify(value).length > 500) throw invalid();
    return;
  }
  if (!isScalar(value) || (LISTS.has(operator) && value === undefined)) throw invalid();
}

export const isScalar = (value: unknown): boolean =>
  value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
