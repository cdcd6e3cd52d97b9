import type { Collection } from '@nocobase/database';
import type { AccessControl } from './index';

/**
 * Whether the pack's guards watch a collection: those of the pack, and those an administrator made (they have no
 * plugin they come from). NocoBase's own tables keep NocoBase's behaviour.
 */
export function isGuarded(access: AccessControl, collection: Collection): boolean {
  const { name, options } = collection;
  if (access.declarationOf(name) || name.startsWith('hx')) return true;
  return Boolean(options.loadedFromCollectionManager) && !options.origin;
}

/** Tables the foundation itself writes in the course of a user's request; closed to users by other means. */
export function isInternal(access: AccessControl, collection: Collection): boolean {
  const declaration = access.declarationOf(collection.name);
  return declaration ? declaration.scope === 'internal' : collection.name.startsWith('hx');
}
