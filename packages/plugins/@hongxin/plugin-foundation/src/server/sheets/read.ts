import { MAX_ROWS, rowsUnderHeaders, type SheetRow } from '../access/import/sheet';
import { refuse } from '../errors';
import { parseSheet } from './parse';
import { unpackedSize } from './zip-size';

const CELLS_NAMED = 10;

/**
 * Rows of the first sheet of an .xlsx workbook made from a template.
 * @param headers the template's columns, all of which must be there
 * @throws Refusal 400 for another template, formulas, no rows or too many, or what is no workbook at all
 */
export async function readTemplate(
  content: Buffer,
  headers: readonly string[],
  maxRows = MAX_ROWS,
): Promise<SheetRow[]> {
  if (unpackedSize(content) === null) throw refuse(400, 'IMPORT_FILE_INVALID');
  const { table, formulas } = await parseSheet(content, { rows: maxRows + 20, withFormulas: true });
  const found = new Set(table.slice(0, 10).flatMap((line) => line.map((cell) => String(cell ?? '').trim())));
  const missing = headers.filter((header) => !found.has(header));
  if (missing.length > 0) throw refuse(400, 'SHEET_OTHER_TEMPLATE', { headers: missing.join('、') });
  if (formulas.length > 0) {
    const cells = formulas.slice(0, CELLS_NAMED);
    throw refuse(400, 'SHEET_HAS_FORMULAS', { cells: cells.join('、') + (formulas.length > CELLS_NAMED ? '…' : '') });
  }
  return rowsUnderHeaders(table, headers, maxRows);
}
