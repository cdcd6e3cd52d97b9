import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';

/** The one row of NocoBase's system settings, with its logo. */
export async function systemSettings(app: Application): Promise<Model> {
  const row: Model | null = await app.db.getRepository('systemSettings').findOne({ appends: ['logo'] });
  if (!row) throw new Error('NocoBase has no system settings yet: its own plugins must be installed first');
  return row;
}
