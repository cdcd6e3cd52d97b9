import type { Context, Next } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { isRefusal, refuse } from '../../errors';
import { currentIdentity } from '../../identity';
import { isGuarded } from '../guarded';
import type { AccessControl } from '../index';
import { rightsOf, type Rights } from '../rights/rights';
import { isOn } from '../switches';
import { besideScope } from './beside-scope';
import { needDataSource } from './data-source';
import { columnType } from './operands';
import { FilterCheck } from './filter-check';
import { needHaving } from './having';
import { PathCheck } from './paths';
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

const AGGREGATIONS = new Set(['sum', 'count', 'avg', 'min', 'max']);
const CALCULATIONS = new Set(['sum', 'avg']);
const NUMERIC = /^(INTEGER|BIGINT|FLOAT|REAL|DOUBLE|DECIMAL|SMALLINT)/;
/** What may name a column of the answer: no quotes, no templates that the host would fill in later. */
const ALIAS = /^[^"'`\\{}\p{Cc}]{0,60}$/u;
const MAX_SELECTIONS = 30;
const MAX_ROWS = 10_000;

/**
 * Chart queries (`charts:queryData`, `<collection>:query`): NocoBase applies the scope and drops fields the roles may
 * not see; here personal fields, fields of related records and whatever the database would stumble over are refused.
 */
export function chartGuard(app: Application, access: AccessControl) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { resourceName, actionName, params } = ctx.action ?? {};
    const isChart = resourceName === 'charts' && actionName === 'queryData';
    const identity = currentIdentity();
    if (!identity || (!isChart && actionName !== 'query') || !isOn('charts')) return next();
    const query = (params.values ?? {}) as ChartQuery;
    if (isChart && needDataSource(app, query.dataSource) !== 'main') return next();
    const named = isChart ? query.collection : resourceName;
    // not getCollection, which takes "a.b" for a way from a to b
    const collection = typeof named === 'string' ? app.db.collections.get(named) : undefined;
    if (!collection) throw refuse(400, 'CHART_INVALID', { name: 'collection' });
    if (isGuarded(access, collection) || !identity.isAdministrator) {
      await narrowQuery(access, rightsOf(app, identity), collection, query);
      // NocoBase's cache knows the query, not whose scope it was answered in.
      if (!identity.isAdministrator) delete query.cache;
    }
    await next();
  };
}

/**
 * Holds a query of numbers to what the roles show; the scope itself is applied by NocoBase.
 * @throws Refusal 400 or 403
 */
export async function narrowQuery(
  access: AccessControl,
  rights: Rights,
  collection: Collection,
  query: ChartQuery,
): Promise<void> {
  if (!rights.on(collection.name, 'view')) throw refuse(403, 'NOT_PERMITTED');
  const paths = new PathCheck(access, rights);
  try {
    paths.collect(() => checkQuery(access, collection, query, paths));
  } catch (error) {
    // the request is about charts; its fields are called as in their collection
    if (isRefusal(error)) error.about ??= collection.name;
    throw error;
  }
  if (isOn('scopeJoin')) query.filter = await joinScope(rights, collection.name, query.filter);
}

/** What NocoBase makes of several roles at once forgets parts of their scopes: then ours is joined as well. */
export async function joinScope(rights: Rights, collection: string, filter: unknown): Promise<ChartQuery['filter']> {
  const scope = rights.on(collection, 'view')?.filter ?? null;
  const areMany = rights.parts(collection, 'view').length > 1;
  return besideScope(filter, scope, areMany ? await rights.scope(collection, 'view') : null);
}

function checkQuery(access: AccessControl, collection: Collection, query: ChartQuery, paths: PathCheck): void {
  const measures = selections(query.measures, 'measures');
  const dimensions = selections(query.dimensions, 'dimensions');
  if (measures.length + dimensions.length === 0) throw invalid('measures');
  const aliases = new Set<string>();
  for (const selection of [...measures, ...dimensions]) {
    const path = pathOf(selection);
    const { aggregation, alias, format } = selection;
    if (alias !== undefined && alias !== null && (typeof alias !== 'string' || !ALIAS.test(alias)))
      throw invalid('alias');
    if (
      format !== undefined &&
      format !== null &&
      (typeof format !== 'string' || !/^[\w\s:./[\]年月日时分秒季度周-]{0,40}$/.test(format))
    )
      throw invalid('format');
    if (
      aggregation !== undefined &&
      aggregation !== null &&
      aggregation !== '' &&
      !AGGREGATIONS.has(String(aggregation))
    )
      throw invalid('aggregation');
    // Counting those who have a phone number tells no number.
    if (
      aggregation === 'count' &&
      path.length === 1 &&
      access.declarationOf(collection.name)?.personalFields?.[path[0]]
    )
      continue;
    paths.need(collection, path);
    if (columnType(collection, path) === '') throw refuse(400, 'CHART_INVALID', { name: path.join('.').slice(0, 100) });
    if (CALCULATIONS.has(String(aggregation)) && !isNumeric(collection, path)) throw invalid('aggregation');
    aliases.add(typeof alias === 'string' && alias !== '' ? alias : path.join('.'));
  }
  for (const order of selections(query.orders, 'orders')) {
    const path = pathOf(order);
    if (!aliases.has(path.join('.')) && !(typeof order.alias === 'string' && aliases.has(order.alias))) {
      paths.need(collection, path);
      if (relationAt(collection, path)) throw invalid('orders');
    }
    if (order.order !== undefined && order.order !== null && !/^(asc|desc)$/i.test(String(order.order)))
      throw invalid('order');
  }
  if (Array.isArray(query.filter) && query.filter.length > 0) throw invalid('filter');
  query.filter = withPresenceOfRelations(collection, query.filter);
  new FilterCheck(collection, paths).need(query.filter);
  needHaving(query.having, aliases);
  for (const name of ['limit', 'offset'] as const) {
    const value = query[name];
    if (value === undefined || value === null || value === '') continue;
    if (!Number.isInteger(Number(value)) || Number(value) < 0) throw invalid(name);
  }
  query.limit = Math.min(Number(query.limit || MAX_ROWS), MAX_ROWS);
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

const isNumeric = (collection: Collection, path: readonly string[]): boolean =>
  NUMERIC.test(columnType(collection, path));

const invalid = (name: string) => refuse(400, 'CHART_INVALID', { name });
