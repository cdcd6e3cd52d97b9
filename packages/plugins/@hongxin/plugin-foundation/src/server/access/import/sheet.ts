import fs from 'node:fs/promises';
import { refuse } from '../../errors';
import { parseSheet } from '../../sheets/parse';

/** Most rows of one import [default]. */
export const MAX_ROWS = 20_000;
/** The header stands within the first rows: a template may begin with an explanation. */
const HEADER_WITHIN = 10;

export interface SheetRow {
  row: number;
  cells: unknown[];
}

/**
 * Reads the columns with the given headers from the first sheet of a workbook; rows without any value are skipped.
 * @throws Refusal 400 when the file is no workbook, lacks a header, or holds no rows or too many
 */
export async function readSheet(file: string | Buffer, headers: readonly string[]): Promise<SheetRow[]> {
  const content = typeof file === 'string' ? await fs.readFile(file) : file;
  // one row more than allowed is enough to say that there are too many
  const { table } = await parseSheet(content, { rows: MAX_ROWS + HEADER_WITHIN + 1, withFormulas: false });
  return rowsUnderHeaders(table, headers, MAX_ROWS);
}

/** @throws Refusal 400 when a header is lacking, or there are no rows or too many */
export function rowsUnderHeaders(
  table: readonly (readonly unknown[])[],
  headers: readonly string[],
  maxRows: number,
): SheetRow[] {
  const headerIndex = table
    .slice(0, HEADER_WITHIN)
    .findIndex((line) => headers.every((header) => line.some((cell) => textOf(cell) === header)));
  if (headerIndex < 0) throw refuse(400, 'IMPORT_HEADERS_MISSING', { headers: headers.join('、') });
  const positions = headers.map((header) => table[headerIndex].findIndex((cell) => textOf(cell) === header));
  const rows = table
    .slice(headerIndex + 1)
    .map((line, index) => ({
      row: headerIndex + index + 2,
      cells: positions.map((position) => line[position] ?? null),
    }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  if (rows.length === 0) throw refuse(400, 'IMPORT_EMPTY');
  if (rows.length > maxRows) throw refuse(400, 'IMPORT_TOO_MANY_ROWS', { count: rows.length, max: maxRows });
  return rows;
}

export const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell).trim());
