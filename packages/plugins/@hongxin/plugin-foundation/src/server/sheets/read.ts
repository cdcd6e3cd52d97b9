import { refuse } from '../errors';
import type { SheetRow } from './parse';
import { MAX_ROWS, readRows } from './rows';

const CELLS_NAMED = 10;

/**
 * Rows of an .xlsx workbook made from a template.
 * @param headers the template's columns, all of which must be there
 * @throws Refusal 400 for another template, formulas, no rows or too many, or what is no workbook at all
 */
export async function readTemplate(
  content: Buffer,
  headers: readonly string[],
  maxRows = MAX_ROWS,
): Promise<SheetRow[]> {
  const { rows, formulas } = await readRows(content, headers, { maxRows, missingCode: 'SHEET_OTHER_TEMPLATE' });
  if (formulas.length > 0) {
    const cells = formulas.slice(0, CELLS_NAMED);
    throw refuse(400, 'SHEET_HAS_FORMULAS', { cells: cells.join('、') + (formulas.length > CELLS_NAMED ? '…' : '') });
  }
  return rows;
}
