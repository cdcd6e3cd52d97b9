import type { Collection } from '@nocobase/database';
import { refuse } from '../../errors';
import type { AccessDeclarations } from '../declarations';
import { isMoment } from './chart-moments';
import { requireColumnName } from './chart-names';
import { FilterCheck } from './filter-check';
import { requireHaving } from './having';
import { keptSelections } from './kept-selections';
import { columnType, isRowCount } from './operands';
import type { PathCheck } from './paths';
import { relationAt, withPresenceOfRelations } from './relations';

interface Selection {
  field?: unknown;
  alias?: unknown;
  aggregation?: unknown;
  format?: unknown;
  order?: unknown;
  nulls?: unknown;
}

export interface ChartQuery {
  collection?: unknown;
  dataSource?: unknown;
  measures?: unknown;
  dimensions?: unknown;
  orders?: unknown;
  filter?: unknown;
  having?: unknown;
  limit?: unknown;
  offset?: unknown;
  cache?: unknown;
  mode?: unknown;
}

/** A measure or dimension that may be asked for, with the name of its column. */
interface Asked {
  name: string;
  path: readonly string[];
  isAggregated: boolean;
}

const AGGREGATIONS = new Set(['sum', 'count', 'avg', 'min', 'max']);
const CALCULATIONS = new Set(['sum', 'avg']);
/** Types that the database has no order for. */
const COMPARED = new Set(['min', 'max']);
const NUMERIC = /^(INTEGER|BIGINT|FLOAT|REAL|DOUBLE|DECIMAL|SMALLINT)/;
const UNORDERED = /^(BOOLEAN|JSON|ARRAY)/;
const FORMAT = /^[\w\s:./[\]年月日时分秒季度周-]{0,40}$/;
const MAX_SELECTIONS = 30;
const MAX_ROWS = 10_000;

/**
 * Checks every part of a query of numbers, and puts it as NocoBase will heed all of it.
 * @throws Refusal 400 or 403
 */
export function checkQuery(
  access: AccessDeclarations,
  collection: Collection,
  query: ChartQuery,
  paths: PathCheck,
): void {
  const measures = selections(query.measures, 'measures');
  const dimensions = selections(query.dimensions, 'dimensions');
  if (measures.length + dimensions.length === 0) throw invalid('measures');
  const names = new Set<string>();
  const asked = [...measures, ...dimensions].map((each) => requireSelection(access, collection, each, paths, names));
  const orders = selections(query.orders, 'orders').map((order) => requireOrder(collection, order, asked, paths));
  Object.assign(query, {
    measures: keptSelections(measures),
    dimensions: keptSelections(dimensions),
    orders: keptSelections(orders),
  });
  if (Array.isArray(query.filter) && query.filter.length > 0) throw invalid('filter');
  query.filter = withPresenceOfRelations(collection, query.filter);
  new FilterCheck(collection, paths).need(query.filter);
  requireHaving(query.having, names);
  for (const name of ['limit', 'offset'] as const) {
    const value = query[name];
    if (value === undefined || value === null || value === '') continue;
    if (!isRowCount(value)) throw invalid(name);
  }
  query.limit = Math.min(Number(query.limit || MAX_ROWS), MAX_ROWS);
}

function requireSelection(
  access: AccessDeclarations,
  collection: Collection,
  selection: Selection,
  paths: PathCheck,
  names: Set<string>,
): Asked {
  const path = pathOf(selection);
  const { format } = selection;
  const aggregation = selection.aggregation ?? '';
  if (format !== undefined && format !== null && (typeof format !== 'string' || !FORMAT.test(format)))
    throw invalid('format');
  if (aggregation !== '' && !(typeof aggregation === 'string' && AGGREGATIONS.has(aggregation)))
    throw invalid('aggregation');
  // Counting those who have a phone number tells no number.
  const isPersonal = path.length === 1 && access.maskOf(collection.name, path[0]) !== undefined;
  if (aggregation === 'count' && isPersonal) paths.requireVisible(collection, path[0]);
  else paths.need(collection, path);
  const type = columnType(collection, path);
  if (type === '') throw invalid(path.join('.').slice(0, 100));
  const cannotBe =
    (CALCULATIONS.has(aggregation) && !NUMERIC.test(type)) || (COMPARED.has(aggregation) && UNORDERED.test(type));
  if (cannotBe) throw invalid('aggregation');
  const name = requireColumnName(selection.alias, path, names);
  const target = relationAt(collection, path.slice(0, -1));
  if (format && target && isMoment(target, path[path.length - 1]) && !target.hasField(path[path.length - 1]))
    throw invalid('format');
  return { name, path, isAggregated: aggregation !== '' };
}

/**
 * By one of the columns of the answer, under the name that it has there; where nothing is aggregated, by any column.
 * NocoBase finds it in no other case, orders by what the name says in the table, or fails.
 */
function requireOrder(collection: Collection, order: Selection, asked: readonly Asked[], paths: PathCheck): Selection {
  const path = pathOf(order);
  if (order.order !== undefined && order.order !== null && !/^(asc|desc)$/i.test(String(order.order)))
    throw invalid('order');
  const dotted = path.join('.');
  const meant =
    asked.find(({ name }) => name === order.alias) ??
    asked.find(({ name }) => name === dotted) ??
    asked.find((each) => each.path.join('.') === dotted);
  const isAggregated = asked.some((each) => each.isAggregated);
  // Sequelize orders by the name, and takes one with a dot for a column of a related table
  if (meant && isAggregated && meant.name.includes('.') && meant.name !== meant.path.join('.'))
    throw refuse(400, 'CHART_NAME_INVALID', { name: meant.name });
  if (meant) return { ...order, field: [...meant.path], alias: meant.name };
  const isOpen = paths.need(collection, path);
  if (isOpen && isAggregated) throw refuse(400, 'CHART_ORDER_UNKNOWN', {}, dotted);
  if (columnType(collection, path) === '') throw invalid('orders');
  return { ...order, alias: undefined };
}

function selections(value: unknown, name: string): Selection[] {
  if (value === undefined || value === null) return [];
  if (
    !Array.isArray(value) ||
    value.length > MAX_SELECTIONS ||
    !value.every((each) => typeof each === 'object' && each !== null)
  )
    throw invalid(name);
  return value as Selection[];
}

/** NocoBase reads at most one relation deep. */
function pathOf({ field }: Selection): string[] {
  const parts: unknown[] = Array.isArray(field)
    ? field.filter(Boolean)
    : typeof field === 'string'
      ? field.split('.').filter(Boolean)
      : [];
  if (parts.length === 0 || parts.length > 2 || !parts.every((part) => typeof part === 'string'))
    throw invalid('field');
  return parts as string[];
}

const invalid = (name: string) => refuse(400, 'CHART_INVALID', { name });
