import type Database from '@nocobase/database';
import type { Filter, Model } from '@nocobase/database';

export type SeedKind = 'page' | 'role' | 'workflow' | 'collection' | 'brand';

/**
 * `writing`: begun and not finished, so it is still ours to write; `current`: as shipped, or edited since;
 * `outdated`: edited, and a newer version waits; `removed`: the administrator has deleted it.
 */
export type SeedStatus = 'writing' | 'current' | 'outdated' | 'removed';

export interface SeedEntry {
  key: string;
  plugin: string;
  kind: SeedKind;
  title: string;
  version: number;
  appliedHash: string | null;
  uid: string | null;
  status: SeedStatus;
  options: Record<string, unknown>;
}

/** hxSeeds: what was written, and in which shape. */
export class SeedLedger {
  constructor(private readonly db: Database) {}

  private get repository() {
    return this.db.getRepository('hxSeeds');
  }

  async find(key: string): Promise<SeedEntry | null> {
    const row: Model | null = await this.repository.findOne({ filter: { key } });
    return row ? entryOf(row) : null;
  }

  async findById(id: number | string): Promise<SeedEntry | null> {
    const row: Model | null = await this.repository.findOne({ filterByTk: id });
    return row ? entryOf(row) : null;
  }

  async list(filter: Filter = {}): Promise<(SeedEntry & { id: number; updatedAt: string })[]> {
    const rows: Model[] = await this.repository.find({ filter, sort: ['kind', 'plugin', 'key'] });
    return rows.map((row) => ({
      id: row.get('id') as number,
      updatedAt: (row.get('updatedAt') as Date).toISOString(),
      ...entryOf(row),
    }));
  }

  /** Writes the entry of this key, new or existing. */
  async save(entry: Pick<SeedEntry, 'key' | 'plugin' | 'kind'> & Partial<SeedEntry>): Promise<void> {
    const existing: Model | null = await this.repository.findOne({ filter: { key: entry.key } });
    if (existing) await this.repository.update({ filterByTk: existing.get('id') as number, values: entry });
    else
      await this.repository.create({
        values: { version: 0, options: {}, status: 'current', title: entry.key, ...entry },
      });
  }
}

function entryOf(row: Model): SeedEntry {
  const { key, plugin, kind, title, version, appliedHash, uid, status, options } = row.toJSON() as SeedEntry;
  return { key, plugin, kind, title, version, appliedHash, uid, status, options: options ?? {} };
}
