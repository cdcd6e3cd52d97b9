import type Database from '@nocobase/database';
import type { Application } from '@nocobase/server';

const applications = new WeakMap<Database, Application>();

/** Rules of records are given a database; what the caller may do is asked of its application. */
export const rememberApplication = (app: Application): unknown => applications.set(app.db, app);

/** @throws when the foundation is not part of the application */
export function applicationOf(db: Database): Application {
  const app = applications.get(db);
  if (!app) throw new Error('the foundation must be loaded before a rule asks what its caller may do');
  return app;
}
