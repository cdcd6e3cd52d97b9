import { seenAs, type Reason } from '@hongxin/rules/mechanism';
import type { CollectionAccess } from '../../../domain';
import { groupBy } from '../../group-by';
import { valueName, type ImportColumn } from '../columns';
import type { SheetRow } from '../../../sheets';
import { shownText } from './cell-texts';
import type { ImportRow } from '../types';
import { matchAlike } from './alike';
import { findRows } from './find-rows';
import type { Matches } from './matches';
import type { Reading } from './stored';

/** Types whose values nobody chooses: a row with such an id is about a record that exists. */
const GIVEN = new Set(['snowflakeId', 'bigInt', 'integer', 'uid', 'uuid', 'nanoid']);

/** What a row can be recognised by: names of values, with the columns that hold them. */
interface Key {
  fields: readonly string[];
  names: readonly string[];
}

/** Finds for each row the record it is about, if there is one that the caller may see: by its id, else by its keys, else by its look. */
export async function matchRows(
  reading: Reading,
  declaration: CollectionAccess | undefined,
  columns: readonly ImportColumn[],
  sheet: readonly SheetRow[],
  rows: readonly ImportRow[],
): Promise<Matches> {
  const matches: Matches = { ids: new Map(), alike: new Set(), problems: [] };
  const byId = columns.findIndex(({ isId }) => isId);
  const open = byId < 0 ? [...rows] : await matchIds(reading, columns[byId], byId, sheet, rows, matches);
  const keys = keysOf(reading, declaration, columns);
  await matchKeys(reading, keys, open, matches);
  refuseTwice(rows, keys, matches);
  const spoiled = new Set(matches.problems.map(({ row }) => row));
  const keyless = rows
    .map((row, index) => ({ row, sheet: sheet[index] }))
    .filter(({ row }) => !matches.ids.has(row.row) && !spoiled.has(row.row))
    .filter(({ row: { values } }) => !keys.some((key) => isFilled(key, values)));
  await matchAlike(reading, declaration, columns, keyless, matches);
  return matches;
}

async function matchIds(
  reading: Reading,
  { name, field }: ImportColumn,
  position: number,
  sheet: readonly SheetRow[],
  rows: readonly ImportRow[],
  { ids, problems }: Matches,
): Promise<ImportRow[]> {
  const named = new Map(sheet.map(({ row, cells }) => [row, shownText(cells[position])]));
  const wanted = [...new Set(named.values())].filter((text) => isPossible(text, field.type));
  const known = new Set((await findRows(reading, name, wanted, [])).map((row) => String(row[name])));
  const open: ImportRow[] = [];
  for (const each of rows) {
    const id = named.get(each.row) ?? '';
    if (id === '') open.push(each);
    else if (known.has(id)) ids.set(each.row, id);
    else if (GIVEN.has(field.type)) {
      problems.push({
        row: each.row,
        reason: { code: 'IMPORT_ID_UNKNOWN', params: { id: id.slice(0, 40) }, field: name },
      });
    } else each.values[name] = id; // a key that people choose, in a table of their own
  }
  return open;
}

const isPossible = (text: string, type: string): boolean =>
  text !== '' && (!/^(snowflakeId|bigInt|integer)$/.test(type) || /^\d{1,18}$/.test(text));

/** Declared keys, then every unique column of the sheet; never a personal one. */
function keysOf(
  { collection, rights }: Reading,
  declaration: CollectionAccess | undefined,
  columns: readonly ImportColumn[],
): Key[] {
  const unique = columns
    .filter(({ isId, relation, field }) => !isId && !relation && field.options.unique === true)
    .map(({ name }) => [name]);
  const declared = declaration?.importKeys ?? [];
  const all = [
    ...declared,
    ...unique.filter(([name]) => !declared.some(([first, ...more]) => first === name && more.length === 0)),
  ];
  return all.flatMap((fields) => {
    const own = fields.map((name) => columns.find((column) => column.name === name));
    const names = own.map((column) => (column ? valueName(column) : ''));
    const isUsable = own.every(
      (column) => column && !declaration?.personalFields?.[column.name] && rights.canSee(collection, column.name),
    );
    return isUsable ? [{ fields, names }] : [];
  });
}

async function matchKeys(
  reading: Reading,
  keys: readonly Key[],
  rows: readonly ImportRow[],
  { ids, problems }: Matches,
): Promise<void> {
  let open = rows;
  for (const [rank, key] of keys.entries()) {
    const asked = open.filter(({ values }) => isFilled(key, values));
    const [first] = key.names;
    const stronger = keys.slice(0, rank);
    const wanted = [...new Set(asked.map(({ values }) => String(values[first])))];
    const others = [...key.names, ...stronger.flatMap(({ names }) => names)];
    const known = groupBy(await findRows(reading, first, wanted, others), (row) => textUnder(key, row));
    for (const each of asked) {
      const found = known.get(textUnder(key, each.values)) ?? [];
      if (found.length === 0) continue;
      const different = stronger.find((one) => isFilled(one, each.values) && found.some((row) => isFilled(one, row)));
      const reason: Reason | null =
        found.length > 1
          ? { code: 'IMPORT_RECORD_AMBIGUOUS', params: { count: found.length, field: key.fields.join(', ') } }
          : different
            ? { code: 'IMPORT_DUPLICATE', params: { field: key.fields.join(', '), other: different.fields.join(', ') } }
            : null;
      if (reason) problems.push({ row: each.row, reason });
      else ids.set(each.row, String(found[0][reading.collection.model.primaryKeyAttribute]));
    }
    open = open.filter(({ row }) => !ids.has(row));
  }
}

/** Two rows about one record would each undo the other; two new ones with the same key would be one record twice. */
function refuseTwice(rows: readonly ImportRow[], keys: readonly Key[], { ids, problems }: Matches): void {
  const first = new Map<string, number>();
  for (const { row, values } of rows) {
    const rank = keys.findIndex((key) => isFilled(key, values));
    const id = ids.get(row);
    const same = id ?? (rank < 0 ? null : `${rank}\0${textUnder(keys[rank], values)}`);
    if (same === null) continue;
    const before = first.get(same);
    if (before === undefined) first.set(same, row);
    else problems.push({ row, reason: { code: 'IMPORT_RECORD_TWICE', params: { first: before } } });
  }
}

type Values = Readonly<Record<string, unknown>>;

/** The first field says something; the others may be empty, as the area of a target that holds everywhere. */
const isFilled = ({ names: [first] }: Key, values: Values): boolean => seen(values[first]) !== '';

const textUnder = ({ names }: Key, values: Values): string => names.map((name) => seen(values[name])).join('\0');

const seen = (value: unknown): string =>
  seenAs(String(value ?? ''))
    .replace(/\s/g, '')
    .toUpperCase();
