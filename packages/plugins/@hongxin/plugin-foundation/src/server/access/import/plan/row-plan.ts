import type { SheetRow } from '../../../sheets';
import type { ImportRow } from '../types';
import type { CellChange } from './differences';
import type { StoredRecord } from './stored';

/** What is to become of one row: a new record, or changes of the one it is about. */
export interface RowPlan extends ImportRow {
  sheet: SheetRow;
  /** The record the row is about; null: a new one. */
  stored: StoredRecord | null;
  changes: CellChange[];
}
