import type { Context } from '@nocobase/actions';
import type { Collection, Transaction } from '@nocobase/database';
import type Database from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { cellText, type SheetCell, type SheetRow } from '../../sheets';
import type { Rights } from '../rights/rights';
import { cellReaderOf, type CellReader } from './cell-value';
import type { ImportColumn } from './columns';
import { keysOf, lookUp, type Names } from './lookup';
import type { ImportRow, RowProblem } from './types';

const SEPARATORS = /[,，、;；\n]/;

export interface Conversion {
  rows: ImportRow[];
  problems: RowProblem[];
}

/** Turns cells into the values of records, and names every cell that cannot be read. */
export async function readCells(
  tools: { db: Database; rights: Rights; transaction: Transaction; context: Context },
  collection: Collection,
  columns: readonly ImportColumn[],
  sheet: readonly SheetRow[],
): Promise<Conversion> {
  const problems: RowProblem[] = [];
  const rows: ImportRow[] = sheet.map(({ row }) => ({ row, values: {} }));
  for (const [position, column] of columns.entries()) {
    if (column.isId) continue;
    const cells = sheet.map(({ cells: line }) => line[position]);
    if (column.relation) {
      const texts = cells.map((cell) => namesIn(column, cell));
      const named = texts.flatMap((read) => (read.ok ? read.texts : []));
      const names = await lookUp(tools.rights, column, named, tools.transaction);
      texts.forEach((read, index) => {
        if (read.ok) readRelation(column, read.texts, names, rows[index], problems);
        else problems.push({ row: rows[index].row, reason: about(read.reason, column.name) });
      });
    } else {
      const type = (collection.model.rawAttributes[column.name]?.type as { key?: string } | undefined)?.key;
      const reader = cellReaderOf(tools.db, column.field, type, tools.context);
      for (const [index, cell] of cells.entries()) await readCell(column, reader, cell, rows[index], problems);
    }
  }
  return { rows, problems };
}

const about = (reason: Reason, field: string): Reason => ({ ...reason, params: { ...reason.params, field }, field });

/** The names of other records that a cell holds. */
function namesIn(
  { relation }: ImportColumn,
  cell: SheetCell,
): { ok: true; texts: string[] } | { ok: false; reason: Reason } {
  const read = cellText(cell);
  if (!read.ok) return read;
  const texts = relation?.isMany ? (read.text ?? '').split(SEPARATORS) : [read.text ?? ''];
  return { ok: true, texts: texts.map((text) => text.trim()).filter((text) => text !== '') };
}

function readRelation(
  column: ImportColumn,
  texts: readonly string[],
  names: Names,
  target: ImportRow,
  problems: RowProblem[],
): void {
  const { keys, reasons } = keysOf(texts, names, column.name);
  problems.push(...reasons.map((reason) => ({ row: target.row, reason })));
  if (keys.length === 0 || !column.relation) return;
  if (column.relation.foreignKey) [target.values[column.relation.foreignKey]] = keys;
  else target.values[column.name] = column.relation.isMany ? keys : keys[0];
}

async function readCell(
  column: ImportColumn,
  reader: CellReader,
  cell: SheetCell,
  target: ImportRow,
  problems: RowProblem[],
): Promise<void> {
  if (cell === null) return;
  const answer = reader(cell);
  const read = answer instanceof Promise ? await answer : answer;
  if (!read.ok) problems.push({ row: target.row, reason: about(read.reason, column.name) });
  else if (read.value !== null) target.values[column.name] = read.value;
}
