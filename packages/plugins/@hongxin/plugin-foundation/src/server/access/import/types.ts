import type { Reason } from '@hongxin/rules/mechanism';
import type { Transaction } from '@nocobase/database';
import type Database from '@nocobase/database';

/** One row of a sheet, read into the values of a record. */
export interface ImportRow {
  /** Number of the row in the sheet, as Excel shows it. */
  row: number;
  values: Record<string, unknown>;
}

/** What is wrong with one row; `reason.field` names the column where it can. */
export interface RowProblem {
  row: number;
  reason: Reason;
}

export interface RowCheckContext {
  db: Database;
  transaction: Transaction;
}

/** A domain's own check of all rows at once, so that it asks the database once and not per row. */
export type RowCheck = (rows: readonly ImportRow[], context: RowCheckContext) => Promise<RowProblem[]>;
