import type { Context, Next } from '@nocobase/actions';
import { refuse } from './refusal';

/** Deepest nesting of what a request sends; forms of the pack need five, filters twelve [default]. */
const MAX_DEPTH = 32;
/** Resources of the host that work on the pack's records. */
const WATCHED = new Set(['charts', 'variables']);

/** Refuses bodies and parameters nested so deep that walking them would exhaust the stack. */
export async function checkDepth(ctx: Context, next: Next): Promise<void> {
  const name = ctx.action?.resourceName ?? '';
  if (name.startsWith('hx') || WATCHED.has(name)) {
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

const isBranch = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value) && !(value instanceof Date);
