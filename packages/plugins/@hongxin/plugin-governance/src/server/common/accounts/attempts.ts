import { clientAddress, clock, foundationOf, hashedAddress, refuse } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import type { Application } from '@nocobase/server';

/** Attempts from one address in an hour [default]; an office shares one. */
const PER_ADDRESS = 20;
/** Attempts from everywhere in an hour, where a proxy hides the addresses. */
const OVERALL = 200;
const HOUR = 60;

/**
 * Public doors are counted like failed sign-ins: whoever knocks too often waits.
 * @throws Refusal 429
 */
export async function requirePatience(app: Application, ctx: Context, door: string): Promise<void> {
  const { lockOut } = foundationOf(app).accounts;
  const address = clientAddress(ctx, lockOut.trustedProxies);
  const key = `${door}/${address === null ? '*' : hashedAddress(address)}`;
  const limit = address === null ? OVERALL : PER_ADDRESS;
  const counted = { key, limit, windowMinutes: HOUR, lockMinutes: HOUR };
  const { lockedUntil } = await lockOut.counter.begin([counted], clock.now());
  if (lockedUntil !== null) throw refuse(429, 'ACCOUNT_TOO_MANY');
}
