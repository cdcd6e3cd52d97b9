import { mask, normalizePhone, seenAs, type MaskKind } from '@hongxin/rules/mechanism';
import { isUnchanged } from '../../write/fields';
import { valueName, type ImportColumn } from '../columns';
import type { SheetRow } from '../../../sheets';
import type { ImportRow } from '../types';
import { shownText } from './cell-texts';
import type { Reading, StoredRecord } from './stored';

/** A cell that says something else than the record. */
export interface CellChange {
  column: ImportColumn;
  from: string;
  to: string;
}

/**
 * Compares a row with what an export would write of its record: a cell left as it was changes nothing, whether it is
 * masked, the server's, or named in a way that no longer finds it. The values of such cells are taken out of the row.
 * @param byLook masks of the personal fields, where only its look told whom the row is about: what it leaves empty, and
 *   what looks the same under its mask, stays as it is
 */
export function differencesOf(
  { collection }: Pick<Reading, 'collection'>,
  columns: readonly ImportColumn[],
  { cells }: SheetRow,
  row: ImportRow,
  stored: StoredRecord,
  byLook: Kinds | null = null,
): CellChange[] {
  const changes: CellChange[] = [];
  columns.forEach((column, position) => {
    if (column.isId) return;
    const name = valueName(column);
    const [from, to] = [stored.texts[position], shownText(cells[position])];
    const cell = { column, position, text: to, row, stored };
    const isLeft = byLook && (to === '' || isAlike(collection, byLook, cell));
    if (isLeft || from === to || saysTheSame(collection, column, row.values, stored.values)) {
      delete row.values[name];
      return;
    }
    if (to === '') row.values[name] = column.relation?.isMany ? [] : null;
    changes.push({ column, from, to });
  });
  return changes;
}

/** Kinds of the masks, by personal field. */
export type Kinds = Readonly<Record<string, MaskKind>>;

/** A filled cell beside the record it is compared with. */
interface Cell {
  column: ImportColumn;
  position: number;
  text: string;
  row: ImportRow;
  stored: StoredRecord;
}

/** A text in the one spelling in which it would be kept, whatever way it was typed. */
export const asKept = (kind: MaskKind | undefined, text: string): string =>
  kind === 'phone' ? normalizePhone(text) : seenAs(text);

/** Whether a filled cell says what the caller sees of the record: in its text, its value, or under its mask. */
export function isAlike(
  collection: Reading['collection'],
  kinds: Kinds,
  { column, position, text, row, stored }: Cell,
): boolean {
  const shown = stored.texts[position];
  if (seenAs(shown) === seenAs(text) || saysTheSame(collection, column, row.values, stored.values)) return true;
  const kind = kinds[column.name];
  return kind !== undefined && shown !== '' && mask(kind, asKept(kind, text)) === shown;
}

/** Another writing of the same value: 2026/1/5 for 2026-01-05, 3 for 3.00. Compared with what the caller sees only. */
function saysTheSame(
  collection: Reading['collection'],
  column: ImportColumn,
  values: ImportRow['values'],
  stored: StoredRecord['values'],
): boolean {
  const name = valueName(column);
  if (!(name in values) || !(name in stored)) return false;
  const [sent, current] = [values[name], stored[name]];
  if (column.relation?.isMany) return sameMembers(sent, keysOf(current, column.relation.targetKey));
  if (Array.isArray(sent)) return sameMembers(sent, current);
  if (typeof sent === 'number' && current !== null && current !== '') return Number(current) === sent;
  return isUnchanged(collection, name, sent, stored);
}

const keysOf = (records: unknown, key: string): unknown =>
  Array.isArray(records) ? records.map((record) => (record as Record<string, unknown>)[key]) : records;

function sameMembers(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  const texts = new Set(other.map(String));
  return one.every((each) => texts.has(String(each)));
}
