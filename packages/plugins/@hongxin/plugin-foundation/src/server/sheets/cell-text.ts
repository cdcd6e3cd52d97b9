import type { Reason } from '@hongxin/rules/mechanism';
import type { SheetCell } from './parse';

export type CellText = { ok: true; text: string | null } | { ok: false; reason: Reason };

/** Numbers of more digits are not kept exactly by a workbook: their last ones become zeros. */
const EXACT_BELOW = 1e15;
const PROBLEMS = { error: 'CELL_ERROR', formula: 'CELL_FORMULA', merged: 'CELL_MERGED' } as const;

const no = (code: string, params: Reason['params'] = {}): CellText => ({ ok: false, reason: { code, params } });

/** A cell as the text that one sees in it; what has become something else (a date, a rounded number) is named. */
export function cellText(cell: SheetCell): CellText {
  if (cell === null) return { ok: true, text: null };
  if (typeof cell === 'string') return { ok: true, text: cell };
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return no('CELL_IS_BOOLEAN', { shown: cell ? 'TRUE' : 'FALSE' });
  if (cell.kind === 'clock') return no('CELL_IS_DAY', { shown: cell.shown });
  if (cell.kind === 'formatted') {
    const isExact = Math.abs(cell.value) < EXACT_BELOW && !/E[+-]?\d/i.test(cell.shown);
    return isExact ? { ok: true, text: cell.shown } : numberText(cell.value);
  }
  return no(PROBLEMS[cell.kind], { shown: cell.shown });
}

function numberText(value: number): CellText {
  if (Math.abs(value) >= EXACT_BELOW) return no('CELL_LONG_NUMBER');
  return { ok: true, text: String(Number.isInteger(value) ? value : Number(value.toPrecision(15))) };
}
