import type { Context, Next } from '@nocobase/actions';
import { isWatchedCollection } from '../own-tables/made-by-administrators';
import { refuse } from './refusal';
import { requirePlainNames } from './reserved-names';

/** Deepest nesting of what a request sends to the pack; its forms need five levels, filters twelve [default]. */
const MAX_DEPTH = 32;
/** Of any other request [default]. */
const MAX_DEPTH_OF_HOST = 60;
/** Of the host's descriptions of screens, where every block in a block adds three levels [default]. */
const MAX_DEPTH_OF_SCREENS = 250;
const SCREENS = /^\/[^:]*\b(flow|uiSchema|block|desktopRoutes|mobileRoutes|uiButton)/i;
/** Resources of the host that work on the pack's records. */
const WATCHED = new Set(['charts', 'variables']);

/**
 * Refuses bodies and addresses nested so deep that walking them would exhaust the stack, for every request, signed in or
 * not: it runs before the host copies, merges or logs what was sent.
 */
export async function refuseDeepRequests(ctx: Context, next: Next): Promise<void> {
  const max = SCREENS.test(ctx.path) ? MAX_DEPTH_OF_SCREENS : MAX_DEPTH_OF_HOST;
  const { body } = ctx.request as { body?: unknown };
  if (isDeeperThan(body, max) || isAddressDeeperThan(ctx.querystring, max)) throw refuse(400, 'BODY_TOO_DEEP', { max });
  requirePlainAddress(ctx.query);
  requireReadableFilter(ctx.query.filter);
  requirePlainNames(body);
  await next();
}

/** Of a name such as `filter[toString]` the host's parser of addresses answers that nothing was asked. */
function requirePlainAddress(query: object): void {
  for (const name of Object.keys(query).flatMap((key) => key.split(/[[\].]+/)))
    if (name in Object.prototype) throw refuse(400, 'NAME_RESERVED', { name });
}

/** A filter in the address is JSON; of any other text NocoBase answers that nothing was asked. */
function requireReadableFilter(filter: unknown): void {
  if (typeof filter !== 'string') return;
  let parsed: unknown;
  try {
    parsed = JSON.parse(filter);
  } catch {
    throw refuse(400, 'PARAMETER_INVALID', { name: 'filter' });
  }
  requirePlainNames(parsed);
}

/** Refuses the same for the pack's own resources and the tables of administrators, whose limit is lower. */
export async function checkDepth(ctx: Context, next: Next): Promise<void> {
  const name = ctx.action?.resourceName ?? '';
  if (name.startsWith('hx') || WATCHED.has(name) || isWatchedCollection(ctx.db.collections.get(name.split('.')[0]))) {
    const { body } = ctx.request as { body?: unknown };
    if (isDeeperThan(body, MAX_DEPTH) || isDeeperThan(ctx.action.params, MAX_DEPTH + 1))
      throw refuse(400, 'BODY_TOO_DEEP', { max: MAX_DEPTH });
  }
  await next();
}

/** Walks level by level instead of calling itself: the very depth it looks for would break it. */
export function isDeeperThan(value: unknown, max: number): boolean {
  let level = [value].filter(isBranch);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= max) return true;
    level = level.flatMap((each) => Object.values(each).filter(isBranch));
  }
  return false;
}

/**
 * Whether a query string holds JSON nested deeper than that. It is counted, not read: reading it is what has to be spared.
 * Brackets inside texts count too; nobody writes sixty that are never closed.
 */
export function isAddressDeeperThan(querystring: string, max: number): boolean {
  let depth = 0;
  for (const [bracket] of querystring.matchAll(/[[{\]}]|%5b|%7b|%5d|%7d|&/gi)) {
    if (bracket === '&') depth = 0;
    else if (/^([[{]|%5b|%7b)$/i.test(bracket)) depth += 1;
    else depth = Math.max(0, depth - 1);
    if (depth > max) return true;
  }
  return false;
}

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value) && !(value instanceof Date);
