import type Database from '@nocobase/database';
import { select } from '../database/sql';

/** Where the pack's pages are, by the key they were seeded under; a page the administrator deleted is missing. */
export async function pageAddresses(db: Database): Promise<ReadonlyMap<string, string>> {
  if (!db.hasCollection('hxSeeds')) return new Map();
  const rows = await select<{ key: string; uid: string }>(
    { db },
    `SELECT "key", "uid" FROM {hxSeeds} WHERE kind = 'page' AND "uid" IS NOT NULL AND "status" <> 'removed'`,
  );
  return new Map(rows.map((row) => [row.key, `/admin/${row.uid}`]));
}
