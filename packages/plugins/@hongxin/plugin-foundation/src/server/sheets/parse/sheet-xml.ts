/** Reads the XML of one worksheet: only the cells that are there, whatever size the sheet says it has. */

export interface RawCell {
  row: number;
  column: number;
  /** Type as the file says it: s (shared text), str, inlineStr, n, b, e, d. */
  type: string;
  style: number;
  value: string | null;
  hasFormula: boolean;
}

export interface RawSheet {
  cells: Map<number, RawCell[]>;
  hiddenRows: Set<number>;
  /** First and last row and column of merged areas, from 1. */
  merges: { area: string; top: number; left: number; bottom: number; right: number }[];
  farCell: string | null;
}

/** Tables are not wider; what stands further right is no part of one [default]. */
export const MAX_COLUMNS = 200;

const TOKEN = /<(\/?)(?:[\w.-]+:)?(row|c|v|f|t|rPh|mergeCell|sheetData)(?=[\s/>])([^>]*?)(\/?)>/g;
const ATTRIBUTE = /(?:^|\s)(r|s|t|ref|hidden)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(lt|gt|amp|quot|apos));|_x([0-9a-fA-F]{4})_|<!\[CDATA\[([\s\S]*?)\]\]>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const SPECIAL = /[&_<]/;

const attributesOf = (text: string): Record<string, string | undefined> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, one, other]) => [name, one ?? other]));

function unescape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(ENTITY, (whole, decimal, hexadecimal, name, escaped, data: string | undefined) => {
    if (data !== undefined) return data;
    if (name) return ENTITIES[name as string];
    const code = decimal ? Number(decimal) : parseInt((hexadecimal ?? escaped) as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The number of a column, from 1, and of a row. */
function placeOf(address: string): { column: number; row: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/i.exec(address);
  if (!found) return null;
  const column = [...found[1].toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(found[2]) };
}

/** The name of a column by its number, from 1. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * @param maxRows rows with values that are read at most
 * @param lastRow number of the row after which nothing is read
 */
export function readSheetXml(xml: string, maxRows: number, lastRow = Infinity): RawSheet {
  const sheet: RawSheet = { cells: new Map(), hiddenRows: new Set(), merges: [], farCell: null };
  let row = 0;
  let column = 0;
  let cell: RawCell | null = null;
  let textFrom = -1;
  let isPhonetic = false;
  let isOver = false;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(xml); token; token = TOKEN.exec(xml)) {
    const [whole, slash, name, attributes, selfClosing] = token;
    const isEnd = slash === '/';
    if (name === 'mergeCell' && !isEnd) addMerge(sheet, attributesOf(attributes).ref);
    else if (isOver) continue;
    else if (name === 'row' && !isEnd) {
      const { r, hidden } = attributesOf(attributes);
      row = r === undefined ? row + 1 : Number(r);
      column = 0;
      if (hidden === '1' || hidden === 'true') sheet.hiddenRows.add(row);
      isOver = row > lastRow || sheet.cells.size > maxRows || sheet.farCell !== null;
      if (!isOver) continue;
      if (lastRow < Infinity) break;
      const end = xml.indexOf('sheetData>', TOKEN.lastIndex); // merged areas stand behind it
      if (end < 0) break;
      TOKEN.lastIndex = end;
    } else if (name === 'c' && !isEnd) {
      const { r, s, t } = attributesOf(attributes);
      const place = r === undefined ? null : placeOf(r);
      column = place?.column ?? column + 1;
      cell = { row, column, type: t ?? 'n', style: Number(s ?? 0), value: null, hasFormula: false };
      if (selfClosing) cell = null;
    } else if (name === 'c') {
      if (cell) keep(sheet, cell);
      cell = null;
    } else if (!cell) continue;
    else if (name === 'f') cell.hasFormula = true;
    else if (name === 'rPh') isPhonetic = !isEnd && !selfClosing;
    else if ((name === 'v' || name === 't') && !isPhonetic) {
      if (!isEnd) textFrom = selfClosing ? -1 : token.index + whole.length;
      else if (textFrom >= 0) {
        cell.value = (cell.value ?? '') + unescape(xml.slice(textFrom, token.index));
        textFrom = -1;
      }
    }
  }
  return sheet;
}

function keep(sheet: RawSheet, cell: RawCell): void {
  if (!cell.hasFormula && (cell.value === null || cell.value === '')) return;
  if (cell.column > MAX_COLUMNS) {
    sheet.farCell ??= `${columnName(cell.column)}${cell.row}`;
    return;
  }
  const line = sheet.cells.get(cell.row);
  if (line) line.push(cell);
  else sheet.cells.set(cell.row, [cell]);
}

function addMerge({ merges }: RawSheet, area: string | undefined): void {
  const [from, to] = (area ?? '').split(':').map(placeOf);
  if (!area || !from || !to) return;
  merges.push({ area, top: from.row, left: from.column, bottom: to.row, right: to.column });
}
