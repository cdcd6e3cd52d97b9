import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { Party } from '@hongxin/rules/mechanism';
import { declarationsOf } from '../access/declarations-of';
import { isOfCaller, speaksOfPlaces } from '../access/rights/areas-in';
import { Rights, type Right } from '../access/rights/rights';
import type { Actor, AreaGrant } from '../domain';

/** Roles that NocoBase ships; those of the pack begin with `hx-`. Which transitions are theirs the process says. */
const OF_THE_HOST = new Set(['root', 'admin', 'member', '__union__']);

/** Roles in force that administrators have made. */
export const ownRolesOf = ({ roles }: Pick<Actor, 'roles'>): string[] =>
  roles.filter((role) => !role.startsWith('hx-') && !OF_THE_HOST.has(role));

/**
 * Roles that administrators have made and that may change states of records which are not just their holder's own: whoever
 * has one decides for others.
 */
export function ownRolesInCharge(app: Application): string[] {
  const access = declarationsOf(app);
  const collections = [...app.db.collections.keys()].filter((name) => access.declarationOf(name) !== undefined);
  const decides = (role: string): boolean => {
    const rights = new Rights(app, { userId: null, roles: [role], areaGrants: [], isAdministrator: false });
    return collections.some((name) => {
      const areaField = access.declarationOf(name)?.areaField ?? 'areaCode';
      const isPlaced = ({ filter }: Right): boolean =>
        filter === null || !isOfCaller(filter) || speaksOfPlaces(filter, areaField);
      return rights.parts(name, 'transition').some(isPlaced);
    });
  };
  return ownRolesOf({ roles: [...app.acl.roles.keys()] }).filter(decides);
}

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
 * state of records (操作“办理”), within the scope the administrator gave it, stands for it. A scope that speaks of the caller
 * (own records, records of one's unit) is an owner's, and nobody decides on their own.
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
  const parts = rights([]).parts(collection.name, 'transition');
  const areaField = declarationsOf(app).declarationOf(collection.name)?.areaField ?? 'areaCode';
  const isOwners = ({ filter }: Right): boolean =>
    filter !== null && isOfCaller(filter) && !speaksOfPlaces(filter, areaField);
  if (parts.length === 0 || parts.some(isOwners)) return false;
  const row = record.get() as Record<string, unknown>;
  const inside = await rights(await grants()).idsInScope(collection, 'transition', [row], transaction);
  return inside.size > 0;
}
