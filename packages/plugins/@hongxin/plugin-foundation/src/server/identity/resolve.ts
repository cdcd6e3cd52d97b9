import { chinaDay } from '@hongxin/rules/mechanism';
import type { ACL } from '@nocobase/acl';
import { clock } from '../clock';
import type { AreaGrantProvider } from '../domain';
import type { Identity } from './identity';
import { haveAreaScope } from './scoped-roles';

/** NocoBase's roles with every right on data; states, server fields and masks hold for them too. */
const ADMINISTRATORS = new Set(['root', 'admin']);

/** What NocoBase has found out about the caller. */
export interface RequestState {
  currentUser?: { id: number | string } | null;
  currentRole?: string;
  currentRoles?: readonly string[];
}

/** Builds the identity of a request. Posts are read only when a scope in force asks for areas. */
export async function resolveIdentity(state: RequestState, acl: ACL, provider: AreaGrantProvider): Promise<Identity> {
  const userId = state.currentUser ? Number(state.currentUser.id) : null;
  const roles = state.currentRoles ?? (state.currentRole ? [state.currentRole] : []);
  const isAdministrator = userId !== null && roles.some((role) => ADMINISTRATORS.has(role));
  const needsAreas = userId !== null && !isAdministrator && haveAreaScope(acl, roles);
  const areaGrants = needsAreas ? await provider(userId, chinaDay(clock.now())) : [];
  return { userId, roles, areaGrants, isAdministrator };
}
