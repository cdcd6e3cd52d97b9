import { refuse } from '../errors';
import { parseSheet, type ParsedSheet, type SheetRow } from './parse';

/** Most rows of one import [default]. */
export const MAX_ROWS = 20_000;
const NAMED = 10;

interface RowsOptions {
  maxRows?: number;
  /** What to say when a header is missing. */
  missingCode?: string;
  /** Headers that may be missing; their cells are empty then. */
  optional?: readonly string[];
}

/**
 * The rows below the given headers, as one sees them.
 * @throws Refusal 400 for what is no workbook, and where nobody can tell what is meant: a header that is missing or stands
 * twice, several sheets, rows that are hidden, no rows or too many
 */
export async function readRows(
  content: Buffer,
  headers: readonly string[],
  { maxRows = MAX_ROWS, missingCode = 'IMPORT_HEADERS_MISSING', optional = [] }: RowsOptions = {},
): Promise<ParsedSheet & { rows: SheetRow[] }> {
  const table = await parseSheet(content, { headers, optional, rows: maxRows });
  if (table.missing.length > 0) throw refuse(400, missingCode, { headers: table.missing.join('、') });
  if (table.twice.length > 0) throw refuse(400, 'SHEET_HEADER_TWICE', { headers: table.twice.join('、') });
  if (table.several.length > 0) throw refuse(400, 'SHEET_SEVERAL', { sheets: table.several.join('、') });
  if (table.farCell !== null) throw refuse(400, 'SHEET_TOO_WIDE', { cell: table.farCell });
  if (table.hiddenRows.length > 0) throw refuse(400, 'SHEET_ROWS_HIDDEN', { rows: ranges(table.hiddenRows) });
  if (table.rows.length === 0) throw refuse(400, 'IMPORT_EMPTY');
  if (table.rows.length > maxRows)
    throw refuse(400, 'IMPORT_TOO_MANY_ROWS', { count: table.rows.length, max: maxRows });
  return table;
}

/** Numbers in order as people write them: 3—8、10. */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  const texts = found.map(([from, to]) => (from === to ? String(from) : `${from}—${to}`));
  return texts.slice(0, NAMED).join('、') + (texts.length > NAMED ? '…' : '');
}
