import type { AreaLevel, Party } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Actor, AreaGrant, CollectionAccess, PartyResolver } from '../domain';
import { currentIdentity } from '../identity';
import { isInCharge } from './own-roles';

const ADMINISTRATORS = new Set(['root', 'admin']);
/** Role that only ever counts where a current post gives it (architecture.md §5). */
const SCOPED_BY_POSTS = 'hx-official';

/** What the parties of a transition are judged by. */
export interface PartySources {
  accessOf(collection: string): CollectionAccess | undefined;
  resolverOf(relation: string): PartyResolver | undefined;
  grantsOf(userId: number, transaction?: Transaction): Promise<readonly AreaGrant[]>;
  /** Whether a role that an administrator has made gives the actor this record's transitions. */
  standsIn(record: Model, actor: Actor, transaction?: Transaction): Promise<boolean>;
}

export function isAdministrator(actor: Actor): boolean {
  return actor.roles.some((role) => ADMINISTRATORS.has(role));
}

/**
 * Says who may perform the transitions of one record. The system itself may perform all of them: whoever calls it has
 * decided already (a review, a deadline). Administrators may stand in for everybody but an owner or the system,
 * because nobody else can declare in the owner's name; every stand-in is traced like any other transition.
 */
export class PartyJudge {
  private grants?: Promise<readonly AreaGrant[]>;

  constructor(
    private readonly sources: PartySources,
    private readonly record: Model,
    private readonly actor: Actor,
    private readonly transaction?: Transaction,
  ) {}

  async isEntitled(by: readonly Party[]): Promise<boolean> {
    if (this.actor.userId === null) return true;
    if (isAdministrator(this.actor) && by.some((party) => party !== 'owner' && party !== 'system')) return true;
    for (const party of by) {
      if (await this.is(party)) return true;
    }
    // nobody decides on what is their own
    return by.some(isInCharge) && !this.isOwner() && this.sources.standsIn(this.record, this.actor, this.transaction);
  }

  private async is(party: Party): Promise<boolean> {
    if (party === 'system') return false;
    if (party === 'owner') return this.isOwner();
    if (party.role === undefined) return this.isRelated(party.relation);
    if (!(await this.hasRole(party.role, party.level))) return false;
    return party.relation === undefined || this.isRelated(party.relation);
  }

  private isRelated(relation: string): Promise<boolean> {
    const resolver = this.sources.resolverOf(relation);
    if (!resolver) throw new Error(`No plugin registered the party "${relation}" of ${this.collection.name}`);
    return resolver(this.record, this.actor, this.transaction);
  }

  private async hasRole(role: string, level: AreaLevel | readonly AreaLevel[] | undefined): Promise<boolean> {
    if (!this.actor.roles.includes(role)) return false;
    if (level === undefined && !this.isScopedByPosts(role)) return true;
    const levels = level === undefined ? null : [level].flat();
    return (await this.grantsHere()).some((grant) => grant.role === role && (levels?.includes(grant.level) ?? true));
  }

  private isOwner(): boolean {
    const declared = this.sources.accessOf(this.collection.name)?.ownerField;
    const field = declared ?? (this.collection.hasField('ownerId') ? 'ownerId' : null);
    const owner = field === null ? null : this.record.get(field);
    return owner !== null && owner !== undefined && Number(owner) === this.actor.userId;
  }

  /** Whether holding the role is not enough: a post has to give it where the record is. */
  private isScopedByPosts(role: string): boolean {
    const grants = this.sources.accessOf(this.collection.name)?.grants as
      Record<string, { reach: string | readonly string[] } | undefined> | undefined;
    const reach = grants?.[role]?.reach;
    return reach === undefined
      ? role === SCOPED_BY_POSTS
      : [reach].flat().includes('area') && ![reach].flat().includes('all');
  }

  /** Grants whose area contains the record; all of them when records of the collection belong to no place. */
  private async grantsHere(): Promise<readonly AreaGrant[]> {
    const userId = this.actor.userId as number;
    this.grants ??= this.sources.grantsOf(userId, this.transaction);
    const grants = await this.grants;
    const field = this.sources.accessOf(this.collection.name)?.areaField;
    if (field === null) return grants;
    const code = this.record.get(field ?? 'areaCode');
    // A child's code begins with its parent's, so containing is starting with.
    return typeof code === 'string' && code !== '' ? grants.filter(({ areaCode }) => code.startsWith(areaCode)) : [];
  }

  private get collection() {
    return (this.record.constructor as typeof Model).collection;
  }
}

/** Grants of the running request when they are the actor's own, otherwise read anew. */
export async function knownGrants(
  userId: number,
  read: () => Promise<readonly AreaGrant[]>,
): Promise<readonly AreaGrant[]> {
  const identity = currentIdentity();
  return identity?.userId === userId && identity.areaGrants.length > 0 ? identity.areaGrants : read();
}
