export interface ParseRequest {
  content: Uint8Array;
  /** Rows that are read at most. */
  rows: number;
  withFormulas: boolean;
}

export interface ParsedSheet {
  /** Cells by row; null for empty ones. */
  table: unknown[][];
  /** Addresses of cells with a formula; none unless they were asked for. */
  formulas: string[];
}

/** What the thread posts back. */
export type ParseAnswer = { sheet: ParsedSheet } | { problem: string };
