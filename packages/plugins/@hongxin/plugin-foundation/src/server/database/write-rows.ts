import type { Collection, Model } from '@nocobase/database';
import type { Scope } from './sql';

/** A row that is there, and the fields that are written as it holds them. */
export interface RowToWrite {
  row: Model;
  fields: readonly string[];
}

interface Attribute {
  field?: string;
  type: { toSql(): string };
}

/** Rows of one statement: enough that a statement costs nothing, few enough that none is megabytes long. */
const AT_ONCE = 500;

/** Writes rows by their keys, those of the same fields with one statement for each 500. */
export async function writeRows(rows: readonly RowToWrite[], scope: Scope): Promise<void> {
  const groups = new Map<string, RowToWrite[]>();
  for (const each of rows) {
    const key = [...each.fields].sort().join();
    const group = groups.get(key) ?? [];
    group.push(each);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    for (let from = 0; from < group.length; from += AT_ONCE) await writeAlike(group.slice(from, from + AT_ONCE), scope);
  }
}

async function writeAlike(rows: readonly RowToWrite[], { db, transaction }: Scope): Promise<void> {
  const [{ row: first, fields }] = rows;
  const {
    collection,
    rawAttributes,
    primaryKeyAttribute: key,
  } = first.constructor as typeof Model & {
    rawAttributes: Record<string, Attribute>;
  };
  const quote = (name: string): string => db.quoteIdentifier(name);
  const columns = [key, ...fields].map((name) => ({ name, attribute: rawAttributes[name] }));
  const columnOf = ({ name, attribute }: (typeof columns)[number]): string => quote(attribute.field ?? name);
  const escape = escapingOf(collection);
  const values = rows.map(({ row }) => {
    const cells = columns.map(
      ({ name, attribute }) => `CAST(${escape(row.dataValues[name], attribute)} AS ${castOf(attribute)})`,
    );
    return `(${cells.join(', ')})`;
  });
  const [keyColumn, ...written] = columns.map(columnOf);
  // the key a second time: it may be among what is written
  const names = columns.map((_each, index) => quote(`v${index}`));
  const set = written.map((column, index) => `${column} = v.${names[index + 1]}`);
  const [, metadata] = await db.sequelize.query(
    `UPDATE ${collection.quotedTableName()} AS r SET ${set.join(', ')}
     FROM (VALUES ${values.join(',\n')}) AS v(${names.join(', ')}) WHERE r.${keyColumn} = v.${names[0]}`,
    { transaction },
  );
  const touched = (metadata as { rowCount?: number } | undefined)?.rowCount;
  if (touched !== rows.length)
    throw new Error(`${rows.length} rows of ${collection.name} were to be written, and ${String(touched)} were`);
}

/** A value as Sequelize writes it into an UPDATE of its own. */
function escapingOf({ db }: Collection): (value: unknown, attribute: Attribute) => string {
  const generator = db.sequelize.getQueryInterface().queryGenerator as {
    escape(value: unknown, attribute: Attribute, options: { context: 'UPDATE' }): string | number;
  };
  return (value, attribute) => String(generator.escape(value, attribute, { context: 'UPDATE' }));
}

/** The type of a column, without its length: a cast would cut off silently what the column refuses. */
const castOf = ({ type }: Attribute): string => type.toSql().replace(/^((?:VAR)?CHAR)\(.*\)/i, '$1');
