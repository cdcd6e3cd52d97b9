import type { Collection } from '@nocobase/database';
import { isMadeByAdministrator, isWatchedCollection } from '../own-tables/made-by-administrators';
import type { AccessDeclarations } from './declarations';

/**
 * Whether the pack's guards watch a collection: those of the pack, and those an administrator made. NocoBase's own
 * tables keep NocoBase's behaviour.
 */
export const isGuarded = (access: AccessDeclarations, collection: Collection): boolean =>
  access.declarationOf(collection.name) !== undefined || isWatchedCollection(collection);

/** Tables the foundation itself writes in the course of a user's request; closed to users by other means. */
export function isInternal(access: AccessDeclarations, collection: Collection): boolean {
  const declaration = access.declarationOf(collection.name);
  if (declaration) return declaration.scope === 'internal';
  // an administrator may call a table hx… as well
  return collection.name.startsWith('hx') && !isMadeByAdministrator(collection);
}
