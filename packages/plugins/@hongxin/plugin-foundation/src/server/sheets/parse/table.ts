import { seenAs } from '@hongxin/rules/mechanism';
import type { CellReading } from './cells';
import { columnName, readSheetXml, type RawCell, type RawSheet } from './sheet-xml';
import type { ParsedSheet, ParseRequest, SheetCell, SheetRow } from './types';

/** The header stands within the first rows: a template may begin with an explanation. */
const HEADER_WITHIN = 10;

/** The column of a header that is not there. */
const NOWHERE = -1;

/** One sheet that people see. */
export interface VisibleSheet {
  name: string;
  xml(): string;
}

const NOTHING: ParsedSheet = {
  missing: [],
  twice: [],
  several: [],
  farCell: null,
  hiddenRows: [],
  formulas: [],
  rows: [],
};

/** Reads the sheet that has the headers. Templates bring sheets of choices and explanations, which have none. */
export function readTable(
  sheets: readonly VisibleSheet[],
  { headers, optional = [], rows: maxRows }: Pick<ParseRequest, 'headers' | 'optional' | 'rows'>,
  cells: CellReading,
): ParsedSheet {
  const wanted = headers.map((header) => ({ text: seenAs(header), mayLack: optional.includes(header) }));
  const found = sheets.flatMap((sheet) => {
    const head = headOf(readSheetXml(sheet.xml(), HEADER_WITHIN, HEADER_WITHIN), wanted, cells);
    return head ? [{ sheet, head }] : [];
  });
  if (found.length === 0)
    return {
      ...NOTHING,
      missing: missingHeaders(
        sheets,
        headers.filter((header) => !optional.includes(header)),
        cells,
      ),
    };
  const read = found.map(({ sheet, head }) => {
    const twice = headers.filter((_header, index) => head.columns[index].length > 1);
    if (twice.length > 0) return { name: sheet.name, table: { ...NOTHING, twice } };
    const raw = readSheetXml(sheet.xml(), maxRows + HEADER_WITHIN + 1);
    return { name: sheet.name, table: below(raw, head, cells) };
  });
  const filled = read.filter(({ table }) => table.rows.length > 0 || table.twice.length > 0);
  if (filled.length > 1) return { ...NOTHING, several: filled.map(({ name }) => name) };
  return (filled[0] ?? read[0]).table;
}

interface Head {
  row: number;
  /** Columns where each header stands. */
  columns: number[][];
}

const seenCell = (cell: SheetCell): string =>
  typeof cell === 'string' || typeof cell === 'number' ? seenAs(String(cell)) : '';

function headOf(raw: RawSheet, wanted: readonly { text: string; mayLack: boolean }[], cells: CellReading): Head | null {
  for (const [row, line] of raw.cells) {
    const seen = line.map((cell) => ({ column: cell.column, text: seenCell(cells.read(cell)) }));
    const columns = wanted.map((header) => seen.filter(({ text }) => text === header.text).map(({ column }) => column));
    if (columns.every((places, index) => places.length > 0 || wanted[index].mayLack)) return { row, columns };
  }
  return null;
}

/** What the first sheet that holds anything lacks. */
function missingHeaders(sheets: readonly VisibleSheet[], headers: readonly string[], cells: CellReading): string[] {
  for (const sheet of sheets) {
    const raw = readSheetXml(sheet.xml(), HEADER_WITHIN, HEADER_WITHIN);
    if (raw.cells.size === 0) continue;
    const seen = new Set([...raw.cells.values()].flat().map((cell) => seenCell(cells.read(cell))));
    const missing = headers.filter((header) => !seen.has(seenAs(header)));
    return missing.length > 0 ? missing : [...headers]; // all there, but not in one row
  }
  return [...headers];
}

function below(raw: RawSheet, head: Head, reading: CellReading): ParsedSheet {
  const columns = head.columns.map(([column = NOWHERE]) => column);
  const position = new Map(columns.map((column, index) => [column, index]));
  const rows = new Map<number, SheetCell[]>();
  const formulas: string[] = [];
  const put = (row: number, index: number, cell: SheetCell): void => {
    const cells = rows.get(row) ?? Array<SheetCell>(columns.length).fill(null);
    cells[index] = cell;
    rows.set(row, cells);
  };
  const readCell = (cell: RawCell): void => {
    const index = position.get(cell.column);
    if (index === undefined) return;
    if (cell.hasFormula) formulas.push(`${columnName(cell.column)}${cell.row}`);
    const read = reading.read(cell);
    if (read !== null) put(cell.row, index, read);
  };
  for (const [row, line] of raw.cells) if (row > head.row) line.forEach(readCell);
  const filled = [...rows.keys()];
  const last = Math.max(head.row, ...filled);
  for (const { area, top, left, bottom, right } of raw.merges) {
    if (top <= head.row) continue; // titles and headers
    for (const [index, column] of columns.entries()) {
      if (column < left || column > right) continue;
      for (const row of rowsOf(top, Math.min(bottom, last + 1), filled))
        if (row !== top || column !== left) put(row, index, { kind: 'merged', shown: area });
    }
  }
  const sorted = [...rows].map(([row, cells]): SheetRow => ({ row, cells })).sort((one, other) => one.row - other.row);
  const hiddenRows = sorted.map(({ row }) => row).filter((row) => raw.hiddenRows.has(row));
  return { ...NOTHING, farCell: raw.farCell, hiddenRows, formulas, rows: sorted };
}

/** Rows of a merge that are looked at one by one; of a longer one, a slip over the whole sheet, only those that hold something. */
const MERGED_ROWS = 20_000;

function rowsOf(top: number, bottom: number, filled: readonly number[]): number[] {
  if (bottom - top >= MERGED_ROWS) return filled.filter((row) => row >= top && row <= bottom);
  return Array.from({ length: Math.max(0, bottom - top + 1) }, (_, index) => top + index);
}
