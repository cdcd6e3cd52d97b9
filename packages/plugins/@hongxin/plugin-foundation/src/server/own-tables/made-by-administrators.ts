import type { Collection } from '@nocobase/database';
import type Database from '@nocobase/database';

interface Described {
  loadedFromCollectionManager?: boolean;
  isThrough?: boolean;
}

/** Names of the collections that code has defined, the host's and the pack's, by database. */
const defined = new WeakMap<Database, Set<string>>();

/** Takes down what code defines, before the rows of NocoBase's table `collections` are loaded. */
export function watchDefinitions(db: Database): void {
  if (defined.has(db)) return;
  const names = new Set<string>();
  defined.set(db, names);
  const note = ({ name, options }: Collection): void => {
    const { loadedFromCollectionManager, isThrough } = options as Described;
    // a table between two others is whose its row says
    if (!loadedFromCollectionManager && !isThrough) names.add(name);
  };
  for (const collection of db.collections.values()) note(collection);
  db.on('afterDefineCollection', note);
}

/**
 * Whether an administrator has made the collection: it is known from its row alone. What the row says it comes from
 * (`origin`) tells nothing: NocoBase writes its own plugin there for every one, and a request may write anything.
 */
export const isMadeByAdministrator = ({ name, db, options }: Collection): boolean =>
  Boolean((options as Described).loadedFromCollectionManager) && !defined.get(db)?.has(name);

/** Collections whose records the pack answers for: its own, and those that administrators have made. */
export function isWatchedCollection(collection: Collection | null | undefined): collection is Collection {
  // NocoBase answers null for a name that it does not know
  if (!collection) return false;
  return collection.name.startsWith('hx') || isMadeByAdministrator(collection);
}
