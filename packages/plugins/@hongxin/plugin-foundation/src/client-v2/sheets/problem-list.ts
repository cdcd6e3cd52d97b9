import type { Translate } from '../tools/texts';
import type { RefusedRow } from '../requests/sheets';

/** Signs with which a spreadsheet begins to calculate. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;

/** The refused rows as a file that Excel opens: with its mark, or Chinese would be unreadable. */
export function problemList(rows: readonly RefusedRow[], t: Translate): Blob {
  const lines = [
    [t('行号'), t('列'), t('原因')],
    ...rows.map(({ row, title, message }) => [String(row), title ?? '', message]),
  ];
  return new Blob([`\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}`], { type: 'text/csv' });
}
