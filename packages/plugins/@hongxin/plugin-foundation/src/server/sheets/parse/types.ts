/** A day or a time of the clock, as a number that its format shows as one. */
export interface ClockCell {
  kind: 'clock';
  /** ISO day; null where the number holds a time alone. */
  day: string | null;
  /** Whether the format shows the day itself, not only its month or its time. */
  showsDay: boolean;
  /** HH:mm:ss */
  time: string;
  /** The number itself. */
  value: number;
  shown: string;
}

/** A number that its format shows otherwise: 0302, 50%, ¥1,200.00. */
export interface FormattedCell {
  kind: 'formatted';
  value: number;
  shown: string;
}

/** A cell whose value is not what one sees: an error, a formula without a stored value, a part of a merged area. */
export interface LostCell {
  kind: 'error' | 'formula' | 'merged';
  /** The error, or the merged area. */
  shown: string;
}

/** A cell as one sees it; texts are without what nobody sees, and keep their line breaks. */
export type SheetCell = null | string | number | boolean | ClockCell | FormattedCell | LostCell;

export interface SheetRow {
  /** Number of the row in the sheet, as Excel shows it. */
  row: number;
  /** By the position of the header that was asked for. */
  cells: SheetCell[];
}

export interface ParseRequest {
  content: Uint8Array;
  /** Headers of the columns to read. */
  headers: readonly string[];
  /** Those of them that need not be there. */
  optional?: readonly string[];
  /** Rows that are read at most. */
  rows: number;
}

export interface ParsedSheet {
  /** Headers that are not in any sheet one sees; then there is nothing else. */
  missing: string[];
  /** Headers that stand more than once. */
  twice: string[];
  /** Sheets that hold rows below these headers, when they are several: nobody can tell which is meant. */
  several: string[];
  /** A cell with a value far to the right of any table. */
  farCell: string | null;
  /** Numbers of rows with values that are hidden or filtered away. */
  hiddenRows: number[];
  /** Addresses of cells with a formula, below the headers. */
  formulas: string[];
  /** Rows with a value below the headers, one more than asked for at most. */
  rows: SheetRow[];
}

/** What the thread posts back. */
export type ParseAnswer = { sheet: ParsedSheet } | { problem: string };
