import type { Context, Next } from '@nocobase/actions';

/** Parameters by which NocoBase reads and writes collections. */
const OF_COLLECTIONS = ['filter', 'sort', 'fields', 'appends', 'except', 'whitelist', 'blacklist'];

/**
 * The pack's resources that are no collections have parameters of their own. NocoBase's middlewares would work on these
 * all the same, and fail on what an action never reads.
 */
export async function dropParametersOfCollections(ctx: Context, next: Next): Promise<void> {
  const { resourceName, params } = ctx.action ?? {};
  if (resourceName?.startsWith('hx') && !ctx.db.hasCollection(resourceName.split('.')[0]))
    for (const name of OF_COLLECTIONS) delete params[name];
  await next();
}
