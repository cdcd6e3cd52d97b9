import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { refuse } from '../../errors';
import { isOn } from '../switches';

const MAIN = 'main';

/**
 * Which data source a request names. NocoBase answers from the main one whenever it does not know the name (another type,
 * other letters, a list of one), so that a guard which believes a name to be another source would be stepped around.
 * @returns the key of an existing data source; `main` when none is named
 * @throws Refusal 400 for anything that is not the exact text of an existing one
 */
export function requireDataSource(
  { dataSourceManager }: Application,
  value: unknown,
  parameter = 'dataSource',
): string {
  if (value === undefined || value === '') return MAIN;
  if (!isOn('dataSources')) return String(value);
  if (typeof value !== 'string' || !dataSourceManager.dataSources.has(value))
    throw refuse(400, 'DATA_SOURCE_UNKNOWN', { name: parameter });
  return value;
}

/** Refuses a header that names no data source: NocoBase would answer 500. It runs before the host reads it. */
export function dataSourceHeader(app: Application) {
  return async (ctx: Context, next: Next): Promise<void> => {
    requireDataSource(app, ctx.get('x-data-source'), 'X-Data-Source');
    await next();
  };
}

/** The names under which NocoBase's own actions take a data source in the values of a request. */
const NAMES = ['dataSource', 'datasource', 'dataSourceKey'] as const;
const MAX_DEPTH = 40;

/** NocoBase's resources that read records of the data source and the collection that the values name. */
const READERS = new Set(['aiContextDatasources', 'aiConversations', 'variables', 'fieldAssignments', 'customRequests']);

/** Refuses a name of none beside that of a collection, anywhere in the values of a request to these. */
export function dataSourceValues(app: Application) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { resourceName = '', params } = ctx.action ?? {};
    if (READERS.has(resourceName.split('.')[0])) requireDataSourcesIn(app, params.values);
    await next();
  };
}

function requireDataSourcesIn(app: Application, value: unknown, depth = 0): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  const isReference = Object.hasOwn(value, 'collection') || Object.hasOwn(value, 'collectionName');
  for (const name of NAMES)
    if (isReference && Object.hasOwn(value, name)) requireDataSource(app, (value as Values)[name], name);
  for (const each of Object.values(value)) requireDataSourcesIn(app, each, depth + 1);
}

type Values = Record<string, unknown>;
