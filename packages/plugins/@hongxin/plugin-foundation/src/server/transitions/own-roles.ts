import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { Rights } from '../access/rights/rights';
import type { Party } from '@hongxin/rules';
import { ROLE_NAMES, type Actor, type AreaGrant } from '../domain';

/** Roles that the pack or NocoBase ships; which transitions are theirs the process says. */
const SHIPPED = new Set<string>([...ROLE_NAMES, 'root', 'admin', 'member', '__union__']);

/** Roles in force that administrators have made. */
export const ownRolesOf = ({ roles }: Pick<Actor, 'roles'>): string[] => roles.filter((role) => !SHIPPED.has(role));

/** Parties by their role alone, whom a role that an administrator has made may stand in for; not owners, not relations. */
export const isInCharge = (party: Party): boolean =>
  typeof party === 'object' && party.role !== undefined && party.relation === undefined;

/** Whether some record may be the actor's to move on so: which ones the process and the areas say when it is done. */
export function isAmong(actor: Pick<Actor, 'roles'>, by: readonly Party[]): boolean {
  const isNamed = (party: Party): boolean =>
    typeof party === 'object' && party.role !== undefined && actor.roles.includes(party.role);
  return by.some(isNamed) || (ownRolesOf(actor).length > 0 && by.some(isInCharge));
}

/**
 * Whether a role that an administrator has made stands in for those in charge: no process names it, so its right to change the
 * state of records (操作“办理”), within the scope the administrator gave it, stands for it.
 */
export async function standsInByOwnRole(
  app: Application,
  record: Model,
  actor: Actor,
  grants: () => Promise<readonly AreaGrant[]>,
  transaction?: Transaction,
): Promise<boolean> {
  const roles = ownRolesOf(actor);
  if (roles.length === 0 || actor.userId === null) return false;
  const { collection } = record.constructor as typeof Model;
  const rights = (areaGrants: readonly AreaGrant[]) =>
    new Rights(app, { userId: actor.userId, roles, areaGrants, isAdministrator: false });
  if (rights([]).parts(collection.name, 'transition').length === 0) return false;
  const row = record.get() as Record<string, unknown>;
  const inside = await rights(await grants()).idsInScope(collection, 'transition', [row], transaction);
  return inside.size > 0;
}
