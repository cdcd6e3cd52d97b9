/**
 * What Sequelize's `save` does with a row that is there already, of many rows with one statement: the same checks and
 * hooks, with the same rows and options, in the order of the rows; only all that comes before the write is done for all
 * of them first, and all that comes after it for all of them then. A test holds it to what `save` does, hook by hook.
 */
import type { Collection, Model } from '@nocobase/database';
import type { Scope } from './sql';
import { writeRows, type RowToWrite } from './write-rows';

/** What a row is saved with, as `save` takes it. */
export interface SaveOptions {
  transaction: Scope['transaction'];
  context?: unknown;
}

/** A row and what it is saved with: its own, because hooks write into it. */
export interface RowToSave {
  row: Model;
  options: SaveOptions;
}

interface RunningOptions extends SaveOptions {
  hooks: true;
  validate: true;
  fields: string[];
  defaultFields?: string[];
  skip?: string[];
}

/** What of Sequelize has no types. */
interface Internals {
  rawAttributes: Record<string, { field?: string }>;
  _timestampAttributes: { updatedAt?: string };
  _versionAttribute?: string;
  _virtualAttributes: ReadonlySet<string>;
  runHooks(name: string, row: Model, options: RunningOptions): Promise<void>;
}

const internalsOf = (row: Model): Internals => row.constructor as unknown as Internals;

/** Whether `save` of a collection's rows is Sequelize's own, and nothing but what is done here. */
export function isSavedTogether({ model, db }: Collection): boolean {
  const { Model: Plain } = db.sequelize.constructor as unknown as { Model: { prototype: { save: unknown } } };
  const { _versionAttribute: version } = model as unknown as Internals;
  return model.prototype.save === Plain.prototype.save && version === undefined;
}

export async function saveTogether(rows: readonly RowToSave[], scope: Scope): Promise<void> {
  const saved: { row: Model; options: RunningOptions; written: string[] }[] = [];
  for (const each of rows) {
    const options = await before(each);
    const written = options.fields.filter((field) => !internalsOf(each.row)._virtualAttributes.has(field));
    if (written.length > 0 && each.row.changed()) saved.push({ row: each.row, options, written });
  }
  await writeRows(
    saved.map(({ row, written }): RowToWrite => ({ row, fields: written })),
    scope,
  );
  for (const { row, options } of saved) await after(row, options);
}

/** Everything up to the write. @returns the options, with the fields that are written */
async function before({ row, options: given }: RowToSave): Promise<RunningOptions> {
  const { rawAttributes, _timestampAttributes } = internalsOf(row);
  const attributes = Object.keys(rawAttributes);
  const fields = changedOf(row).filter((field) => Object.hasOwn(rawAttributes, field));
  const options: RunningOptions = { ...given, hooks: true, validate: true, fields, defaultFields: fields };
  const updatedAt = _timestampAttributes.updatedAt;
  if (updatedAt !== undefined && fields.length > 0 && !fields.includes(updatedAt)) fields.push(updatedAt);
  // eslint-disable-next-line no-restricted-syntax -- the machine's time, as `save` writes it
  if (updatedAt !== undefined && fields.includes(updatedAt)) row.dataValues[updatedAt] = new Date();
  await row.validate(options as Parameters<Model['validate']>[0]);
  const known = new Map(fields.map((field) => [field, row.dataValues[field] as unknown]));
  const ignored = changedOf(row).filter((field) => !fields.includes(field));
  await internalsOf(row).runHooks('beforeUpdate', row, options);
  const byHooks = changedOf(row).filter(
    (field) => !ignored.includes(field) && row.dataValues[field] !== known.get(field),
  );
  options.fields = [...new Set([...options.fields, ...byHooks])];
  options.skip = attributes.filter((name) => !byHooks.includes(name));
  await row.validate(options as Parameters<Model['validate']>[0]);
  delete options.skip;
  return options;
}

async function after(row: Model, options: RunningOptions): Promise<void> {
  await internalsOf(row).runHooks('afterUpdate', row, options);
  const previous = (row as unknown as { _previousDataValues: Record<string, unknown> })._previousDataValues;
  for (const field of options.fields) {
    previous[field] = row.dataValues[field];
    row.changed(field as never, false);
  }
}

const changedOf = (row: Model): string[] => (row.changed() || []) as string[];
