import type { Context } from '@nocobase/actions';
import type { Reason } from '@hongxin/rules/mechanism';
import type { ReasonDescriber } from '../../../errors/describe';
import type { ImportColumn } from '../columns';
import type { RowProblem } from '../types';
import { shownText } from './cell-texts';
import { versionOf, type ImportPlan, type RowPlan } from './index';

/** Most rows of each kind that a check lists; the counts hold for all. */
const LISTED = 5000;

export interface ImportCounts {
  created: number;
  changed: number;
  unchanged: number;
}

/** What a check answers. */
export interface ImportPreview {
  counts: ImportCounts & { refused: number };
  created: { row: number; label: string }[];
  changed: { row: number; label: string; cells: { title: string; from: string; to: string }[] }[];
  refused: { row: number; title: string | null; field?: string; code: string; message: string }[];
  /** How many rows each list may hold. */
  listed: number;
  /** To be sent along when the file is imported: the versions of the records that this check has seen. */
  basis: Record<string, string>;
}

export function countsOf(rows: readonly RowPlan[]): ImportCounts {
  const created = rows.filter(({ stored }) => !stored).length;
  const changed = rows.filter(({ stored, changes }) => stored && changes.length > 0).length;
  return { created, changed, unchanged: rows.length - created - changed };
}

export function previewOf(
  ctx: Context,
  describer: ReasonDescriber,
  columns: readonly ImportColumn[],
  { rows, problems }: ImportPlan,
): ImportPreview {
  const refused = new Set(problems.map(({ row }) => row));
  const good = rows.filter(({ row }) => !refused.has(row));
  const first = columns.findIndex(({ isId }) => !isId);
  const labelOf = ({ sheet, stored }: RowPlan): string =>
    (stored?.texts[first] ?? shownText(sheet.cells[first])).slice(0, 100);
  return {
    counts: { ...countsOf(good), refused: refused.size },
    created: good
      .filter(({ stored }) => !stored)
      .slice(0, LISTED)
      .map((plan) => ({ row: plan.row, label: labelOf(plan) })),
    changed: good
      .filter(({ stored, changes }) => stored && changes.length > 0)
      .slice(0, LISTED)
      .map((plan) => ({
        row: plan.row,
        label: labelOf(plan),
        cells: plan.changes.map(({ column, from, to }) => ({ title: column.header, from, to })),
      })),
    refused: described(ctx, describer, columns, inOrder(problems).slice(0, LISTED)),
    listed: LISTED,
    basis: Object.fromEntries(rows.map((plan) => [String(plan.row), versionOf(plan)])),
  };
}

export const inOrder = (problems: readonly RowProblem[]): RowProblem[] => [...problems].sort((a, b) => a.row - b.row);

function described(
  ctx: Context,
  describer: ReasonDescriber,
  columns: readonly ImportColumn[],
  problems: readonly RowProblem[],
): ImportPreview['refused'] {
  const reasons = problems.map(({ reason }): Reason => reason);
  return describer.entries(ctx, reasons).map(({ code, message, field }, index) => ({
    row: problems[index].row,
    title: columns.find(({ name }) => name === field)?.header ?? null,
    ...(field === undefined ? {} : { field }),
    code,
    message,
  }));
}
