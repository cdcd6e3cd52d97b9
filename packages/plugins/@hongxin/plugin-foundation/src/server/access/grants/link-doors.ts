import type { Context, Next } from '@nocobase/actions';
import { refuse } from '../../errors';

const LINKS = new Set(['set', 'add', 'remove', 'toggle']);
/** What roles may do, as it hangs on a role. */
const RIGHTS = new Set([
  'roles.resources',
  'roles.dataSourceResources',
  'rolesResources.actions',
  'dataSourcesRolesResources.actions',
  'dataSourcesRolesResourcesActions.scope',
]);

/**
 * Rights that are linked or unlinked in bulk are changed in the tables alone: no hook hears of it, and NocoBase goes on
 * giving what it remembers until it is restarted. Its own pages save a role's resource with its actions, which acts at once.
 */
export async function rightsLinkGuard(ctx: Context, next: Next): Promise<void> {
  const { resourceName = '', actionName = '' } = ctx.action ?? {};
  if (RIGHTS.has(resourceName) && LINKS.has(actionName)) throw refuse(400, 'RIGHTS_LINKED_IN_BULK');
  await next();
}
