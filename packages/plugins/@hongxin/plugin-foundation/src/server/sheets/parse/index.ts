import { isRefusal, refuse } from '../../errors';
import { unpackedSize } from '../zip-size';
import { inThread } from './threads';
import type { ParseAnswer, ParseRequest, ParsedSheet } from './types';

export type { ParsedSheet, SheetCell, SheetRow } from './types';

/** A workbook of 5 MB unpacks to about 50; more than this is not meant to be read [default]. */
const MAX_UNPACKED = 100 * 1024 * 1024;

/**
 * Reads the rows below the given headers of a workbook, in a thread of its own. Whatever a file holds, other people's
 * requests go on meanwhile, and a hostile one takes no more memory and time than it may. It is several times faster there,
 * too: in the main thread NocoBase's sandbox has frozen the prototypes, which makes every regular expression slow.
 * @throws Refusal 400 when it is no workbook (a text or a web page that is named like one), or one that is too much to read
 */
export async function parseSheet(content: Buffer, options: Omit<ParseRequest, 'content'>): Promise<ParsedSheet> {
  const size = unpackedSize(content);
  if (size === null) throw refuse(400, 'IMPORT_FILE_INVALID');
  if (size > MAX_UNPACKED) throw refuse(400, 'SHEET_TOO_MUCH');
  const answer = await inThread({ content, ...options }).catch((error: Error): ParseAnswer => {
    if (isRefusal(error)) throw error;
    throw refuse(400, 'SHEET_TOO_MUCH', { cause: error.message.slice(0, 200) });
  });
  if ('problem' in answer) throw refuse(400, 'IMPORT_FILE_INVALID', { cause: answer.problem.slice(0, 200) });
  return answer.sheet;
}
