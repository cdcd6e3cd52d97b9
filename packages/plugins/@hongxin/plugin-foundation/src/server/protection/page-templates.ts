import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { refuse } from '../errors';
import { currentIdentity } from '../identity';

/** NocoBase's templates of blocks and popups, which many pages may refer to. */
const RESOURCES = new Set(['blockTemplates', 'flowModelTemplates', 'flowModelTemplateUsages']);
const READING = new Set(['get', 'list']);

/**
 * NocoBase lets everybody who has signed in write and delete the templates that pages are made of. Here only those may
 * who may configure pages: for anybody else a template could be emptied under every page that uses it, or hold a
 * script that runs in the browser of whoever opens them.
 */
export function pageTemplateGuard({ acl }: Application) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const identity = currentIdentity();
    const { resourceName = '', actionName = '' } = ctx.action ?? {};
    if (!identity || !RESOURCES.has(resourceName.split('.')[0]) || READING.has(actionName)) return next();
    const mayConfigure =
      identity.isAdministrator || acl.can({ roles: [...identity.roles], resource: 'flowModels', action: 'save' });
    if (!mayConfigure) throw refuse(403, 'NOT_PERMITTED');
    await next();
  };
}
