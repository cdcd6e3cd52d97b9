import type { Context, Next } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { clock } from '../clock';
import { refuse } from '../errors';
import type { EventEntry, EventLog } from '../events';
import type { SettingsService } from '../settings';
import { clientAddress, hashed, maskedAddress } from './address';
import { FailureCounter } from './failure-counter';
import { LOCK_OUT, type LockOutRules } from './lock-out-setting';

const ACCOUNT_MAX = 255;
const ADDRESS_KEY = 'address/';
const ACCOUNT_KEY = 'account/';

/**
 * Sign-ins that fail are traced and counted; an account or an address that fails too often waits. An account that does
 * not exist counts, waits and answers like one that does, so nobody learns which accounts there are. The log keeps who
 * was meant, where that is known, and the network the attempt came from; never what was typed.
 */
export class LockOut {
  readonly counter: FailureCounter;
  /** Proxies of our own in front of the application. */
  trustedProxies = Number(process.env.HX_TRUSTED_PROXIES ?? 0);

  constructor(
    private readonly app: Application,
    private readonly settings: SettingsService,
    private readonly events: () => EventLog,
  ) {
    this.counter = new FailureCounter(app.db);
  }

  /** Goes around `auth:signIn`. */
  async guard(ctx: Context, next: Next): Promise<void> {
    const account = accountOf(ctx);
    if (ctx.action?.resourceName !== 'auth' || ctx.action.actionName !== 'signIn' || account === null) return next();
    const rules = await this.settings.get(LOCK_OUT);
    const address = clientAddress(ctx, this.trustedProxies);
    const keys = [this.keyOfAccount(account), ...(address === null ? [] : [hashed(ADDRESS_KEY, address)])];
    const until = await this.counter.lockedUntil(keys);
    if (until) throw this.refusal(ctx, until);
    try {
      await next();
    } catch (error) {
      if ((error as { status?: unknown }).status === 401) await this.failed(account, address, rules);
      throw error;
    }
    await this.counter.forget(keys[0]);
  }

  /** Lets an account sign in again at once. @returns whether there was anything to undo */
  async unlock(user: Model, actorId: number | null): Promise<boolean> {
    const names = ['username', 'email', 'phone'].map((field) => user.get(field)).filter((each) => Boolean(each));
    const undone = await Promise.all(names.map((name) => this.counter.forget(this.keyOfAccount(String(name)))));
    if (!undone.includes(true)) return false;
    await this.write({
      collectionName: 'users',
      recordId: String(user.get('id')),
      transition: 'signInUnlocked',
      actorId,
    });
    return true;
  }

  private async failed(account: string, address: string | null, rules: LockOutRules): Promise<void> {
    const { accountFailures, addressFailures, windowMinutes, lockMinutes } = rules;
    const userId = await this.userOf(account);
    const about = { collectionName: 'users', recordId: userId === null ? '*' : String(userId), actorId: null };
    const network = maskedAddress(address);
    await this.write({ ...about, transition: 'signInFailed', details: { network } });
    const count = (key: string, limit: number): Promise<boolean> =>
      this.counter.fail({ key, limit, windowMinutes, lockMinutes });
    const locked = { ...about, transition: 'signInLocked' };
    if (await count(this.keyOfAccount(account), accountFailures))
      await this.write({ ...locked, details: { by: 'account', minutes: lockMinutes, network } });
    if (address !== null && (await count(hashed(ADDRESS_KEY, address), addressFailures)))
      await this.write({ ...locked, recordId: '*', details: { by: 'address', minutes: lockMinutes, network } });
  }

  private refusal(ctx: Context, until: Date) {
    const seconds = Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 1000));
    ctx.set('Retry-After', String(seconds));
    return refuse(429, 'SIGN_IN_LOCKED', { minutes: Math.ceil(seconds / 60) });
  }

  private async userOf(account: string): Promise<number | null> {
    const filter = { $or: [{ username: account }, { email: account }] };
    const user = await this.app.db.getRepository('users').findOne({ filter, fields: ['id'] });
    return user ? Number(user.get('id')) : null;
  }

  private keyOfAccount(account: string): string {
    return hashed(ACCOUNT_KEY, account.normalize('NFKC').trim().toLowerCase());
  }

  private async write(entry: EventEntry): Promise<void> {
    await this.app.db.sequelize.transaction((transaction) => this.events().append(entry, transaction));
  }
}

function accountOf(ctx: Context): string | null {
  const { account, email, username } = (ctx.action?.params.values ?? {}) as Record<string, unknown>;
  const given = account ?? email ?? username;
  return typeof given === 'string' && given !== '' ? given.slice(0, ACCOUNT_MAX) : null;
}
