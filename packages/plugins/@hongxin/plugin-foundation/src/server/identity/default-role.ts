import type { Context, Next } from '@nocobase/actions';
import { refuse } from '../errors';

/** Names that the host takes for all of one's roles at once, and for none; nobody is given them. */
const NOT_GIVEN = new Set(['__union__', 'anonymous']);

interface CallerState {
  currentUser?: { id: number | string } | null;
  /** Roles that departments give. */
  attachRoles?: readonly { name: string }[];
}

/**
 * The host takes any role for the default one: it forgets the one there was, sets none, and answers that all is well.
 * @throws Refusal 400 for a role that the caller does not have
 */
export async function defaultRoleGuard(ctx: Context, next: Next): Promise<void> {
  const { resourceName, actionName, params } = ctx.action ?? {};
  if (resourceName === 'users' && actionName === 'setDefaultRole') {
    const { roleName } = (params.values ?? {}) as { roleName?: unknown };
    // what is no text is refused where the host's requests are
    if (typeof roleName === 'string' && !(await hasRole(ctx, roleName)))
      throw refuse(400, 'DEFAULT_ROLE_NOT_YOURS', { role: roleName.slice(0, 60) }, 'roleName');
  }
  await next();
}

async function hasRole(ctx: Context, roleName: string): Promise<boolean> {
  const { currentUser, attachRoles = [] } = ctx.state as CallerState;
  if (!currentUser || NOT_GIVEN.has(roleName) || attachRoles.some(({ name }) => name === roleName)) return true;
  return (await ctx.db.getRepository('rolesUsers').count({ filter: { userId: currentUser.id, roleName } })) > 0;
}
