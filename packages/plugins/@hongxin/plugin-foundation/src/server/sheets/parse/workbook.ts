import { read } from '@e965/xlsx';
import { CellReading, type Styles } from './cells';
import { readTable, type VisibleSheet } from './table';
import type { ParsedSheet, ParseRequest } from './types';

/** What is used of the library's reading of a workbook whose sheets it leaves alone. */
interface OpenedWorkbook {
  Directory?: { workbooks?: readonly string[] };
  Workbook?: { Sheets?: readonly { name: string; id?: string; Hidden?: number }[]; WBProps?: { date1904?: boolean } };
  Strings?: readonly { t?: string }[];
  Styles?: Styles;
  files?: Readonly<Record<string, { content?: Uint8Array | string }>>;
}

/**
 * Reads the rows below the given headers from a workbook (.xlsx). The library unpacks it and reads its texts and styles;
 * its sheets are read here, cell by cell, because the library turns errors, formulas without a value and merged cells into
 * nothing, and fills every row to its last column.
 * @throws Error when it is no workbook
 */
export function readWorkbook({ content, ...request }: ParseRequest): ParsedSheet {
  const options = { type: 'buffer', sheets: [], bookFiles: true, cellFormula: false, cellHTML: false } as const;
  const book = read(Buffer.from(content), options as never) as unknown as OpenedWorkbook;
  const files = new Map(Object.entries(book.files ?? {}).map(([path, file]) => [path.toLowerCase(), file]));
  const text = (path: string): string => {
    const file = files.get(path.toLowerCase())?.content;
    return typeof file === 'string' ? Buffer.from(file, 'binary').toString('utf8') : Buffer.from(file ?? []).toString();
  };
  const workbookPath = (book.Directory?.workbooks?.[0] ?? '').replace(/^\//, '');
  if (!files.has(workbookPath.toLowerCase()) || !/\.xml$/i.test(workbookPath)) throw new Error('no workbook');
  const places = sheetPlaces(text, workbookPath);
  const visible = (book.Workbook?.Sheets ?? []).flatMap(({ name, id, Hidden }): VisibleSheet[] => {
    const path = places.get(id ?? '');
    return Hidden || path === undefined ? [] : [{ name, xml: () => text(path) }];
  });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return readTable(visible, request, new CellReading(book.Styles ?? {}, book.Strings ?? [], from1904));
}

/** Paths of worksheets by the ids that the workbook calls them by. */
function sheetPlaces(text: (path: string) => string, workbookPath: string): Map<string, string> {
  const [, folder, file] = /^(.*\/)?([^/]+)$/.exec(workbookPath) ?? [];
  const relations = text(`${folder ?? ''}_rels/${file}.rels`);
  const places = new Map<string, string>();
  for (const [relation] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const attribute = (name: string): string =>
      new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(relation)?.[1] ?? '';
    if (!attribute('Type').endsWith('/worksheet')) continue;
    const target = attribute('Target');
    places.set(
      attribute('Id'),
      target.startsWith('/') ? target.slice(1) : `${folder ?? ''}${target}`.replace(/\/\.\//g, '/'),
    );
  }
  return places;
}
