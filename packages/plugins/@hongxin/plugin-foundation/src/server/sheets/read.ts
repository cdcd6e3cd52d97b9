import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { MAX_ROWS, rowsUnderHeaders, type SheetRow } from '../access/import/sheet';
import { refuse } from '../errors';
import { unpackedSize } from './zip-size';

/** A workbook of 5 MB unpacks to about 50; more than this is not meant to be read [default]. */
const MAX_UNPACKED = 200 * 1024 * 1024;
const CELLS_NAMED = 10;

/**
 * Rows of the first sheet of an .xlsx workbook made from a template.
 * @param headers the template's columns, all of which must be there
 * @throws Refusal 400 for another template, formulas, no rows or too many, or what is no workbook at all
 */
export function readTemplate(content: Buffer, headers: readonly string[], maxRows = MAX_ROWS): SheetRow[] {
  const size = unpackedSize(content);
  if (size === null || size > MAX_UNPACKED) throw refuse(400, 'IMPORT_FILE_INVALID');
  const sheet = firstSheet(content, maxRows);
  const table = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true, range: 0 });
  const found = new Set(table.slice(0, 10).flatMap((line) => line.map((cell) => String(cell ?? '').trim())));
  const missing = headers.filter((header) => !found.has(header));
  if (missing.length > 0) throw refuse(400, 'SHEET_OTHER_TEMPLATE', { headers: missing.join('、') });
  const formulas = Object.entries(sheet).filter(
    ([address, cell]) => address[0] !== '!' && Boolean((cell as { f?: string }).f),
  );
  if (formulas.length > 0) {
    const cells = formulas.slice(0, CELLS_NAMED).map(([address]) => address);
    throw refuse(400, 'SHEET_HAS_FORMULAS', { cells: cells.join('、') + (formulas.length > CELLS_NAMED ? '…' : '') });
  }
  return rowsUnderHeaders(table, headers, maxRows);
}

function firstSheet(content: Buffer, maxRows: number): WorkSheet {
  let workbook: WorkBook;
  try {
    workbook = read(content, {
      type: 'buffer',
      sheetRows: maxRows + 20,
      cellDates: false,
      cellHTML: false,
      cellFormula: true,
    });
  } catch (error) {
    throw refuse(400, 'IMPORT_FILE_INVALID', { cause: (error as Error).message.slice(0, 200) });
  }
  const sheet = workbook.Sheets[workbook.SheetNames[0]];
  if (!sheet) throw refuse(400, 'IMPORT_FILE_INVALID');
  return sheet;
}
