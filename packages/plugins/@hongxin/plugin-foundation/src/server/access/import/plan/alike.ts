import { seenAs, type MaskKind } from '@hongxin/rules/mechanism';
import type { CollectionAccess } from '../../../domain';
import type { SheetRow } from '../../../sheets';
import { groupBy } from '../../group-by';
import { valueName, type ImportColumn } from '../columns';
import type { ImportRow } from '../types';
import { shownText } from './cell-texts';
import { asKept, isAlike } from './differences';
import { findRows } from './find-rows';
import type { Matches } from './matches';
import { readStored, type Reading, type StoredRecord } from './stored';

/** A row of the sheet with what was read of it. */
interface Line {
  sheet: SheetRow;
  row: ImportRow;
}

/**
 * Rows that carry neither an id nor a key, as a list that somebody keeps at home and sends in again: such a row is about
 * the record that looks the same to the caller in every cell that is filled, or, where the collection says what makes
 * its records one (`importAlike`: a person's name and phone), in those. A personal value is compared under its mask, with
 * nothing more than what a list shows the caller anyway: no sheet finds out hidden digits by trying.
 */
export async function matchAlike(
  reading: Reading,
  declaration: CollectionAccess | undefined,
  columns: readonly ImportColumn[],
  lines: readonly Line[],
  { ids, alike, problems }: Matches,
): Promise<void> {
  const look = new Look(reading, declaration, columns);
  // the column that is filled in every row, or else in some: a number is left empty where the server gives it
  const labels = columns.filter((column) => look.isLabel(column));
  const isFilled = (column: ImportColumn) => (line: Line) => String(line.row.values[column.name] ?? '') !== '';
  const label =
    labels.find((column) => lines.every(isFilled(column))) ?? labels.find((column) => lines.some(isFilled(column)));
  if (!label || lines.length === 0) return;
  const labelOf = ({ row }: Line): string => String(row.values[label.name] ?? '');
  const named = [...new Set(lines.map(labelOf))].filter((text) => text !== '');
  const key = reading.collection.model.primaryKeyAttribute;
  const found = (await findRows(reading, label.name, named, [])).map((row) => String(row[key]));
  const taken = new Set(ids.values());
  const free = found.filter((id) => !taken.has(id));
  const records = [...(await readStored(reading, columns, free)).values()];
  const byLabel = groupBy(records, ({ values }) => seenAs(String(values[label.name])));
  const first = new Map<string, number>();
  for (const line of lines) {
    const { row } = line.row;
    const identity = look.identityOf(line);
    const before = identity === null ? undefined : first.get(identity);
    if (before !== undefined) {
      problems.push({ row, reason: { code: 'IMPORT_RECORD_TWICE', params: { first: before } } });
      continue;
    }
    if (identity !== null) first.set(identity, row);
    const open = (byLabel.get(seenAs(labelOf(line))) ?? []).filter(({ id }) => !taken.has(id));
    const exact = open.filter((record) => look.isSame(line, record, columns));
    const one = identity === null ? [] : open.filter((record) => look.isSame(line, record, look.declared));
    if (exact.length === 0 && one.length > 1) {
      const field = look.declared.map(({ name }) => name).join(', ');
      problems.push({ row, reason: { code: 'IMPORT_RECORD_AMBIGUOUS', params: { count: one.length, field } } });
      continue;
    }
    const record = exact[0] ?? one[0];
    if (!record) continue;
    taken.add(record.id);
    ids.set(row, record.id);
    alike.add(row);
  }
}

/** How rows and records look to the caller, column by column. */
class Look {
  /** The columns of the sheet that make a record one, where all of them are in it. */
  readonly declared: readonly ImportColumn[];
  private readonly kinds: Readonly<Record<string, MaskKind>>;

  constructor(
    private readonly reading: Reading,
    declaration: CollectionAccess | undefined,
    private readonly columns: readonly ImportColumn[],
  ) {
    this.kinds = declaration?.personalFields ?? {};
    const names = declaration?.importAlike ?? [];
    const declared = names.flatMap((name) => columns.find((column) => column.name === name) ?? []);
    this.declared = declared.length === names.length ? declared : [];
  }

  /** A text to look candidates up by: never a personal one, and only one that the caller sees. */
  isLabel({ name, isId, relation, field }: ImportColumn): boolean {
    const { collection, rights } = this.reading;
    const isText = /^(string|text)$/.test(field.type);
    return isText && !isId && !relation && !this.kinds[name] && rights.canSee(collection, name);
  }

  /** What makes the row's record one; null where the collection does not say, or the row leaves it open. */
  identityOf({ sheet, row }: Line): string | null {
    const texts = this.declared.map((column) => {
      const value = row.values[valueName(column)] ?? shownText(sheet.cells[this.columns.indexOf(column)]);
      return asKept(this.kinds[column.name], String(value)).replace(/\s/g, '');
    });
    return texts.length === 0 || texts.includes('') ? null : texts.join('\0');
  }

  /** Whether all the given columns that the row fills say what the caller sees of the record. */
  isSame({ sheet, row }: Line, stored: StoredRecord, among: readonly ImportColumn[]): boolean {
    return among.every((column) => {
      if (column.isId) return true;
      const position = this.columns.indexOf(column);
      const text = shownText(sheet.cells[position]);
      return text === '' || isAlike(this.reading.collection, this.kinds, { column, position, text, row, stored });
    });
  }
}
