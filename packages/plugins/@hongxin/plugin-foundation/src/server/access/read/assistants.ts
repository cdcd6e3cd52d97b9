import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { refuse } from '../../errors';
import { currentIdentity } from '../../identity';
import type { AccessDeclarations } from '../declarations';
import { rightsOf } from '../rights/rights';
import { isOn } from '../switches';
import { requireOwnContext, queriesIn } from './assistant-context';
import { withFindPolicy } from './finds';

/** NocoBase's resources through which its AI employees are asked, and what they are told. */
const RESOURCES = new Set(['aiContextDatasources', 'aiConversations', 'aiWorkflowTasks', 'aiFiles', 'aiMessages']);
/** Of these NocoBase opens every action to whoever has signed in, the usual ones of a collection too. */
const OPENED = new Set(['aiConversations', 'aiWorkflowTasks']);
/** What the host's frame asks on every page of everybody: it counts the caller's own rows and takes no query. */
const COUNTS = new Set(['aiConversations:unreadCount', 'aiConversations:unreadCounts']);

/**
 * NocoBase lets everybody who has signed in read any collection they may list "as context for an AI employee", in clear
 * and by any filter (`aiContextDatasources:preview`, and the same query inside a message). Here it is for those who have
 * an AI employee. Records of the pack and of administrators' own collections are not read that way; of the host's, only
 * what the caller's roles show; and what a tool of an AI employee finds is held to the caller's scope and masked.
 */
export function assistantGuard(app: Application, access: AccessDeclarations) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const identity = currentIdentity();
    const { resourceName = '', actionName = '', params } = ctx.action ?? {};
    const [name, association] = resourceName.split('.');
    if (!identity || !RESOURCES.has(name) || !isOn('assistants')) return next();
    if (COUNTS.has(`${resourceName}:${actionName}`)) return next();
    if (!identity.isAdministrator) {
      if (!(await hasAssistant(app, identity.roles))) throw refuse(403, 'NO_ASSISTANT');
      // their own actions answer with the caller's own rows; those of any collection would answer with everybody's
      if (OPENED.has(name) && (association !== undefined || !isOfPlugin(app, name, actionName)))
        throw refuse(403, 'NOT_PERMITTED');
    }
    const rights = rightsOf(app, identity);
    for (const query of queriesIn(params?.values)) await requireOwnContext(ctx, app, access, rights, query);
    await withFindPolicy({ rights, isScoped: false }, next);
  };
}

/** Whether some role in force has been given an AI employee. */
async function hasAssistant(app: Application, roles: readonly string[]): Promise<boolean> {
  if (!app.db.hasCollection('rolesAiEmployees')) return false;
  return (await app.db.getRepository('rolesAiEmployees').count({ filter: { roleName: { $in: [...roles] } } })) > 0;
}

/** Whether the plugin has written this action of its resource itself: NocoBase adds those that every resource has. */
function isOfPlugin(app: Application, resource: string, action: string): boolean {
  const { resources } = app.resourceManager as unknown as {
    resources: Map<string, { options: { actions?: Readonly<Record<string, unknown>> } }>;
  };
  const actions = resources.get(resource)?.options.actions ?? {};
  return Object.hasOwn(actions, action) && actions[action] !== app.resourceManager.getRegisteredHandler(action);
}
