import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { collectionOf } from '../errors';
import { currentIdentity, type Identity } from '../identity';
import { isGuarded } from './guarded';
import type { AccessDeclarations } from './declarations';
import { rightsOf, type Rights } from './rights/rights';

/** What the guards know about a request to a collection of the main data source. */
export interface GuardedRequest {
  identity: Identity;
  rights: Rights;
  /** The collection the action works on; for `a.b:list` that of b. */
  collection: Collection;
  /** For `a.b:list`: a, and the name of the relation. */
  source: { collection: Collection; association: string; id: unknown } | null;
  isGuarded: boolean;
  /** NocoBase lets everybody use the action; its own handler decides what it shows. */
  isOpen: boolean;
}

/** @returns null when the request is not about a collection of the main data source */
export function guardedRequest(ctx: Context, app: Application, access: AccessDeclarations): GuardedRequest | null {
  const identity = currentIdentity();
  const main = ctx.get('x-data-source') || 'main';
  if (!identity || main !== 'main' || !ctx.action) return null;
  const collection = collectionOf(ctx);
  if (!collection) return null;
  const [first, association] = ctx.action.resourceName.split('.');
  const source = association
    ? { collection: app.db.getCollection(first), association, id: ctx.action.sourceId as unknown }
    : null;
  const watched = isGuarded(access, collection) || (source !== null && isGuarded(access, source.collection));
  return {
    identity,
    rights: rightsOf(app, identity),
    collection,
    source,
    isGuarded: watched,
    isOpen: Boolean((ctx.permission as { skip?: boolean } | undefined)?.skip) && !identity.isAdministrator,
  };
}
