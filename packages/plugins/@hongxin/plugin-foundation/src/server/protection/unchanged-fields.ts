import type Database from '@nocobase/database';
import type { Field, Model } from '@nocobase/database';
import { isDeepStrictEqual } from 'node:util';

/** What a row says of itself, and not of the field. */
const BOOKKEEPING = ['key', 'collectionName', 'parentKey', 'reverseKey'];
const shortened = Symbol.for('hongxin/unchanged-fields');

interface FieldRow extends Model {
  load(options?: { transaction?: unknown }): Promise<Field | undefined>;
}

/**
 * Lets a start pass over fields whose row says what the code has said already. For every row NocoBase waits for a timer,
 * takes the field off its collection, and puts an equal one in its place, which makes Sequelize compute the whole
 * collection anew: three milliseconds for each of some nine hundred. It has no registry for this, so the one method is
 * wrapped here and nowhere else. Whatever an administrator changed differs from the code, and is loaded as ever; so is
 * everything that is loaded in a transaction, which is when somebody changes a field.
 */
export function passOverUnchangedFields(db: Database): void {
  const prototype = db.getModel('fields').prototype as FieldRow & { [shortened]?: true };
  if (prototype[shortened]) return;
  prototype[shortened] = true;
  const load = prototype.load;

  prototype.load = async function (this: FieldRow, options = {}) {
    const field = options.transaction ? undefined : unchangedField(db, this);
    if (!field) return load.call(this, options);
    await db.emitAsync('field:loaded', { fieldKey: this.get('key'), transaction: undefined });
    return field;
  };
}

/** The field as the code has defined it, if the row says the same; it then knows its row as if it were loaded. */
function unchangedField(db: Database, row: FieldRow): Field | undefined {
  const field = db.getCollection(String(row.get('collectionName')))?.getField(String(row.get('name')));
  if (!field) return undefined;
  const stored = row.toJSON() as Record<string, unknown>;
  if (!isDeepStrictEqual(said(stored), said(field.options))) return undefined;
  for (const name of BOOKKEEPING) field.options[name] = stored[name];
  field.options.__sort = row.get('sort');
  return field;
}

/** Options without what only the row knows; null says as little as nothing. */
function said(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).filter(
      ([name, value]) => value !== null && value !== undefined && name !== '__sort' && !BOOKKEEPING.includes(name),
    ),
  );
}
