import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { clock } from '../clock';
import { refuse } from '../errors';
import type { EventEntry, EventLog } from '../events';
import type { SettingsService } from '../settings';
import { clientAddress, hashed, maskedAddress } from './address';
import { FailureCounter, type Counted } from './failure-counter';
import { LOCK_OUT, type LockOutRules } from './lock-out-setting';

const ADDRESS_KEY = 'address/';
const ACCOUNT_KEY = 'account/';
const USER_KEY = 'user/';

/** Whose password is tried: the names that were given, and the user they mean, where there is one. */
export interface Tried {
  names: readonly string[];
  userId: number | null;
}

/**
 * Passwords that are wrong are traced and counted; an account or an address that fails too often waits. An account that
 * does not exist counts, waits and answers like one that does, so nobody learns which accounts there are. The log keeps
 * who was meant, where that is known, and the network the attempt came from; never what was typed.
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

  /**
   * Runs `check`, which answers 401 to a wrong password.
   * @throws Refusal 429 where the account or the address has to wait
   */
  async attempt(ctx: Context, tried: Tried, check: () => Promise<void>): Promise<void> {
    const rules = await this.settings.get(LOCK_OUT);
    const address = clientAddress(ctx, this.trustedProxies);
    const counted = this.counted(tried, address, rules);
    const begun = await this.counter.begin(counted, clock.now());
    if (begun.lockedUntil !== null) throw this.refusal(ctx, begun.lockedUntil);
    try {
      await check();
    } catch (error) {
      if (statusOf(error) === 401) await this.failed(tried, address, rules, begun.reached);
      else await this.counter.takeBack(counted);
      throw error;
    }
    const ofAddress = counted.filter(({ key }) => key.startsWith(ADDRESS_KEY));
    await this.counter.takeBack(ofAddress);
    for (const { key } of counted) if (!key.startsWith(ADDRESS_KEY)) await this.counter.forget(key);
  }

  /** Lets an account sign in again at once. @returns whether there was anything to undo */
  async unlock(user: Model, actorId: number | null): Promise<boolean> {
    const names = ['username', 'email', 'phone'].map((field) => user.get(field)).filter((each) => Boolean(each));
    const keys = [...names.map((name) => keyOfName(String(name))), keyOfUser(Number(user.get('id')))];
    const undone = await Promise.all(keys.map((key) => this.counter.forget(key)));
    if (!undone.includes(true)) return false;
    await this.write({
      collectionName: 'users',
      recordId: String(user.get('id')),
      transition: 'signInUnlocked',
      actorId,
    });
    return true;
  }

  /** Every name that was given is counted, and the user too: who has two names has no more attempts than others. */
  private counted(tried: Tried, address: string | null, rules: LockOutRules): Counted[] {
    const { accountFailures, addressFailures, windowMinutes, lockMinutes } = rules;
    const keys = new Set(tried.names.map(keyOfName));
    if (tried.userId !== null) keys.add(keyOfUser(tried.userId));
    const time = { windowMinutes, lockMinutes };
    return [
      ...[...keys].map((key) => ({ key, limit: accountFailures, ...time })),
      ...(address === null ? [] : [{ key: hashed(ADDRESS_KEY, address), limit: addressFailures, ...time }]),
    ];
  }

  private async failed(
    { userId }: Tried,
    address: string | null,
    { lockMinutes }: LockOutRules,
    reached: ReadonlySet<string>,
  ): Promise<void> {
    const about = { collectionName: 'users', recordId: userId === null ? '*' : String(userId), actorId: null };
    const network = maskedAddress(address);
    await this.write({ ...about, transition: 'signInFailed', details: { network } });
    const locked = { ...about, transition: 'signInLocked' };
    const keys = [...reached];
    if (keys.some((key) => !key.startsWith(ADDRESS_KEY)))
      await this.write({ ...locked, details: { by: 'account', minutes: lockMinutes, network } });
    if (keys.some((key) => key.startsWith(ADDRESS_KEY)))
      await this.write({ ...locked, recordId: '*', details: { by: 'address', minutes: lockMinutes, network } });
  }

  private refusal(ctx: Context, until: Date) {
    const seconds = Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 1000));
    ctx.set('Retry-After', String(seconds));
    return refuse(429, 'SIGN_IN_LOCKED', { minutes: Math.ceil(seconds / 60) });
  }

  private async write(entry: EventEntry): Promise<void> {
    await this.app.db.sequelize.transaction((transaction) => this.events().append(entry, transaction));
  }
}

const keyOfName = (name: string): string => hashed(ACCOUNT_KEY, name.normalize('NFKC').trim().toLowerCase());
const keyOfUser = (id: number): string => hashed(USER_KEY, String(id));

export const statusOf = (error: unknown): unknown => (error as { status?: unknown } | null)?.status;
