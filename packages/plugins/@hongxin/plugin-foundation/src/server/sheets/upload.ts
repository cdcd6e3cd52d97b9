import type { IncomingMessage } from 'node:http';
import type { Context } from '@nocobase/actions';
import { refuse } from '../errors';

/** Largest uploaded workbook, in megabytes [default]: 20,000 rows of a roll take about two. */
export const UPLOAD_MAX_MEGABYTES = 5;

const MEGABYTE = 1024 * 1024;

/**
 * The body of a request that is a workbook itself, not a form: read only as far as it may be long.
 * @throws Refusal 413 when it is too large, announced or not; 400 when it is empty
 */
export async function readUpload(ctx: Context, maxMegabytes = UPLOAD_MAX_MEGABYTES): Promise<Buffer> {
  const max = maxMegabytes * MEGABYTE;
  const tooLarge = () => refuse(413, 'SHEET_TOO_LARGE', { max: maxMegabytes });
  const request = ctx.req as IncomingMessage;
  if (Number(request.headers['content-length'] ?? 0) > max) {
    request.resume(); // read to the end and thrown away, so that the sender hears the answer
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > max) {
      request.resume();
      throw tooLarge();
    }
    chunks.push(chunk as Buffer);
  }
  if (length === 0) throw refuse(400, 'IMPORT_EMPTY');
  return Buffer.concat(chunks);
}
