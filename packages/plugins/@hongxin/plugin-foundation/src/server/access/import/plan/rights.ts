import type { CollectionAccess } from '../../../domain';
import type { Reason } from '@hongxin/rules/mechanism';
import { isOn } from '../../switches';
import { refusedFields } from '../../write/fields';
import type { SheetRow } from '../../../sheets';
import { shownText } from './cell-texts';
import { valueName, type ImportColumn } from '../columns';
import type { RowProblem } from '../types';
import type { RowPlan } from './row-plan';
import type { Reading } from './stored';

/** Which cells and rows the caller may not change, and which cells a new record cannot be given. */
export async function closedRows(
  reading: Reading,
  declaration: CollectionAccess | undefined,
  { columns, closed }: { columns: readonly ImportColumn[]; closed: readonly Reason[] },
  plans: readonly RowPlan[],
): Promise<RowProblem[]> {
  const changed = plans.filter(({ stored, changes }) => stored && changes.length > 0);
  const names = new Set(closed.map(({ field }) => field));
  const shut = columns.flatMap((column, position) => (names.has(column.name) ? [{ column, position }] : []));
  return [
    ...plans.filter(({ stored }) => !stored).flatMap(({ sheet }) => filledOnes(sheet, shut)),
    ...(await closedChanges(reading, declaration, changed)),
  ];
}

function filledOnes(
  { row, cells }: SheetRow,
  shut: readonly { column: ImportColumn; position: number }[],
): RowProblem[] {
  return shut
    .filter(({ position }) => shownText(cells[position]) !== '')
    .map(({ column: { name } }) => ({
      row,
      reason: { code: 'IMPORT_CELL_NOT_FOR_NEW', params: { field: name }, field: name },
    }));
}

async function closedChanges(
  { collection, rights, transaction }: Reading,
  declaration: CollectionAccess | undefined,
  plans: readonly RowPlan[],
): Promise<RowProblem[]> {
  if (plans.length === 0 || !isOn('imports')) return [];
  const written = plans.flatMap(({ changes }) => changes.map(({ column }) => valueName(column)));
  rights.narrow(collection, 'update', [...new Set(written)]);
  if (!rights.on(collection.name, 'update'))
    return plans.map(({ row }) => ({ row, reason: { code: 'IMPORT_MAY_NOT_CHANGE' } }));
  const records = plans.flatMap(({ stored }) => (stored ? [stored.values] : []));
  const inside = await rights.idsInScope(collection, 'update', records, transaction);
  return plans.flatMap(({ row, stored, changes }): RowProblem[] => {
    if (!inside.has(stored?.id ?? '')) return [{ row, reason: { code: 'OUT_OF_SCOPE' } }];
    return changes.flatMap(({ column, from }) =>
      refusedFields(collection, { [valueName(column)]: null }, 'update', declaration, rights).map(() => ({
        row,
        reason: { code: 'IMPORT_CELL_NOT_YOURS', params: { field: column.name, value: from }, field: column.name },
      })),
    );
  });
}
