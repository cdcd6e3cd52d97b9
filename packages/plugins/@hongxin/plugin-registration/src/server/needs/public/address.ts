import type { Context } from '@nocobase/actions';
import { clientAddress, foundationOf } from '@hongxin/plugin-foundation';

/** Who comes from the machine itself, all together: a proxy of our own is to be named in `HX_TRUSTED_PROXIES`. */
const THIS_MACHINE = 'localhost';

/** Where a request comes from, by the rule that counts sign-ins too: what a caller writes about itself is not believed. */
export function addressOf(ctx: Context): string {
  return clientAddress(ctx, foundationOf(ctx.app).accounts.lockOut.trustedProxies) ?? THIS_MACHINE;
}
