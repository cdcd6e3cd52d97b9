import { CFB, utils, write, type WorkSheet } from '@e965/xlsx';

/** A column of a template. */
export interface TemplateColumn {
  header: string;
  /** In characters. */
  width?: number;
  /** What to choose from; offered by Excel as a list below the cell. */
  choices?: readonly string[];
  /** Several choices may be typed in one cell, joined by commas: the list helps and does not bind. */
  several?: boolean;
  /** Shown by Excel beside the cell. */
  hint?: string;
}

export interface Template {
  /** Title of the sheet that is filled in. */
  sheet: string;
  columns: readonly TemplateColumn[];
  /** Lines of the sheet that explains. */
  explanation: readonly string[];
}

/** Rows for which Excel offers the choices. */
const ROWS = 2000;
const CHOICES = '选项';
const EXPLANATION = '填写说明';

/** An .xlsx workbook to fill in: headers, choices, an explanation. */
export function writeTemplate({ sheet, columns, explanation }: Template): Buffer {
  const workbook = utils.book_new();
  const filled = utils.aoa_to_sheet([columns.map(({ header }) => header)]);
  filled['!cols'] = columns.map(({ width, header }) => ({ wch: width ?? Math.max(10, header.length * 2 + 2) }));
  utils.book_append_sheet(workbook, filled, sheet);
  utils.book_append_sheet(workbook, choicesSheet(columns), CHOICES);
  const lines = utils.aoa_to_sheet(explanation.map((line) => [line]));
  lines['!cols'] = [{ wch: 100 }];
  utils.book_append_sheet(workbook, lines, EXPLANATION);
  return withValidations(write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer, columns);
}

function choicesSheet(columns: readonly TemplateColumn[]): WorkSheet {
  const longest = Math.max(0, ...columns.map(({ choices }) => choices?.length ?? 0));
  const rows = Array.from({ length: longest }, (_row, index) => columns.map(({ choices }) => choices?.[index] ?? null));
  return utils.aoa_to_sheet([columns.map(({ header, choices }) => (choices ? header : null)), ...rows]);
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);

/** The lists below the cells, which the library cannot write: they are put into the sheet's own XML. */
function withValidations(workbook: Buffer, columns: readonly TemplateColumn[]): Buffer {
  const rules = columns.flatMap((column, index) => {
    const letter = utils.encode_col(index);
    const cells = `${letter}2:${letter}${ROWS}`;
    const hint = column.hint
      ? ` showInputMessage="1" promptTitle="${escape(column.header)}" prompt="${escape(column.hint)}"`
      : '';
    if (!column.choices)
      return column.hint ? [`<dataValidation allowBlank="1"${hint} sqref="${cells}"></dataValidation>`] : [];
    const list = `'${CHOICES}'!$${letter}$2:$${letter}$${column.choices.length + 1}`;
    return [
      `<dataValidation type="list" allowBlank="1"${column.several ? '' : ' showErrorMessage="1"'}${hint} sqref="${cells}">` +
        `<formula1>${escape(list)}</formula1></dataValidation>`,
    ];
  });
  if (rules.length === 0) return workbook;
  const container = CFB.read(workbook, { type: 'buffer' });
  const entry = CFB.find(container, '/xl/worksheets/sheet1.xml');
  if (!entry) throw new Error('a workbook that was just written has no first sheet');
  const xml = Buffer.from(entry.content as Uint8Array).toString('utf8');
  const block = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  entry.content = Buffer.from(xml.replace('</sheetData>', `</sheetData>${block}`), 'utf8');
  return Buffer.from(CFB.write(container, { type: 'buffer', fileType: 'zip', compression: true }) as Uint8Array);
}
