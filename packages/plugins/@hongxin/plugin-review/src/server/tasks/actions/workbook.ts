import { write, utils } from '@e965/xlsx';
import { neutralizeRow } from '@hongxin/plugin-foundation';

/** An Excel workbook of one sheet; texts that a spreadsheet would take for a formula are made texts. */
export function workbookOf(title: string, rows: readonly Record<string, string | number>[]): Buffer {
  const safe = rows.map((row) => {
    const copy = { ...row };
    neutralizeRow(copy);
    return copy;
  });
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.json_to_sheet(safe), title);
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
