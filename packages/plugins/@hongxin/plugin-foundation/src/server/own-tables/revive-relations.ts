import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';

const RELATIONS = ['belongsTo', 'hasOne', 'hasMany', 'belongsToMany', 'belongsToArray'];

/**
 * Relations, regions among them, that were made at `/v/` before their `source` was dropped: it names the table they are in,
 * so the database leaves them out without a word. Without it NocoBase takes them into use and makes their columns and the
 * table between. A field that is alive, or that belongs to a view, is left alone, so that this may run at every upgrade.
 */
export async function reviveRelations(db: Database): Promise<void> {
  const repository = db.getRepository('fields');
  const rows = (await repository.find({ filter: { type: RELATIONS } })) as Model[];
  for (const row of rows) {
    const collection = db.getCollection(String(row.get('collectionName')));
    if (!collection || row.get('source') !== collection.name || collection.isView()) continue;
    // with a context NocoBase loads the field, brings its table up to date and tells other processes
    await repository.update({ filterByTk: row.get('key') as string, values: { source: null }, context: {} });
    const through: unknown = row.get('through');
    if (typeof through === 'string') await db.getCollection(through)?.sync({ force: false, alter: { drop: false } });
  }
}
