import type { Context, Next } from '@nocobase/actions';
import { refuse } from '../errors';
import { currentIdentity } from '../identity';

/** Resources that NocoBase opens to whoever is signed in, though they tell about the machine: its name, addresses, database. */
const OF_THE_MACHINE = new Set(['license']);

/** What is the business of administrators alone. */
export async function machineGuard(ctx: Context, next: Next): Promise<void> {
  if (OF_THE_MACHINE.has(String(ctx.action?.resourceName)) && !currentIdentity()?.isAdministrator)
    throw refuse(403, 'NOT_PERMITTED');
  await next();
}
