import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { isRefusal, refuse, type ErrorAnswers } from '../../errors';
import { currentIdentity } from '../../identity';
import { isGuarded } from '../guarded';
import type { AccessDeclarations } from '../declarations';
import { rightsOf, type Rights } from '../rights/rights';
import { isOn } from '../switches';
import { type ContextQuery, requireOwnContext } from './assistant-context';
import type { ChartQuery } from './chart-query';
import { joinScope, narrowQuery } from './charts';
import { requireDataSource } from './data-source';
import { FilterCheck } from './filter-check';
import { names } from './parameters';
import { PathCheck } from './paths';

/** What a language model asks NocoBase's tools for: it is no request of its own, so no guard of requests sees it. */
export interface ToolQuery extends ContextQuery, ChartQuery {
  collectionName?: unknown;
  filter?: unknown;
}

/** NocoBase's tools that read records, with whether they answer numbers as a chart does. */
export const READING_TOOLS: ReadonlyMap<string, boolean> = new Map([
  ['dataQuery', true],
  ['dataSourceQuery', false],
  ['dataSourceCounting', false],
]);

/**
 * NocoBase lays the scope over the filter of such a tool key by key, as it does in charts, and counts by fields the roles
 * do not show. There is no hook around a tool: the registered one is given a guarded `invoke`.
 */
export async function guardTools(
  app: Application,
  access: AccessDeclarations,
  errors: Pick<ErrorAnswers, 'describer'>,
): Promise<void> {
  for (const [name, isNumbers] of READING_TOOLS) {
    const tool = await app.aiManager.toolsManager.getTools(name);
    if (!tool) continue;
    const { invoke } = tool;
    tool.invoke = async (ctx, asked: ToolQuery, runtime) => {
      const query = { ...asked };
      try {
        if (isOn('assistants')) await narrowTool(ctx, app, access, query, isNumbers);
      } catch (error) {
        // the model reads the answer and tells the person; an exception would end their conversation
        if (!isRefusal(error)) throw error;
        const texts = errors.describer.entries(ctx, error.reasons).map(({ message }) => message);
        return { status: 'error', content: texts.join(' ') };
      }
      return (await invoke(ctx, query, runtime)) as unknown;
    };
  }
}

/** @throws Refusal 400 or 403 for what the person who talks to the AI employee may not ask themselves */
export async function narrowTool(
  ctx: Context,
  app: Application,
  access: AccessDeclarations,
  query: ToolQuery,
  isNumbers: boolean,
): Promise<void> {
  if (requireDataSource(app, query.dataSource || query.datasource || undefined) !== 'main') return;
  const { collectionName } = query;
  // not getCollection, which takes "a.b" for a way from a to b
  const collection = typeof collectionName === 'string' ? app.db.collections.get(collectionName) : undefined;
  if (!collection) throw refuse(400, 'CHART_INVALID', { name: 'collectionName' });
  const identity = currentIdentity();
  // nobody is there whose rights would count: a workflow, a task of the server
  if (!identity) {
    if (isGuarded(access, collection)) throw refuse(403, 'NOT_FOR_ASSISTANTS');
    return;
  }
  const rights = rightsOf(app, identity);
  if (isNumbers) {
    if (isGuarded(access, collection) || !identity.isAdministrator)
      await narrowQuery(access, rights, collection, query);
    return;
  }
  if (isGuarded(access, collection)) await narrowRecords(access, rights, collection, query);
  else await requireOwnContext(ctx, app, access, rights, query);
}

/** Records of the pack come masked and within the scope; what is asked for and by what must be open besides. */
async function narrowRecords(
  access: AccessDeclarations,
  rights: Rights,
  collection: Collection,
  query: ToolQuery,
): Promise<void> {
  if (!rights.on(collection.name, 'view')) throw refuse(403, 'NOT_PERMITTED');
  if (names(query.appends, 'appends').length > 0) throw refuse(403, 'NOT_FOR_ASSISTANTS');
  const paths = new PathCheck(access, rights);
  paths.collect(() => {
    for (const field of names(query.fields, 'fields'))
      if (field.includes('.') || !rights.canSee(collection, field))
        throw refuse(403, 'FIELD_NOT_VISIBLE', {}, field.slice(0, 100));
    new FilterCheck(collection, paths).need(query.filter);
    for (const name of names(query.sort, 'sort')) paths.need(collection, name.replace(/^-/, '').split('.'));
  });
  if (isOn('scopeJoin')) query.filter = await joinScope(rights, collection.name, query.filter);
}
