import type { Transaction } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { clock } from '../clock';

/** Keys under which NocoBase remembers what an account is and may do; a test fails when it reads others. */
const KEYS = (userId: string): string[] => [
  `roles:${userId}`,
  `roles:${userId}:defaultRole`,
  `departments:${userId}`,
  `auth:${userId}`,
];
/**
 * How long what NocoBase remembers of an account counts, in milliseconds [default]. It is told of every change; this is for a
 * process that no message reaches.
 */
const GOOD_FOR = 60_000;
/** A request that read before the commit may put back afterwards what it has read, so it is forgotten once more, in milliseconds. */
const ONCE_MORE_AFTER = 1000;

/** What one process of the pack tells the others. */
export interface ForgetUsers {
  type: 'forgetUsers';
  userIds: readonly string[];
}

const isForgetUsers = (message: unknown): message is ForgetUsers =>
  typeof message === 'object' &&
  message !== null &&
  (message as ForgetUsers).type === 'forgetUsers' &&
  Array.isArray((message as ForgetUsers).userIds);

/** NocoBase's memory of accounts: their roles, default role, departments and sessions. */
export class UserCaches {
  private readonly freshUntil = new Map<string, number>();

  constructor(private readonly plugin: Plugin) {}

  /** Forgets accounts here and on every other process: at once, or after the commit of the change. */
  async forget(users: readonly unknown[], transaction?: Transaction | null): Promise<void> {
    const userIds = [...new Set(users.map(String))];
    if (userIds.length === 0) return;
    if (!transaction) return this.forgetEverywhere(userIds);
    transaction.afterCommit(() => this.forgetEverywhere(userIds));
  }

  /** What another process has told. */
  async hear(message: unknown): Promise<void> {
    if (isForgetUsers(message)) await this.forgetHere(message.userIds.map(String));
  }

  /** Forgets an account whose time limit has passed; costs nothing before. */
  async forgetOld(userId: string): Promise<void> {
    const now = clock.now().getTime();
    const until = this.freshUntil.get(userId);
    if (until !== undefined && now < until && now >= until - GOOD_FOR) return;
    this.freshUntil.set(userId, now + GOOD_FOR);
    if (until !== undefined) await this.drop([userId]);
  }

  private async forgetEverywhere(userIds: readonly string[]): Promise<void> {
    await this.forgetHere(userIds);
    const message: ForgetUsers = { type: 'forgetUsers', userIds };
    await this.plugin.sendSyncMessage(message);
  }

  private async forgetHere(userIds: readonly string[]): Promise<void> {
    await this.drop(userIds);
    setTimeout(() => {
      this.drop(userIds).catch((error: Error) =>
        this.plugin.app.logger.error(`forgetting accounts: ${error.message}`, { stack: error.stack }),
      );
    }, ONCE_MORE_AFTER).unref();
  }

  private async drop(userIds: readonly string[]): Promise<void> {
    const { cache } = this.plugin.app;
    await Promise.all(userIds.flatMap(KEYS).map((key) => cache.del(key)));
  }
}
