import type { Plugin } from '@nocobase/server';
import { refuse } from '../errors';
import type { EventLog } from '../events';
import { handler } from '../handler';
import type { Jobs } from '../jobs';
import { action, type ActionsOfResource } from '../own-actions';
import type { SettingsService } from '../settings';
import { AuthDoors } from './auth-doors';
import { LockOut } from './lock-out';
import { LOCK_OUT } from './lock-out-setting';
import { refuseUnsafeEnvironment } from './production';
import { readSecretOnce } from './token-secret';

/** Who may come in: failed sign-ins are counted, and an environment that is not safe does not start. */
export class Accounts {
  private lockOutService?: LockOut;

  constructor(
    private readonly plugin: Plugin,
    private readonly uses: { settings: SettingsService; events: EventLog; jobs: Jobs },
  ) {}

  load(): void {
    const { app } = this.plugin;
    const { settings, jobs } = this.uses;
    settings.define(LOCK_OUT);
    readSecretOnce(app.authManager);
    app.on('beforeStart', () => refuseUnsafeEnvironment(process.env));
    app.resourceManager.use(handler(new AuthDoors(() => this.lockOut).guard), {
      tag: 'hxLockOut',
      after: 'auth',
      before: 'acl',
    });
    jobs.add({
      name: 'foundation.purgeSignIns',
      at: '0 41 3 * * *',
      run: (now) => this.lockOut.counter.purge(now),
    });
  }

  get lockOut(): LockOut {
    this.lockOutService ??= new LockOut(this.plugin.app, this.uses.settings, () => this.uses.events);
    return this.lockOutService;
  }

  readonly actions: ActionsOfResource = {
    /** POST hxAccounts:unlock/<user id>; whoever may unlock need not see the users' table */
    unlock: action({ right: 'pm.hongxin.privacy', record: 'key' }, async ({ id, userId }) => {
      const user = await this.plugin.app.db.getRepository('users').findOne({ filterByTk: id });
      if (!user) throw refuse(404, 'RECORD_NOT_FOUND');
      return { unlocked: await this.lockOut.unlock(user, userId) };
    }),
  };
}
