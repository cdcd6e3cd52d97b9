import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import type { Scope } from '../database/sql';
import { Refusal } from '../errors';
import type { Reason } from '@hongxin/rules/mechanism';
import { keyOf } from './columns';

/** A record about to be written, and where its faults are collected. */
export interface Candidate {
  record: Model;
  /** Position in a batch, from 1; null when the record is written alone. */
  row: number | null;
  refuse(...reasons: readonly Reason[]): void;
  /** Sets a column so that it is stored even when the caller named the fields to save. */
  set(field: string, value: unknown): void;
}

/** Checks and completes records; one call takes a whole batch, so that an import asks the database once, not per row. */
export type RecordRule = (candidates: readonly Candidate[], scope: Scope) => Promise<void>;

interface HookOptions {
  transaction?: Transaction;
  fields?: string[];
  individualHooks?: boolean;
  /** What the repository was given, before relations were taken out of it. */
  values?: Record<string, unknown>;
}

/** Runs the rules before every way of writing: single, batch and import, bulk update through associations. */
export function bindRules(db: Database, collection: string, rules: readonly RecordRule[]): void {
  const run = async (records: readonly Model[], options: HookOptions): Promise<void> => {
    if (records.length === 1) completeKeys(records[0], options.values);
    const faults: Reason[] = [];
    const candidates = records.map((record, index) =>
      candidateOf(record, records.length > 1 ? index + 1 : null, options, faults),
    );
    const scope = { db, transaction: options.transaction };
    for (const rule of rules) await rule(candidates, scope);
    if (faults.length > 0) throw new Refusal(400, faults);
  };
  const one = (record: Model, options: HookOptions): Promise<void> => run([record], options);
  db.on(`${collection}.beforeCreate`, one);
  db.on(`${collection}.beforeUpdate`, one);
  db.on(`${collection}.beforeBulkCreate`, (records: Model[], options: HookOptions) => run(records, options));
  // association actions (`x.y:add`, `set`) write in bulk: without this they would pass the rules by
  db.on(`${collection}.beforeBulkUpdate`, (options: HookOptions) => {
    options.individualHooks = true;
  });
  db.on(`${collection}.beforeBulkDestroy`, (options: HookOptions) => {
    options.individualHooks = true;
  });
}

function candidateOf(record: Model, row: number | null, options: HookOptions, faults: Reason[]): Candidate {
  const set = (field: string, value: unknown): void => {
    record.set(field, value);
    if (options.fields && !options.fields.includes(field)) options.fields.push(field);
  };
  const refuse = (...reasons: readonly Reason[]): void => {
    for (const reason of reasons) faults.push(row === null ? reason : { ...reason, params: { ...reason.params, row } });
  };
  return { record, row, refuse, set };
}

/**
 * Sets the foreign keys of a new record from the relations it was given: where only the relation is on a role's
 * list of fields, NocoBase would set the key after the insert, too late for the rules.
 */
export function completeKeys(record: Model, values: Readonly<Record<string, unknown>> | undefined): void {
  if (!record.isNewRecord || !values) return;
  const { associations } = record.constructor as unknown as {
    associations: Record<string, { associationType: string; foreignKey: string; targetKey?: string }>;
  };
  for (const [name, { associationType, foreignKey, targetKey = 'id' }] of Object.entries(associations)) {
    if (associationType !== 'BelongsTo' || keyOf(record, foreignKey) !== null) continue;
    const given = values[name];
    const key: unknown =
      typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[targetKey] : given;
    if (typeof key === 'string' || typeof key === 'number') record.set(foreignKey, key);
  }
}
