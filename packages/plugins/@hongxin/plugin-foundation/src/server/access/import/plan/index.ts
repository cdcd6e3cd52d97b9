import type { Context } from '@nocobase/actions';
import type { Reason } from '@hongxin/rules/mechanism';
import type { AccessDeclarations } from '../../declarations';
import { Refusal } from '../../../errors';
import { groupBy } from '../../group-by';
import type { GuardedRequest } from '../../request';
import type { ImportColumn } from '../columns';
import { readCells } from '../convert';
import type { SheetRow } from '../../../sheets';
import { shownText } from './cell-texts';
import type { RowProblem } from '../types';
import { differencesOf } from './differences';
import { matchRows } from './match';
import { closedRows } from './rights';
import type { RowPlan } from './row-plan';
import { holdRows, readStored, type Reading } from './stored';
import { valueProblems } from './values';

export type { CellChange } from './differences';
export type { RowPlan } from './row-plan';
export type { Reading, StoredRecord } from './stored';

export interface ImportPlan {
  rows: RowPlan[];
  problems: RowProblem[];
}

/** Versions that a check has shown, by row; `new` where there was no record. */
export type Basis = Readonly<Record<string, string>>;

export const versionOf = ({ stored }: RowPlan): string => stored?.version ?? 'new';

interface Order {
  ctx: Context;
  access: AccessDeclarations;
  request: GuardedRequest;
  columns: readonly ImportColumn[];
  /** Why a new record cannot have some of them. */
  closed: readonly Reason[];
  sheet: readonly SheetRow[];
  reading: Reading;
  /** Of the check before; null: the sheet is taken as it is. */
  basis: Basis | null;
}

/** Reads a whole sheet into what would be written, and everything that speaks against it. Writes nothing. */
export async function planImport(order: Order): Promise<ImportPlan> {
  const { ctx, access, request, columns, closed, sheet, reading, basis } = order;
  const { collection, rights } = request;
  const declaration = access.declarationOf(collection.name);
  const tools = { db: collection.db, rights, transaction: reading.transaction, context: ctx };
  const read = await readCells(tools, collection, columns, sheet);
  const matches = await matchRows(reading, declaration, columns, sheet, read.rows);
  const filled = closed.filter(({ field }) => isFilled(columns, sheet, field));
  // rows that name a record which is not there are told so, row by row
  if (matches.ids.size + matches.problems.length === 0 && filled.length > 0) throw new Refusal(403, filled);
  const ids = [...new Set(matches.ids.values())];
  await holdRows(reading, ids);
  const stored = await readStored(reading, columns, ids);
  const unread = groupBy(read.problems, ({ row }) => row);
  const problems = [...matches.problems];
  const rows = sheet.map((line, index): RowPlan => {
    const row = read.rows[index];
    const record = stored.get(matches.ids.get(row.row) ?? '') ?? null;
    const byLook = matches.alike.has(row.row) ? (declaration?.personalFields ?? {}) : null;
    const changes = record ? differencesOf(reading, columns, line, row, record, byLook) : [];
    const touched = new Set(changes.map(({ column }) => column.name));
    // a cell that was left as it was need not be readable
    const found = (unread.get(row.row) ?? []).filter(({ reason }) => !record || touched.has(reason.field ?? ''));
    problems.push(...found);
    return { ...row, sheet: line, stored: record, changes };
  });
  const lost = new Set(matches.problems.map(({ row }) => row)); // which record they are about is not known
  const known = rows.filter(({ row }) => !lost.has(row));
  problems.push(...(await closedRows(reading, declaration, { columns, closed }, known)));
  problems.push(...(basis ? changedSince(basis, rows) : []));
  const spoiled = new Set(problems.map(({ row }) => row)); // incomplete values: further problems would be echoes
  problems.push(
    ...valueProblems(
      collection,
      declaration,
      rows.filter(({ row }) => !spoiled.has(row)),
    ),
  );
  return { rows, problems: problems.map((problem) => underColumn(columns, problem)) };
}

const isFilled = (columns: readonly ImportColumn[], sheet: readonly SheetRow[], field: string | undefined): boolean =>
  columns.some(({ name }, position) => name === field && sheet.some(({ cells }) => shownText(cells[position]) !== ''));

const changedSince = (basis: Basis, rows: readonly RowPlan[]): RowProblem[] =>
  rows
    .filter((plan) => basis[plan.row] !== versionOf(plan))
    .map(({ row }) => ({ row, reason: { code: 'IMPORT_CHANGED_MEANWHILE' } }));

/** The column of the sheet rather than the key it fills. */
function underColumn(columns: readonly ImportColumn[], { row, reason }: RowProblem): RowProblem {
  const column = columns.find(({ relation }) => relation?.foreignKey && relation.foreignKey === reason.field);
  if (!column) return { row, reason };
  return { row, reason: { ...reason, field: column.name, params: { ...reason.params, field: column.name } } };
}
