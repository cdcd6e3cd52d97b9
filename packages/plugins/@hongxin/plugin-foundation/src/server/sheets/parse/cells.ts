import { SSF } from '@e965/xlsx';
import { clockOfSerial, plainLines } from '@hongxin/rules/mechanism';
import type { RawCell } from './sheet-xml';
import type { SheetCell } from './types';

/** Days of a workbook that counts from 1904 are so many fewer. */
const DAYS_UNTIL_1904 = 1462;

/** Formats of Chinese Excel that its files name by number only (ECMA-376 18.8.30, zh-cn). */
const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

interface Format {
  code: string;
  isClock: boolean;
  showsDay: boolean;
}

/** What is used of the library's reading of styles. */
export interface Styles {
  CellXf?: readonly { numFmtId?: number | string }[];
  NumberFmt?: readonly (string | undefined)[];
}

/** Turns the raw cells of one workbook into what one sees. */
export class CellReading {
  private readonly formats = new Map<number, Format>();

  constructor(
    private readonly styles: Styles,
    private readonly texts: readonly ({ t?: string } | undefined)[],
    private readonly from1904: boolean,
  ) {}

  read({ type, value, style, hasFormula }: RawCell): SheetCell {
    if (hasFormula && (value === null || (value === '' && type !== 's'))) return { kind: 'formula', shown: '' };
    if (value === null) return null;
    if (type === 's') return textCell(this.texts[Number(value)]?.t ?? '');
    if (type === 'str' || type === 'inlineStr') return textCell(value);
    if (type === 'e') return { kind: 'error', shown: value };
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true';
    if (type === 'd') return isoCell(value.trim());
    return this.number(Number(value), style);
  }

  private number(value: number, style: number): SheetCell {
    if (!Number.isFinite(value)) return null;
    const format = this.formatOf(style);
    if (format.isClock) {
      const serial = value + (this.from1904 ? DAYS_UNTIL_1904 : 0);
      const { day, time } = clockOfSerial(serial);
      return { kind: 'clock', day, showsDay: format.showsDay, time, value, shown: shownAs(format.code, serial) };
    }
    if (format.code === 'General' || format.code === '@') return value;
    const shown = shownAs(format.code, value).trim();
    return shown === '' || shown === String(value) ? value : { kind: 'formatted', value, shown };
  }

  private formatOf(style: number): Format {
    const known = this.formats.get(style);
    if (known) return known;
    const id = Number(this.styles.CellXf?.[style]?.numFmtId ?? 0);
    const code = this.styles.NumberFmt?.[id] ?? CHINESE_FORMATS[id] ?? (SSF.get_table() as string[])[id] ?? 'General';
    const letters = code.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '');
    const format = { code, isClock: SSF.is_date(code) as boolean, showsDay: /d/i.test(letters) };
    this.formats.set(style, format);
    return format;
  }
}

function textCell(text: string): SheetCell {
  const plain = plainLines(text);
  return plain === '' ? null : plain;
}

function shownAs(code: string, value: number): string {
  try {
    return String(SSF.format(code, value));
  } catch {
    return String(value); // a format that cannot be understood shows the number
  }
}

/** A day written as ISO 8601, which a workbook may hold in place of a number. */
function isoCell(text: string): SheetCell {
  const [, day = null, time] = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2}:\d{2})?/.exec(text) ?? [];
  return { kind: 'clock', day, showsDay: day !== null, time: time ?? '00:00:00', value: 0, shown: text };
}
