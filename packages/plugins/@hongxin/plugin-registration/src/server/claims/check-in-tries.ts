import type { Context, Next } from '@nocobase/actions';
import {
  clock,
  currentIdentity,
  foundationOf,
  handler,
  isRefusal,
  refuse,
  selectRows,
} from '@hongxin/plugin-foundation';
import type { Application } from '@nocobase/server';

/** Wrong check-in codes of one account at one post, and how long it then waits [default]. */
const TRIES = { limit: 5, windowMinutes: 10, lockMinutes: 10 };
const WRONG = 'CHECK_IN_CODE_WRONG';

/**
 * A check-in code has four digits or little more: somebody at home would have tried them all in minutes. Every attempt is
 * counted before it is looked at, so that of many at once no more than the limit are; one that is refused for another
 * reason, or right, does not count. By account and post: claiming anew gives no further tries.
 */
export function limitCheckInTries(app: Application): void {
  app.resourceManager.use(handler(countTries(app)), { tag: 'hxCheckInTries', after: 'hxWriteGuard' });
}

function countTries(app: Application) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { resourceName, actionName, params } = ctx.action ?? {};
    const userId = currentIdentity()?.userId ?? null;
    const { transition } = (params?.values ?? {}) as { transition?: unknown };
    if (resourceName !== 'hxClaims' || actionName !== 'transition' || transition !== 'checkIn' || userId === null)
      return next();
    const postId = await postWithCode(app, params.filterByTk);
    if (postId === null) return next();
    const { counter } = foundationOf(app).accounts.lockOut;
    const counted = [{ key: `checkIn/${userId}/${postId}`, ...TRIES }];
    const { lockedUntil } = await counter.begin(counted, clock.now());
    if (lockedUntil !== null) {
      const minutes = Math.max(1, Math.ceil((lockedUntil.getTime() - clock.now().getTime()) / 60_000));
      throw refuse(429, 'CHECK_IN_LOCKED', { minutes }, 'checkInCode');
    }
    try {
      await next();
    } catch (error) {
      if (!isRefusal(error) || !error.reasons.some(({ code }) => code === WRONG)) await counter.takeBack(counted);
      throw error;
    }
    await counter.forget(counted[0].key);
  };
}

async function postWithCode(app: Application, claimId: unknown): Promise<string | null> {
  if (!/^\d{1,18}$/.test(String(claimId))) return null;
  const [row] = await selectRows<{ postId: string }>(
    { db: app.db },
    `SELECT p.id::text AS "postId" FROM {hxClaims} c JOIN {hxServicePosts} p ON p.id = c."postId"
     WHERE c.id = :claimId AND p."checkInCode" IS NOT NULL`,
    { claimId: String(claimId) },
  );
  return row?.postId ?? null;
}
