import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { refuse } from '../../errors';
import { currentIdentity } from '../../identity';
import { isGuarded } from '../guarded';
import type { AccessControl } from '../index';
import { rightsOf } from '../rights/rights';
import { isOn } from '../switches';
import { withFindPolicy } from './finds';

/** NocoBase's resources through which its AI employees are asked, and what they are told. */
const RESOURCES = new Set(['aiContextDatasources', 'aiConversations', 'aiWorkflowTasks']);
const MAX_DEPTH = 12;

/**
 * NocoBase lets everybody who has signed in read any collection they may list "as context for an AI employee", in clear
 * and by any filter (`aiContextDatasources:preview`, and the same query inside a message). Records of the pack and of
 * administrators' own collections are not read that way; what a tool of an AI employee finds is held to the caller's
 * scope and masked.
 */
export function assistantGuard(app: Application, access: AccessControl) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const identity = currentIdentity();
    const { resourceName = '', params } = ctx.action ?? {};
    if (!identity || !RESOURCES.has(resourceName.split('.')[0]) || !isOn('assistants')) return next();
    for (const name of collectionsIn(params?.values)) {
      const collection = app.db.getCollection(name);
      if (collection && isGuarded(access, collection)) throw refuse(403, 'NOT_FOR_ASSISTANTS');
    }
    await withFindPolicy({ rights: rightsOf(app, identity), isScoped: false }, next);
  };
}

/** Names of the collections that a message or a query names, however deep. */
function* collectionsIn(value: unknown, depth = 0): Generator<string> {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (key === 'collectionName' && typeof each === 'string') yield each;
    else yield* collectionsIn(each, depth + 1);
  }
}
