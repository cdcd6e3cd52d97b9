import type { Collection, Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { clearOwnerFields } from '../access/personal/owners';
import { rightsOf } from '../access/rights/rights';
import type { Identity } from '../identity';
import type { CollectionAccess } from '../domain';
import type { HistoryEntry } from './history';

/** What of a record's history somebody may read beside the steps and their dates, which every reader sees. */
export interface Sight {
  /** What was said, and who said it. */
  opinions: boolean;
  /** Why personal data was read in clear, by others. */
  reveals: boolean;
  userId: number | null;
}

interface Seen {
  collection: Collection;
  record: Model;
  /** Fields that the reader's roles show of the record; undefined: all. */
  fields: readonly string[] | undefined;
}

const OPINION = /opinion$/i;

/**
 * Opinions and names are for whoever has the record itself before them: whose roles show every field that holds an opinion
 * and at least half of what else is written in it, who owns it, or who took part. Two fields of a unit or the public face of
 * a need are no such view. Why personal data was revealed is told to whom it concerns and to those who may read the log.
 */
export function sightOf(
  app: Application,
  access: CollectionAccess | undefined,
  identity: Identity | null,
  { collection, record, fields }: Seen,
  hasTakenPart = false,
): Sight {
  if (!identity) return { opinions: false, reveals: false, userId: null };
  const isOwn = isOwnRecord(access, identity, collection, record);
  return {
    opinions: isOwn || hasTakenPart || hasFullView(access, collection, fields),
    reveals: isOwn || identity.isAdministrator || rightsOf(app, identity).on('hxEvents', 'view') !== null,
    userId: identity.userId,
  };
}

function hasFullView(
  access: CollectionAccess | undefined,
  collection: Collection,
  fields: readonly string[] | undefined,
): boolean {
  if (fields === undefined) return true;
  const personal = access?.personalFields ?? {};
  const open = new Set(fields);
  const written = [...collection.fields.values()].filter(
    ({ name, options }) => options.uiSchema?.title && !options.isForeignKey && !Object.hasOwn(personal, name),
  );
  const opinions = written.filter(({ name }) => OPINION.test(name));
  if (opinions.some(({ name }) => !open.has(name))) return false;
  return written.filter(({ name }) => open.has(name)).length * 2 >= written.length;
}

function isOwnRecord(
  access: CollectionAccess | undefined,
  identity: Identity,
  collection: Collection,
  record: Model,
): boolean {
  const owners = access ? [access.ownerField, ...clearOwnerFields(access, identity)] : ['ownerId', 'createdById'];
  return owners.some((name) => {
    const owner: unknown = name && collection.hasField(name) ? record.get(name) : null;
    return owner !== null && owner !== undefined && Number(owner) === identity.userId;
  });
}

const DECISIONS = new Set(['reviewApprove', 'reviewReturn', 'reviewReject']);

/** Whether somebody has moved or decided the record; having read or exported it is no part in it. */
export const hasDecided = (entries: readonly HistoryEntry[], userId: number | null | undefined): boolean =>
  entries.some(({ actorId, to, transition }) => actorId === userId && (to !== null || DECISIONS.has(transition)));

/** A history as far as somebody may read it; what they did themselves they may always read. */
export function seenBy({ opinions, reveals, userId }: Sight, entries: readonly HistoryEntry[]): HistoryEntry[] {
  return entries.map((entry) => {
    if (userId !== null && entry.actorId === userId) return entry;
    if (!opinions)
      return { ...entry, actorId: null, actorName: '', onBehalfOfId: null, onBehalfOfName: null, opinion: null };
    return entry.transition === 'reveal' && !reveals ? { ...entry, opinion: null } : entry;
  });
}
