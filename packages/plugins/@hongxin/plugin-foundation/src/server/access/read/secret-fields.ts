import type { Collection } from '@nocobase/database';
import { refuse } from '../../errors';

/**
 * Whether NocoBase never shows a field, to nobody: hashes of passwords, tokens. Counted, grouped, sorted or filtered by, it
 * would be told all the same, whole or letter by letter. A hidden place in a list orders it only.
 */
export function isSecret(collection: Collection | undefined, name: string): boolean {
  const field = collection?.getField(name);
  return (Boolean(field?.options.hidden) && field?.type !== 'sort') || field?.type === 'password';
}

/**
 * Holds what a request reads by free of such fields, for administrators too and in every collection.
 * @throws Refusal 403 naming the field
 */
export function requireNoSecret(collection: Collection, ...asked: readonly unknown[]): void {
  for (const each of asked) walk(collection, each, []);
}

/** Names are keys of filters and texts of lists (`sort`, fields of charts); values of filters are looked at in vain. */
function walk(root: Collection, node: unknown, path: readonly string[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const here = [...path, ...key.split('.').filter((token) => !token.startsWith('$') && !/^\d+$/.test(token))];
    requireOpen(root, here);
    if (!key.includes('$') || typeof value === 'object') walk(root, value, here);
  }
}

/** @throws Refusal 403 where a hop of a path is secret */
export function requireOpen(root: Collection, path: readonly string[]): void {
  let collection: Collection | undefined = root;
  for (const name of path) {
    if (isSecret(collection, name)) throw refuse(403, 'FIELD_NOT_VISIBLE', {}, path.join('.').slice(0, 100));
    const target: unknown = collection?.getField(name)?.target;
    collection = typeof target === 'string' ? root.db.getCollection(target) : undefined;
  }
}
