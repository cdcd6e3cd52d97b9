import { mergeRanges, subtreeRange, parseAreaCode, type AreaRange } from '@hongxin/rules/mechanism';
import { IN_AREAS_OF, rangesOf, type Identity } from '../../identity';
import { isNothing, KNOWN } from '../scopes';

/** Places a condition leaves; null: it says nothing about places. */
type Places = readonly AreaRange[] | null;

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A variable of the caller, e.g. `{{$user.id}}`: such records are reached by whose they are, not by where they lie. */
export const isOfCaller = (condition: unknown): boolean => JSON.stringify(condition ?? null).includes('{{');

/** Whether a scope says where records lie. */
export function speaksOfPlaces(filter: unknown, areaField: string): boolean {
  const text = JSON.stringify(filter ?? null);
  return text.includes(IN_AREAS_OF) || new RegExp(`"(area\\.code|${areaField})[."]`).test(text);
}

/**
 * The places in which records of a scope may lie, as an administrator wrote it. What is said of other columns limits no
 * place; what this cannot read leaves none, so that a scope never reaches farther than it says.
 */
export function areasIn(filter: unknown, areaField: string, identity: Identity): Places {
  if (!isGroup(filter)) return [];
  return all(
    Object.entries(filter).map(([key, condition]) => {
      if (key === '$and') return all(parts(condition).map((part) => areasIn(part, areaField, identity)));
      if (key === '$or') return any(parts(condition).map((part) => areasIn(part, areaField, identity)));
      const names = key.split('.');
      const operator = names.at(-1)?.startsWith('$') ? names.pop() : undefined;
      const isPlace = names.join('.') === areaField || names.join('.') === 'area.code';
      if (isPlace && operator) return one(operator, condition, identity);
      if (isPlace && isGroup(condition) && !Array.isArray(condition))
        return all(Object.entries(condition).map(([each, operand]) => one(each, operand, identity)));
      if (isPlace) return one(Array.isArray(condition) ? '$in' : '$eq', condition, identity);
      if (key === 'area' && isGroup(condition) && 'code' in condition)
        return areasIn({ [areaField]: condition.code }, areaField, identity);
      if (isNothing(condition)) return [];
      if (isGroup(condition) && KNOWN in condition) return null;
      return isOfCaller(condition) ? [] : null;
    }),
  );
}

function one(operator: string, operand: unknown, identity: Identity): Places {
  if (operator === IN_AREAS_OF) return typeof operand === 'string' ? rangesOf(identity, operand) : [];
  if (operator === '$in' && Array.isArray(operand)) return any(operand.map((each) => one('$eq', each, identity)));
  if (typeof operand !== 'string' && typeof operand !== 'number') return [];
  const code = String(operand);
  // the digits of what lies below a code follow it, and every digit sorts after "/" and before ":"
  if (operator === '$eq') return [{ from: code, to: `${code}/` }];
  if (operator === '$startsWith')
    return parseAreaCode(code).ok ? [subtreeRange(code)] : [{ from: code, to: `${code}:` }];
  return [];
}

const parts = (condition: unknown): unknown[] =>
  Array.isArray(condition) ? condition : isGroup(condition) ? Object.values(condition) : [undefined];

function any(places: readonly Places[]): Places {
  return places.includes(null) ? null : mergeRanges(places.flatMap((each) => [...(each ?? [])]));
}

function all(places: readonly Places[]): Places {
  return places.reduce<Places>((left, right) => {
    if (left === null) return right;
    if (right === null) return left;
    return mergeRanges(
      left.flatMap((one_) =>
        right.map((other) => ({
          from: one_.from > other.from ? one_.from : other.from,
          to: one_.to < other.to ? one_.to : other.to,
        })),
      ),
    );
  }, null);
}
