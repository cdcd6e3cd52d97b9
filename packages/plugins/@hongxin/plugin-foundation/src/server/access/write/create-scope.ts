import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import type { AccessDeclarations } from '../declarations';
import { guardedRequest } from '../request';

interface Permission {
  actionName: string;
  can?: { params?: Record<string, unknown> } | null;
}

/**
 * NocoBase fills in the scope of every action, with a look at the caller's account, and has no use for it when a record
 * is created. Where the row guard holds the new record to the scope, it is spared that.
 */
export function spareCreateScope(app: Application, access: AccessDeclarations) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const permission = ctx.permission as Permission;
    const { can, actionName } = permission;
    if (actionName === 'create' && can?.params?.filter && guardedRequest(ctx, app, access)?.isGuarded) {
      const { filter: _checkedByRowGuard, ...params } = can.params;
      ctx.permission = { ...permission, can: { ...can, params } };
    }
    await next();
  };
}
