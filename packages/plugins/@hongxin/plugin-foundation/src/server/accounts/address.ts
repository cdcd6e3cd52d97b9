import { createHmac } from 'node:crypto';
import net from 'node:net';
import type { Context } from '@nocobase/actions';

const LOOPBACK = /^(127\.|::1$)/;

/**
 * The address a request comes from. `X-Forwarded-For` is believed only where the environment says that a proxy of our
 * own stand in front (`HX_TRUSTED_PROXIES`, how many), counted from the end: what a client writes itself stands before.
 * @returns null where a proxy on this machine hides everybody behind one address
 */
export function clientAddress(ctx: Context, proxies: number): string | null {
  const socket = (ctx.req as { socket?: { remoteAddress?: string } }).socket?.remoteAddress ?? '';
  if (!Number.isInteger(proxies) || proxies < 1) return LOOPBACK.test(plain(socket)) ? null : plain(socket);
  const forwarded = String(ctx.get('X-Forwarded-For') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => net.isIP(each) !== 0);
  return plain(forwarded[forwarded.length - proxies] ?? socket);
}

/** The network, without the part that tells one computer from another. */
export function maskedAddress(address: string | null): string {
  if (address === null) return '?';
  if (net.isIPv4(address)) return address.replace(/\.\d+$/, '.*');
  return net.isIPv6(address) ? `${address.split(':').slice(0, 4).join(':')}::*` : '?';
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');

/** Keys of the counters tell nobody the account or address: the key of the hash lies outside the database. */
export function hashed(kind: string, text: string): string {
  const digest = createHmac('sha256', process.env.APP_KEY ?? '')
    .update(`hongxin/sign-in/${kind}${text}`)
    .digest('hex');
  return kind + digest;
}

export const hashedAddress = (address: string): string => hashed('address/', address);
