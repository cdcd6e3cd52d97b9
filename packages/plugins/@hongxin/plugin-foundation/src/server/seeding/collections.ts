import type Database from '@nocobase/database';
import type { Collection, Model } from '@nocobase/database';

interface CollectionRepository {
  db2cm(name: string): Promise<void>;
}

/** A plugin's own collections, except those it keeps to itself (`hidden`). */
export function collectionsOf(db: Database, pluginName: string): Collection[] {
  return [...db.collections.values()].filter((each) => each.options.origin === pluginName && !each.options.hidden);
}

/**
 * Shows a plugin's collections in Data source manager and in the block menus: the rows that NocoBase's own plugins
 * write for theirs, plus the rows of fields that a later version has added. Rows that exist are the administrator's.
 */
export async function publishCollections(db: Database, pluginName: string): Promise<void> {
  const repository = db.getRepository('collections') as unknown as CollectionRepository;
  for (const collection of collectionsOf(db, pluginName)) {
    await repository.db2cm(collection.name);
    await publishNewFields(db, collection);
  }
}

async function publishNewFields(db: Database, collection: Collection): Promise<void> {
  const repository = db.getRepository('fields');
  const rows: Model[] = await repository.find({ filter: { collectionName: collection.name } });
  const published = new Set(rows.map((row) => row.get('name')));
  for (const [name, field] of collection.fields) {
    if (published.has(name)) continue;
    await repository.create({ values: { ...field.options, name, collectionName: collection.name } });
  }
}
