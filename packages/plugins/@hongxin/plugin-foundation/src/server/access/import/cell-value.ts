import type { Context } from '@nocobase/actions';
import type { Field } from '@nocobase/database';
import type Database from '@nocobase/database';
import { plainLine } from '@hongxin/rules/mechanism';
import { cellText, type SheetCell } from '../../sheets';
import { ChoiceReader } from './cell-choice';
import { clockKindOf, clockOf, type CellValue } from './cell-clock';

/** Reads the cells of one column. */
export type CellReader = (cell: SheetCell) => CellValue | Promise<CellValue>;

const NUMBER_TYPES = /^(INTEGER|BIGINT|FLOAT|REAL|DOUBLE PRECISION|DECIMAL)$/;
const WHOLE_TYPES = /^(INTEGER|BIGINT)$/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(%?)$/;
const YES = new Set(['是', '1', 'y', 'yes', 'true', '√', '✓']);
const NO = new Set(['否', '0', 'n', 'no', 'false', '×', '✗']);

/** How the column of a field is read. Days, choices, numbers, flags and texts are read here; others as NocoBase does. */
export function cellReaderOf(
  db: Database,
  field: Pick<Field, 'type' | 'options'>,
  type: string | undefined,
  context: Context,
): CellReader {
  const clock = clockKindOf(field.type as string);
  if (clock) return (cell) => clockOf(cell, clock);
  const choices = ChoiceReader.of(field, context);
  if (choices) return (cell) => choices.read(cell);
  if (type === 'BOOLEAN') return flagOf;
  if (NUMBER_TYPES.test(type ?? '')) return (cell) => numberOf(cell, WHOLE_TYPES.test(type ?? ''));
  if (type === 'STRING') return (cell) => textOf(cell, false);
  if (type === 'TEXT') return (cell) => textOf(cell, true);
  return hostReader(db, field, context);
}

function textOf(cell: SheetCell, severalLines: boolean): CellValue {
  const read = cellText(cell);
  if (!read.ok || read.text === null) return read.ok ? { ok: true, value: null } : read;
  const text = severalLines || !/[\n\t]/.test(read.text) ? read.text : plainLine(read.text);
  return { ok: true, value: withoutApostrophe(text) };
}

/** An exported cell that began with a formula sign carries an apostrophe; it is not part of the text. */
const withoutApostrophe = (text: string): string => (text.startsWith("'") ? text.replace(/^'(?=[=+\-@])/, '') : text);

function flagOf(cell: SheetCell): CellValue {
  if (typeof cell === 'boolean') return { ok: true, value: cell };
  const read = cellText(cell);
  if (!read.ok || read.text === null) return read.ok ? { ok: true, value: null } : read;
  const text = read.text.normalize('NFKC').toLowerCase();
  if (YES.has(text)) return { ok: true, value: true };
  return NO.has(text) ? { ok: true, value: false } : { ok: false, reason: { code: 'VALUE_NOT_A_BOOLEAN' } };
}

function numberOf(cell: SheetCell, isWhole: boolean): CellValue {
  const isFormatted = typeof cell === 'object' && cell?.kind === 'formatted';
  const value = isFormatted ? cell.value : cell;
  if (typeof value === 'number' && Math.abs(value) < 1e15) return { ok: true, value };
  const read = cellText(value as SheetCell);
  if (!read.ok || read.text === null) return read.ok ? { ok: true, value: null } : read;
  const text = read.text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, '');
  const found = NUMBER.exec(text);
  if (!found) return { ok: false, reason: { code: isWhole ? 'VALUE_NOT_INTEGER' : 'VALUE_NOT_A_NUMBER' } };
  const plain = text.replace(/,/g, '');
  if (found[1] === '%') return { ok: true, value: Number(plain.slice(0, -1)) / 100 };
  // a number that JavaScript cannot hold exactly travels as text
  return { ok: true, value: isWhole && plain.length > 15 ? plain : Number(plain) };
}

interface HostReader {
  toValue(text: unknown, context: unknown): Promise<unknown>;
}

function hostReader(db: Database, field: Pick<Field, 'type' | 'options'>, context: Context): CellReader {
  const Reader = db.interfaceManager.getInterfaceType(field.options.interface as string) as unknown as
    (new (options: unknown) => HostReader) | undefined;
  const reader = Reader ? new Reader(field.options) : null;
  const own = Object.assign(Object.create(context as object), { field }) as unknown;
  return async (cell) => {
    const read = cellText(cell);
    if (!read.ok || read.text === null) return read.ok ? { ok: true, value: null } : read;
    if (!reader) return { ok: true, value: read.text };
    try {
      return { ok: true, value: await reader.toValue(read.text, own) };
    } catch {
      return { ok: false, reason: { code: 'VALUE_INVALID' } }; // the host's own words are English
    }
  };
}
