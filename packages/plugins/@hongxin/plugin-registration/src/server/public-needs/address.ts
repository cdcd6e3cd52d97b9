import type { Context } from '@nocobase/actions';

const INTERNAL = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.)|^::1$|^f[cd]/i;

/**
 * Where a request comes from. The first entry of X-Forwarded-For is whatever the caller wrote; the last one was added
 * by the reverse proxy in front of us, and only a connection from our own network is one.
 */
export function addressOf(ctx: Context): string {
  const socket = ctx.req.socket.remoteAddress ?? '';
  if (!INTERNAL.test(socket)) return socket;
  const forwarded = ctx.get('X-Forwarded-For').split(',').pop()?.trim();
  return forwarded || socket;
}
