import type { Context, Next } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { isRefusal, refuse } from '../../errors';
import { currentIdentity } from '../../identity';
import type { AccessDeclarations } from '../declarations';
import { rightsOf, type Rights } from '../rights/rights';
import { isOn } from '../switches';
import { besideScope } from './beside-scope';
import { type ChartQuery, checkQuery } from './chart-query';
import { requireDataSource } from './data-source';
import { PathCheck } from './paths';

/**
 * Chart queries (`charts:queryData`, `<collection>:query`): NocoBase applies the scope; which fields count is decided here,
 * as in a list: personal and closed fields and whatever the database would stumble over are refused, never dropped.
 */
export function chartGuard(app: Application, access: AccessDeclarations) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { resourceName, actionName, params } = ctx.action ?? {};
    const isChart = resourceName === 'charts' && actionName === 'queryData';
    const identity = currentIdentity();
    if (!identity || (!isChart && actionName !== 'query') || !isOn('charts')) return next();
    const query = (params.values ?? {}) as ChartQuery;
    if (isChart && requireDataSource(app, query.dataSource) !== 'main') return next();
    const named = isChart ? query.collection : resourceName;
    // not getCollection, which takes "a.b" for a way from a to b
    const collection = typeof named === 'string' ? app.db.collections.get(named) : undefined;
    if (!collection) throw refuse(400, 'CHART_INVALID', { name: 'collection' });
    await narrowQuery(access, rightsOf(app, identity), collection, query);
    // NocoBase's cache knows the query, not whose scope it was answered in.
    if (!identity.isAdministrator) delete query.cache;
    await next();
  };
}

/**
 * Holds a query of numbers to what the roles show; the scope itself is applied by NocoBase.
 * @throws Refusal 400 or 403
 */
export async function narrowQuery(
  access: AccessDeclarations,
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
