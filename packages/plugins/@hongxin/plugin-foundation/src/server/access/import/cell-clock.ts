import { readClock, readDay, readMoment, type Reason } from '@hongxin/rules/mechanism';
import { cellText, type SheetCell } from '../../sheets';

export type CellValue = { ok: true; value: unknown } | { ok: false; reason: Reason };

/** How a cell is read as a kind of day or time; none of them asks for the zone of the server or of who uploads. */
export type ClockKind = 'day' | 'moment' | 'wallClock' | 'time';

const KIND_OF_TYPE: Readonly<Record<string, ClockKind>> = {
  dateOnly: 'day',
  date: 'moment',
  datetime: 'moment',
  datetimeTz: 'moment',
  unixTimestamp: 'moment',
  datetimeNoTz: 'wallClock',
  time: 'time',
};
const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)(?:[:：]([0-5]\d))?$/;

/** @returns null for fields that hold neither */
export const clockKindOf = (type: string): ClockKind | null => KIND_OF_TYPE[type] ?? null;

/** Reads a day or time: a cell that is one, or a text that says one. */
export function clockOf(cell: SheetCell, kind: ClockKind): CellValue {
  if (typeof cell === 'object' && cell?.kind === 'clock') return ofClockCell(cell, kind);
  if (typeof cell === 'number' || (typeof cell === 'object' && cell?.kind === 'formatted')) {
    const shown = typeof cell === 'number' ? String(cell) : cell.shown;
    // a month that was typed as a number is named as one
    const asText = readDay(shown);
    if (kind === 'time') return { ok: false, reason: { code: 'CELL_NOT_TIME', params: { shown } } };
    if (!asText.ok && asText.reason.code === 'DAY_IS_MONTH') return asText;
    return { ok: false, reason: { code: 'CELL_NOT_DAY', params: { shown } } };
  }
  const read = cellText(cell);
  if (!read.ok) return read;
  return read.text === null ? { ok: true, value: null } : ofText(read.text, kind);
}

function ofClockCell(cell: Extract<SheetCell, { kind: 'clock' }>, kind: ClockKind): CellValue {
  const { day, showsDay, time, shown } = cell;
  if (kind === 'time') return { ok: true, value: time };
  if (day === null) return { ok: false, reason: { code: 'CELL_NOT_DAY', params: { shown } } };
  if (!showsDay) return { ok: false, reason: { code: 'DAY_IS_MONTH', params: { value: shown } } };
  const read = readDay(day);
  if (!read.ok || kind === 'day') return read.ok ? { ok: true, value: read.day } : read;
  return ofText(`${day} ${time}`, kind);
}

function ofText(text: string, kind: ClockKind): CellValue {
  if (kind === 'time') {
    const found = TIME.exec(text.normalize('NFKC').trim());
    if (!found) return { ok: false, reason: { code: 'CELL_NOT_TIME', params: { shown: text.slice(0, 40) } } };
    return { ok: true, value: `${found[1].padStart(2, '0')}:${found[2]}:${found[3] ?? '00'}` };
  }
  if (kind === 'day') {
    const read = readDay(text);
    return read.ok ? { ok: true, value: read.day } : read;
  }
  if (kind === 'wallClock') {
    const read = readClock(text);
    if (!read.ok) return read;
    if (read.zone !== null) return { ok: false, reason: { code: 'DAY_UNREADABLE', params: { value: text } } };
    return { ok: true, value: `${read.day} ${read.time}` };
  }
  const read = readMoment(text);
  return read.ok ? { ok: true, value: read.moment } : read;
}
