import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';

/**
 * NocoBase opens its AI employees to every new role. What a role of the pack reads is personal data, and a city decides
 * itself whether a model may be asked about it: a new role starts without any, and an administrator may give it some.
 * Where NocoBase runs without AI employees there is nothing to do.
 */
export async function withholdAssistants(db: Database, role: string, transaction?: Transaction): Promise<void> {
  if (!db.getCollection('roles').hasField('aiEmployees')) return;
  const values = { allowNewAiEmployee: false, aiEmployees: [] };
  await db.getRepository('roles').update({ filterByTk: role, values, transaction });
}
