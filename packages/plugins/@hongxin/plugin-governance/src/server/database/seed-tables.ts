import type Database from '@nocobase/database';
import { DICTIONARIES } from '../dictionaries/shipped';
import { POST_TYPES } from '../post-types/shipped';

/**
 * Writes dictionaries and post types into empty tables. What an administrator changed, disabled or deleted
 * afterwards stays so: a dictionary that has any item, or a table that has any type, is left alone.
 */
export async function seedTables(db: Database): Promise<void> {
  await db.sequelize.transaction(async (transaction) => {
    const types = db.getRepository('hxPostTypes');
    if ((await types.count({ transaction })) === 0) {
      await types.createMany({
        records: POST_TYPES.map((type, index) => ({ ...type, sort: (index + 1) * 10, enabled: true })),
        transaction,
      });
    }
    const items = db.getRepository('hxDictionaryItems');
    for (const [dictionary, entries] of Object.entries(DICTIONARIES)) {
      if ((await items.count({ filter: { dictionary }, transaction })) > 0) continue;
      const records = entries.map((entry, index) => ({
        dictionary,
        code: entry.code,
        title: entry.zh,
        titleEn: entry.en,
        sort: (index + 1) * 10,
        enabled: true,
        source: entry.source,
      }));
      await items.createMany({ records, transaction });
    }
  });
}
