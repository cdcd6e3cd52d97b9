import { createHash } from 'node:crypto';
import type { TraceKey } from './keys';

/** What of an event its digest covers: everything that tells who did what. */
export interface EventContent {
  uid: unknown;
  collectionName: unknown;
  recordId: unknown;
  transition: unknown;
  from?: unknown;
  to?: unknown;
  actorId?: unknown;
  actorName?: unknown;
  onBehalfOfId?: unknown;
  opinion?: unknown;
  details?: unknown;
  at: unknown;
}

/** The event's own digest, kept beside it: nobody can write or change an event without the key. */
export function eventDigest(key: TraceKey, event: EventContent): string {
  return key.sign(canonicalText(event));
}

/** The hash of one link: it stands on the one before it. */
export function linkHash(
  key: TraceKey,
  link: { collectionName: string; sequence: number; eventId: string; eventDigest: string; prevHash: string },
): string {
  const { collectionName, sequence, eventId, prevHash } = link;
  return key.sign(JSON.stringify(['link', collectionName, sequence, eventId, link.eventDigest, prevHash]));
}

/** The signature of a chain's end. */
export function headMac(key: TraceKey, collectionName: string, sequence: number, hash: string): string {
  return key.sign(JSON.stringify(['head', collectionName, sequence, hash]));
}

/** What is signed of all heads together: how many links there are, and where each chain ends. */
export function headsDigest(heads: readonly { collectionName: string; sequence: string | number; hash: string }[]): {
  sequence: number;
  hash: string;
} {
  const ends = heads
    .map(({ collectionName, sequence, hash }): [string, number, string] => [collectionName, Number(sequence), hash])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sequence = ends.reduce((sum, [, links]) => sum + links, 0);
  return { sequence, hash: createHash('sha256').update(JSON.stringify(ends)).digest('hex') };
}

/** The same text for the same event, whether it is about to be written or was read from the database. */
export function canonicalText(event: EventContent): string {
  const { details, at } = event;
  return JSON.stringify([
    'event',
    textOf(event.uid),
    textOf(event.collectionName),
    textOf(event.recordId),
    textOf(event.transition),
    textOf(event.from),
    textOf(event.to),
    textOf(event.actorId),
    textOf(event.actorName),
    textOf(event.onBehalfOfId),
    textOf(event.opinion),
    details === undefined || details === null ? null : sorted(JSON.parse(JSON.stringify(details)) as unknown),
    new Date(at as string | Date).toISOString(),
  ]);
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value as string | number);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return entries.map(([name, each]) => [name, sorted(each)]);
}
