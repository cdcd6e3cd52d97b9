import type { Context, Next } from '@nocobase/actions';
import type { HandlerType } from '@nocobase/resourcer';

/** An action or middleware of a resource; NocoBase types its context more loosely than the one it passes. */
export function handler(work: (ctx: Context, next: Next) => Promise<void>): HandlerType {
  return work as unknown as HandlerType;
}
