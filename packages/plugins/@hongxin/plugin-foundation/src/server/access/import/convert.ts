import type { Context } from '@nocobase/actions';
import type { Collection, Field, Transaction } from '@nocobase/database';
import type Database from '@nocobase/database';
import { valueReasons } from '../../errors';
import { NAMESPACES } from '../../translations/texts';
import { groupBy } from '../group-by';
import type { AccessControl } from '../index';
import type { Rights } from '../rights/rights';
import { maskedFields, maskedReason } from '../write/masked-values';
import type { ImportColumn } from './columns';
import { FieldRules } from './field-rules';
import { keysOf, lookUp, type Names } from './lookup';
import { textOf, type SheetRow } from './sheet';
import type { ImportRow, RowProblem } from './types';

const SEPARATORS = /[,，、;；]/;

interface CellReader {
  toValue(text: unknown, context: unknown): Promise<unknown>;
}

type ReaderClass = new (options: unknown) => CellReader;

export interface Conversion {
  rows: ImportRow[];
  problems: RowProblem[];
}

/** Turns cells into the values of records, as each field's interface reads them, and collects every problem. */
export async function convertRows(
  tools: { db: Database; access: AccessControl; rights: Rights; transaction: Transaction; context: Context },
  collection: Collection,
  columns: readonly ImportColumn[],
  sheet: readonly SheetRow[],
): Promise<Conversion> {
  const problems: RowProblem[] = [];
  const rows: ImportRow[] = sheet.map(({ row }) => ({ row, values: {} }));
  for (const [position, column] of columns.entries()) {
    const cells = sheet.map(({ cells: line }) => line[position]);
    if (column.relation) {
      const names = await lookUp(
        tools.access,
        tools.rights,
        column,
        cells.flatMap((cell) => splitCell(column, cell)),
        tools.transaction,
      );
      cells.forEach((cell, index) => readRelation(column, cell, names, rows[index], problems));
    } else {
      const reader = readerOf(tools.db, column, tools.context);
      for (const [index, cell] of cells.entries())
        await readCell(column, reader, cell, rows[index], tools.context, problems);
    }
  }
  const declaration = tools.access.declarationOf(collection.name);
  const fieldRules = new FieldRules(collection);
  const spoiled = groupBy(problems, ({ row }) => row);
  for (const each of rows) {
    if (spoiled.has(each.row)) continue; // its values are incomplete: further problems would be echoes
    const reasons = [
      ...valueReasons(collection, each.values),
      ...maskedFields(declaration, each.values).map(maskedReason),
      ...fieldRules.reasons(each.values),
    ];
    problems.push(...reasons.map((reason) => ({ row: each.row, reason })));
  }
  return { rows, problems };
}

const splitCell = ({ relation }: ImportColumn, cell: unknown): string[] =>
  (relation?.isMany ? textOf(cell).split(SEPARATORS) : [textOf(cell)])
    .map((text) => text.trim())
    .filter((text) => text !== '');

function readRelation(
  column: ImportColumn,
  cell: unknown,
  names: Names,
  target: ImportRow,
  problems: RowProblem[],
): void {
  const { keys, reasons } = keysOf(splitCell(column, cell), names, column.name);
  problems.push(...reasons.map((reason) => ({ row: target.row, reason })));
  if (keys.length === 0 || !column.relation) return;
  if (column.relation.foreignKey) [target.values[column.relation.foreignKey]] = keys;
  else target.values[column.name] = column.relation.isMany ? keys : keys[0];
}

function readerOf(db: Database, { field }: ImportColumn, context: Context): CellReader | null {
  const Reader = db.interfaceManager.getInterfaceType(field.options.interface as string) as unknown as
    ReaderClass | undefined;
  return Reader ? new Reader(withTranslatedChoices(field.options, context)) : null;
}

interface Choice {
  value: unknown;
  label: string;
}

/** An export gives the labels of choices in the reader's language; what came out goes in again. */
function withTranslatedChoices(options: Field['options'], context: Context): Field['options'] {
  const schema = options.uiSchema as { enum?: readonly Choice[] } | undefined;
  if (!schema?.enum) return options;
  const translate = context.t as (text: string, options: { ns: string }) => string;
  const translated = schema.enum.map((choice) => ({
    ...choice,
    label: translate(choice.label, { ns: NAMESPACES.collections }),
  }));
  return { ...options, uiSchema: { ...schema, enum: [...schema.enum, ...translated] } };
}

async function readCell(
  column: ImportColumn,
  reader: CellReader | null,
  cell: unknown,
  target: ImportRow,
  context: Context,
  problems: RowProblem[],
): Promise<void> {
  // An exported cell that began with a formula sign carries an apostrophe; it is not part of the text.
  const text = typeof cell === 'string' ? cell.trim().replace(/^'(?=[=+\-@])/, '') : cell;
  if (text === null || text === undefined || text === '') return;
  try {
    target.values[column.name] = reader ? await reader.toValue(text, context) : text;
  } catch (error) {
    const cause = (error as Error).message.slice(0, 200);
    problems.push({
      row: target.row,
      reason: { code: 'IMPORT_CELL_UNREADABLE', params: { cause }, field: column.name },
    });
  }
}
