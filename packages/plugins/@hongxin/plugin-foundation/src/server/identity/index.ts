import type { Plugin } from '@nocobase/server';
import type { Transaction } from '@nocobase/database';
import { chinaDay } from '@hongxin/rules/mechanism';
import { clock } from '../clock';
import type { AreaGrant, AreaGrantProvider } from '../domain';
import { handler } from '../handler';
import { defaultRoleGuard } from './default-role';
import { NewDay } from './new-day';
import { currentIdentity, runAs, runAsSystem } from './identity';
import { registerOperator } from './operator';
import { type RequestState, resolveIdentity } from './resolve';
import { UserCaches } from './user-caches';
import { watchUserChanges } from './user-changes';

export { currentIdentity, runAs, runAsSystem, type Identity } from './identity';
export { IN_AREAS_OF } from './operator';
export { rangesOf } from './ranges';

/** Resolves who is behind each request and where their posts reach. */
export class Identities {
  private provider: AreaGrantProvider = async () => [];
  readonly current = currentIdentity;
  readonly runAs = runAs;
  readonly runAsSystem = runAsSystem;
  /** What NocoBase remembers of accounts. */
  readonly caches: UserCaches;
  /** What a new day in China changes about who may do what; done before the day's first request is looked at. */
  readonly newDay = new NewDay();

  constructor(protected readonly plugin: Plugin) {
    this.caches = new UserCaches(plugin);
  }

  /** plugin-governance says which areas a user's current posts give. @returns who answered until now, to ask them too */
  provideAreaGrants(provider: AreaGrantProvider): AreaGrantProvider {
    const before = this.provider;
    this.provider = provider;
    return before;
  }

  /** Where a user's current posts give which role, read anew; inside a transaction it uses no further connection. */
  async areaGrantsOf(userId: number, transaction?: Transaction): Promise<AreaGrant[]> {
    return this.provider(userId, chinaDay(clock.now()), transaction);
  }

  async load(): Promise<void> {
    const { app } = this.plugin;
    registerOperator(app.db);
    watchUserChanges(app.db, this.caches);
    // Before NocoBase looks up the roles of the account: those of yesterday's posts are gone by then.
    app.resourceManager.use(
      async (context, next) => {
        await this.newDay.begin();
        const user = (context.state as RequestState).currentUser;
        if (user) await this.caches.forgetOld(String(user.id));
        await next();
      },
      { tag: 'hxNewDay', after: 'auth', before: 'setCurrentRole' },
    );
    // Between NocoBase's choice of the roles in force and its access check: everything later runs with the identity.
    app.resourceManager.use(
      async (context, next) => {
        const identity = await resolveIdentity(context.state as RequestState, app.acl, this.provider);
        await runAs(identity, next);
      },
      { tag: 'hxIdentity', after: 'setCurrentRole', before: 'acl' },
    );
    app.resourceManager.use(handler(defaultRoleGuard), { tag: 'hxDefaultRole', after: ['acl', 'hxIdentity'] });
  }
}
