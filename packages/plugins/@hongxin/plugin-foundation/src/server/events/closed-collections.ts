import type { Context, Next } from '@nocobase/actions';
import { isOn } from '../access/switches';
import { collectionOf, refuse } from '../errors';

/** Collections without any door for users: their rows are the server's bookkeeping. */
const INTERNAL = new Set([
  'hxIdempotencyKeys',
  'hxCounters',
  'hxEventSeals',
  'hxEventHeads',
  'hxEventsPending',
  'hxSignInFailures',
  'hxReminders',
  'hxReviewSteps',
]);
const READS = new Set(['list', 'get', 'query', 'export', 'history']);

/** Refuses writing hxEvents through the API, and any access to the internal tables, administrators included. */
export async function guardClosedCollections(ctx: Context, next: Next): Promise<void> {
  if (!isOn('bookkeeping')) return next();
  const collection = collectionOf(ctx)?.name ?? '';
  if (INTERNAL.has(collection)) throw refuse(403, 'INTERNAL_COLLECTION', { collection });
  if (collection === 'hxEvents' && !READS.has(ctx.action.actionName)) throw refuse(403, 'APPEND_ONLY', { collection });
  await next();
}
