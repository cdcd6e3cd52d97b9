import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { StaticFile } from './file-of-address';

export type Encoding = 'br' | 'gzip' | 'identity';
export interface Body {
  bytes: Buffer;
  /** Of the content, whatever it is packed as: the same on every process and after a restart. */
  digest: string;
}

/** Enough for the host's client and every plugin, packed three ways; what is longest unasked gives way first. */
const LIMIT_BYTES = 96 * 1024 * 1024;
/** Packs as tightly as gzip's best, at the speed of its middle. */
const BROTLI_QUALITY = 5;

const pack: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress)(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: promisify<Buffer, Buffer>(zlib.gzip),
  identity: (bytes) => Promise.resolve(bytes),
};

interface Kept {
  body: Promise<Body>;
  /** 0 while it is being packed. */
  bytes: number;
}

/** Files as they go over the wire: read and packed once, whoever asks at the same time. */
export class KeptBodies {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(private readonly limit = LIMIT_BYTES) {}

  /** @throws what reading the file throws; it is tried anew by whoever asks next */
  of({ file, state, size }: StaticFile, encoding: Encoding): Promise<Body> {
    const key = [encoding, size, state, file].join(' ');
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known); // the last asked is the last to go
      return known.body;
    }
    const entry: Kept = { body: read(file, encoding), bytes: 0 };
    this.kept.set(key, entry);
    entry.body.then(
      ({ bytes }) => this.count(entry, bytes.length),
      () => this.kept.delete(key),
    );
    return entry.body;
  }

  private count(entry: Kept, bytes: number): void {
    entry.bytes = bytes;
    this.bytes += bytes;
    for (const [key, each] of this.kept) {
      if (this.bytes <= this.limit) return;
      if (each === entry) continue;
      this.kept.delete(key);
      this.bytes -= each.bytes;
    }
  }
}

async function read(file: string, encoding: Encoding): Promise<Body> {
  const content = await fs.readFile(file);
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  return { bytes: await pack[encoding](content), digest };
}
