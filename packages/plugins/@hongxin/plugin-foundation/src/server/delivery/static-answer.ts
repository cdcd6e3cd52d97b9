import type { IncomingMessage, ServerResponse } from 'node:http';
import mime from 'mime-types';
import { fileOfAddress, type StaticPlaces } from './file-of-address';
import { KeptBodies, type Encoding } from './kept-bodies';

const YEAR_SECONDS = 365 * 24 * 3600;
/** What is larger is read from the disk bit by bit, by the host. */
const LARGEST_BYTES = 20 * 1024 * 1024;
/** Pictures and fonts are packed already. */
const TEXTS = /^(?:text\/|application\/(?:javascript|json|manifest\+json|xml)|image\/svg)/;
const SMALLEST_PACKED_BYTES = 1024;
const bodies = new KeptBodies();

type Asked = Pick<IncomingMessage, 'method' | 'headers'> & { url?: string };

/**
 * Answers an address of a static file: packed once and not at every request, kept by browsers for good where the address
 * changes with the content, else asked for anew and answered with 304. The host packs anew each time and lets nobody keep it.
 * @returns whether it has answered; all else is the host's
 */
export async function answerStatic(
  { method, url = '', headers }: Asked,
  response: ServerResponse,
  places: StaticPlaces,
): Promise<boolean> {
  if ((method !== 'GET' && method !== 'HEAD') || headers.range !== undefined) return false;
  const found = fileOfAddress(url, places);
  const type = found && mime.contentType(mime.lookup(found.file) || '');
  if (!found || !type || found.size > LARGEST_BYTES) return false;
  const isPacked = TEXTS.test(type) && found.size >= SMALLEST_PACKED_BYTES;
  const encoding = isPacked ? encodingFor(headers['accept-encoding']) : 'identity';
  const { bytes, digest } = await bodies.of(found, encoding);
  const tag = `"${digest}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', found.isForGood ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (isAmong(headers['if-none-match'], tag)) {
    response.writeHead(304).end();
    return true;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(method === 'HEAD' ? undefined : bytes);
  return true;
}

/** The tightest that the browser takes. */
function encodingFor(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '')
    .split(',')
    .filter((offer) => !/;\s*q=0(?:\.0*)?\s*$/.test(offer))
    .map((offer) => offer.split(';')[0].trim());
  return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding)) ?? 'identity';
}

/** Proxies mark tags as weak where they unpack. */
function isAmong(header: string | undefined, tag: string): boolean {
  const tags = header?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags?.some((each) => each === tag || each === '*') ?? false;
}
