import type { Collection } from '@nocobase/database';

/** One condition of a filter, as the log may keep it. */
export interface FilterCondition {
  field: string;
  operator: string;
  /** Left out where it may be somebody's name or words. */
  value?: string | number | boolean | (string | number | boolean)[];
}

const MAX_CONDITIONS = 50;

/**
 * What an export was narrowed to. Values are kept of states, numbers, dates, areas and references; what was typed into
 * a text may be personal and is left out.
 */
export function describeFilter(collection: Collection, filter: unknown): FilterCondition[] {
  return conditions(collection, filter, []).slice(0, MAX_CONDITIONS);
}

function conditions(collection: Collection, filter: unknown, path: readonly string[]): FilterCondition[] {
  if (Array.isArray(filter)) return filter.flatMap((each) => conditions(collection, each, path));
  if (typeof filter !== 'object' || filter === null)
    return path.length > 0 ? [condition(collection, path, '$eq', filter)] : [];
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === '$and' || key === '$or' || key === '$not') return conditions(collection, value, path);
    if (key.startsWith('$')) return [condition(collection, path, key, value)];
    return conditions(collection, value, [...path, ...key.split('.')]);
  });
}

function condition(collection: Collection, path: readonly string[], operator: string, value: unknown): FilterCondition {
  const field = path.join('.').slice(0, 100);
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  const isPlain = values.every((each) => ['string', 'number', 'boolean'].includes(typeof each));
  if (!isPlain || !isImpersonal(collection, path)) return { field, operator };
  const kept = (values as (string | number | boolean)[]).slice(0, 20);
  return { field, operator, value: Array.isArray(value) ? kept : kept[0] };
}

/** Whether what a field holds is one of a few choices, a number, a date or a place. */
function isImpersonal(collection: Collection, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  const field = name === undefined ? undefined : collection.getField(name);
  if (!field) return name === 'id';
  const target = field.target ? collection.db.getCollection(field.target as string) : undefined;
  if (rest.length > 0) return target !== undefined && isImpersonal(target, rest);
  if (name === 'areaCode' || name === 'code' || name === 'state' || name === 'number') return true;
  const options = field.options as { interface?: string; type?: string };
  return (
    /^(select|radioGroup|multipleSelect|checkbox)/.test(options.interface ?? '') ||
    /^(integer|bigInt|date|dateOnly|boolean|snowflakeId|float|double|decimal)$/.test(options.type ?? '')
  );
}
