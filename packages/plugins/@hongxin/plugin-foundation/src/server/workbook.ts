import { utils, write } from '@e965/xlsx';

export type Cell = string | number | null;

export interface Sheet {
  /** At most 31 characters; signs that Excel refuses are taken out. */
  name: string;
  rows: readonly (readonly Cell[])[];
}

/** Signs with which a spreadsheet begins to calculate. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** Excel keeps this name to itself. */
const RESERVED = /^history$/i;

/** An Excel workbook; texts that a spreadsheet would take for formulas get an apostrophe. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const book = utils.book_new();
  const taken = new Set<string>();
  for (const { name, rows } of sheets) {
    const title = freeName(name, taken);
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.map(inert))), title);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const inert = (cell: Cell): Cell => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell);

function freeName(wanted: string, taken: Set<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 28)
      .trim() || 'Sheet';
  let name = RESERVED.test(clean) ? `${clean} 1` : clean;
  for (let count = 2; taken.has(name); count += 1) name = `${clean} ${count}`;
  taken.add(name);
  return name;
}
