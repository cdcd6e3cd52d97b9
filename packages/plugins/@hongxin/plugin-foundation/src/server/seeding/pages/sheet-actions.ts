/** Import and export of a table, as actions that a page is seeded with. */
import type { OwnAction } from '../../domain';

/** A column of an Excel sheet: a field, or a readable key of what it points to. */
export interface SheetColumn {
  field: string;
  /** Field of the record pointed to by which it is found again, e.g. an area's code. */
  key?: string;
  title: string;
}

/** The columns people fill in or read: codes and names, never numbers of rows. */
export interface Sheet {
  columns: readonly SheetColumn[];
  /** What an import says of itself; without it the sheet is only exported. */
  explain?: string;
}

export function sheetActions(block: string, { explain, columns }: Sheet): OwnAction[] {
  const listed = columns.map(({ field, key, title }) => ({ dataIndex: key ? [field, key] : [field], title }));
  const importing: OwnAction = {
    block,
    place: 'collection',
    use: 'ImportActionModel',
    stepParams: { importActionSetting: { importSetting: { explain, importColumns: listed } } },
  };
  const exporting: OwnAction = {
    block,
    place: 'collection',
    use: 'ExportActionModel',
    stepParams: { exportActionSetting: { exportableFields: { exportSettings: listed } } },
  };
  return explain === undefined ? [exporting] : [importing, exporting];
}
