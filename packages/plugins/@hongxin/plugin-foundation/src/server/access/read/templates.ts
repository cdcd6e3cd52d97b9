import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { currentIdentity } from '../../identity';
import { rightsOf } from '../rights/rights';
import { isOn } from '../switches';
import { withFindPolicy } from './finds';

/**
 * `variables:resolve` (and chart queries with variables) read any record a page's template names, by any id, without
 * asking for rights: within it, rows outside the caller's scope are not there, and personal fields are masked.
 */
export function templateGuard(app: Application) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const identity = currentIdentity();
    const { resourceName, actionName } = ctx.action ?? {};
    const reads =
      (resourceName === 'variables' && actionName === 'resolve') ||
      (resourceName === 'charts' && actionName === 'queryData');
    if (!identity || !reads || !isOn('templates')) return next();
    await withFindPolicy({ rights: rightsOf(app, identity), isScoped: false }, next);
  };
}
