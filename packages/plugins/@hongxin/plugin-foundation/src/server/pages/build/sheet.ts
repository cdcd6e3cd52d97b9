/** Import and export of a list, with the titles of its fields as headings. */
import type { CollectionOptions } from '@nocobase/database';
import type { OwnAction } from '../../domain';
import { sheetActions, type SheetColumn } from '../../seeding/pages/sheet-actions';
import { requirePath, titleOf, type Place } from './declared';
import type { ListOptions, SheetField } from './options';

function columnOf(place: Place, collection: CollectionOptions, column: SheetField): SheetColumn {
  const [path, title] = typeof column === 'string' ? [column] : column;
  const declared = requirePath(place, collection, path);
  const [field = path, key] = path.split('.');
  return { field, ...(key ? { key } : {}), title: title ?? titleOf(declared) };
}

export function sheetOf(
  place: Place,
  collection: CollectionOptions,
  block: string,
  sheet: NonNullable<ListOptions['sheet']>,
): OwnAction[] {
  const columns = sheet.columns.map((column) => columnOf(place, collection, column));
  return sheetActions(block, { ...sheet, columns });
}
