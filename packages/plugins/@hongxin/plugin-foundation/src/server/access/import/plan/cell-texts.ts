import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import { XlsxExporter } from '@nocobase/plugin-action-export';
import { plainLines } from '@hongxin/rules/mechanism';
import type { ImportColumn } from '../columns';
import { cellText, type SheetCell } from '../../../sheets';

/** How the host writes a record's values into the cells of an export; it offers this to no one but its own exporter. */
class Exporter extends XlsxExporter {
  textOf(values: unknown, path: string[], ctx: Context): unknown {
    return this.formatValue({ toJSON: () => values } as Parameters<XlsxExporter['formatValue']>[0], path, ctx);
  }
}

export type CellTexts = (values: unknown) => string[];

/** The texts of a record under the columns, as an export of the same columns would hold them. */
export function cellTexts(ctx: Context, collection: Collection, columns: readonly ImportColumn[]): CellTexts {
  const { collectionManager } = ctx.app.dataSourceManager.dataSources.get('main');
  const described = columns.map(({ path, header }) => ({ dataIndex: path, defaultTitle: header }));
  const exporter = new Exporter({
    collectionManager,
    collection: collectionManager.getCollection(collection.name),
    columns: described,
  });
  return (values) => columns.map(({ path }) => plainText(exporter.textOf(values, path, ctx)));
}

/** A value's text to compare by: programs write line breaks in two ways, and nobody sees what is around a text. */
export const plainText = (value: unknown): string => plainLines(String(value ?? ''));

/** A cell as one sees it, whether it can be read or not. */
export function shownText(cell: SheetCell): string {
  const read = cellText(cell);
  return plainText(read.ok ? read.text : (read.reason.params?.shown ?? ''));
}
