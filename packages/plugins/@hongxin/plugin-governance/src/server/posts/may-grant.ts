import { currentIdentity, mayAbove } from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';

/** The role whose holders are in charge of everything. */
const CITY = 'hx-city';

/**
 * Whether the caller may hand out the role that a post gives: nobody makes themselves or a peer mightier. Where, NocoBase's
 * tables say: the right on posts, strictly above the post's place. Only to make somebody a city administrator the caller has
 * to be one: that is about the role as such, for no right on a table is as much as everything.
 */
export function mayGrant(app: Application, action: 'create' | 'update', role: string, areaCode: string): boolean {
  const identity = currentIdentity();
  if (!identity || identity.isAdministrator) return true;
  if (role === CITY && !identity.roles.includes(CITY)) return false;
  return mayAbove(app, 'hxPosts', action, areaCode);
}
