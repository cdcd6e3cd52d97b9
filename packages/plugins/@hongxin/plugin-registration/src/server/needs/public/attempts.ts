import { refuse, execute, selectRows, type Scope } from '@hongxin/plugin-foundation';
import { keyedDigest } from './digest';

/** How often something may be tried, in so many minutes [default]. */
export interface Limit {
  purpose: string;
  count: number;
  minutes: number;
}

export const RAISE_BY_ADDRESS: Limit = { purpose: 'raise', count: 5, minutes: 60 };
export const RAISE_BY_CONTENT: Limit = { purpose: 'content', count: 1, minutes: 24 * 60 };
/** Whatever comes from wherever: the community reads every one. */
export const RAISE_BY_ALL: Limit = { purpose: 'all', count: 300, minutes: 24 * 60 };
export const FOLLOW_BY_ADDRESS: Limit = { purpose: 'follow', count: 30, minutes: 10 };
export const QUESTION_ONCE: Limit = { purpose: 'question', count: 1, minutes: 60 };
export const ASK_BY_ADDRESS: Limit = { purpose: 'ask', count: 60, minutes: 10 };

/**
 * Counts an attempt, in the caller's transaction or in one of its own: two attempts of the same kind wait for each other,
 * so that a limit holds whoever presses at once.
 * @returns false when the limit is reached; nothing is counted then
 */
export async function countAttempt(limit: Limit, content: string, now: Date, scope: Scope): Promise<boolean> {
  const { transaction } = scope;
  if (!transaction)
    return scope.db.sequelize.transaction((own) => countAttempt(limit, content, now, { ...scope, transaction: own }));
  const digest = keyedDigest(limit.purpose, content);
  await selectRows(scope, `SELECT pg_advisory_xact_lock(hashtext('hxPublicAttempts'), hashtext(:digest))`, { digest });
  const [{ count }] = await selectRows<{ count: number }>(
    scope,
    'SELECT count(*)::int AS count FROM {hxPublicAttempts} WHERE purpose = :purpose AND digest = :digest AND at > :since',
    { purpose: limit.purpose, digest, since: new Date(now.getTime() - limit.minutes * 60_000) },
  );
  if (count >= limit.count) return false;
  await execute(scope, 'INSERT INTO {hxPublicAttempts} (purpose, digest, at) VALUES (:purpose, :digest, :at)', {
    purpose: limit.purpose,
    digest,
    at: now,
  });
  return true;
}

/** @throws Refusal 429 when the limit is reached */
export async function requireAttempt(limit: Limit, content: string, now: Date, scope: Scope): Promise<void> {
  if (!(await countAttempt(limit, content, now, scope)))
    throw refuse(429, 'TOO_MANY_ATTEMPTS', { minutes: limit.minutes });
}

/** Forgets what no limit asks for any more. */
export async function purgeAttempts(now: Date, scope: Scope): Promise<void> {
  await execute(scope, 'DELETE FROM {hxPublicAttempts} WHERE at < :before', {
    before: new Date(now.getTime() - 2 * 86_400_000),
  });
}
