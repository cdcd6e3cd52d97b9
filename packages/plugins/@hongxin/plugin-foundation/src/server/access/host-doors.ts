import type { Context, Next } from '@nocobase/actions';
import { EXPECTED, refuse } from '../errors';
import { currentIdentity } from '../identity';

/** Resources that NocoBase opens to whoever is signed in, though they tell about the machine: its name, addresses, database. */
const OF_THE_MACHINE = new Set(['license']);

/** What is the business of administrators alone. */
export async function machineGuard(ctx: Context, next: Next): Promise<void> {
  if (OF_THE_MACHINE.has(String(ctx.action?.resourceName)) && !currentIdentity()?.isAdministrator)
    throw refuse(403, 'NOT_PERMITTED');
  await next();
}

/** Resources of the host without a table, to which NocoBase adds the actions of one all the same: these are their own. */
const OWN_ACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['roles.dataSourceResources', ['get', 'create', 'update']],
]);
/** Texts that the host stores without a look at them. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['users:updateLang', 'appLang'],
  ['users:setDefaultRole', 'roleName'],
]);

/** Requests at which the host would fail, or of which it would store an object as a text. */
export async function hostRequestsGuard(ctx: Context, next: Next): Promise<void> {
  const { resourceName = '', actionName = '', params = {} } = ctx.action ?? {};
  const own = OWN_ACTIONS.get(resourceName);
  if (own && !own.includes(actionName))
    throw refuse(404, 'ACTION_UNKNOWN', { action: `${resourceName}:${actionName}` });
  const name = TEXTS.get(`${resourceName}:${actionName}`);
  if (name !== undefined) {
    const { values } = params as { values?: unknown };
    const given = typeof values === 'object' && values !== null ? (values as Record<string, unknown>)[name] : undefined;
    if (typeof given !== 'string' || given === '')
      throw refuse(400, 'BODY_FIELD_INVALID', { name, expected: EXPECTED.text }, name);
  }
  await next();
}
