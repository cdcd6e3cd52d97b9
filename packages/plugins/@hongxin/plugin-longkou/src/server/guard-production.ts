import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { DEMO_USERNAMES } from './accounts';
import { demoAccountsAllowed } from './policy';

/**
 * Production does not start while demo accounts exist: everybody who has read the documentation knows their names.
 * @throws Error in one sentence that says what to do
 */
export async function refuseDemoAccountsInProduction(
  db: Database,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  if (demoAccountsAllowed(environment)) return;
  if (!(await db.collectionExistsInDb('users'))) return;
  const found = await db
    .getRepository('users')
    .find({ filter: { username: { $in: [...DEMO_USERNAMES] } }, fields: ['username'] });
  if (found.length === 0) return;
  const names = found.map((user: Model) => String(user.get('username'))).join(', ');
  throw new Error(
    `Production refuses to start: demo accounts exist (${names}); delete them, or set HX_DEMO=longkou if this really is a demonstration.`,
  );
}
