import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import type { ProcessDefinition } from '@hongxin/rules/mechanism';
import { refuse } from '../errors';

interface WriteOptions {
  fields?: string[];
  updateOnDuplicate?: string[];
  attributes?: Record<string, unknown>;
  model?: typeof Model;
}

type ProcessOf = (collection: string) => ProcessDefinition | undefined;

/**
 * Keeps the state field to the transitions: on create it is the initial state, and nothing else writes it, whichever
 * path a write takes (API, import, association, workflow, code). It watches the model, below all of those paths.
 */
export class StateGuard {
  private readonly permitted = new WeakMap<Model, string>();

  constructor(private readonly processOf: ProcessOf) {}

  /** Lets one row take one state, for the time of `work`. */
  permit<T>(row: Model, state: string, work: () => Promise<T>): Promise<T> {
    return this.permitMany([{ row, state }], work);
  }

  /** Lets each of many rows take its one state, for the time of `work`. */
  async permitMany<T>(rows: readonly { row: Model; state: string }[], work: () => Promise<T>): Promise<T> {
    for (const { row, state } of rows) this.permitted.set(row, state);
    try {
      return await work();
    } finally {
      for (const { row } of rows) this.permitted.delete(row);
    }
  }

  watch(db: Database): void {
    db.on('beforeCreate', (row: Model, options: WriteOptions) => this.onCreate(row, options));
    db.on('beforeUpdate', (row: Model) => this.onUpdate(row));
    db.on('beforeBulkCreate', (rows: Model[], options: WriteOptions) => {
      for (const row of rows) this.onCreate(row, options);
      this.refuseListed(rows[0], options.updateOnDuplicate);
    });
    db.on('beforeBulkUpdate', (options: WriteOptions) => this.refuseAttributes(options.model, options.attributes));
    db.on('beforeUpsert', (values: Record<string, unknown>, options: WriteOptions) =>
      this.refuseAttributes(options.model, values),
    );
  }

  private processOfRow(row: Model | undefined): ProcessDefinition | undefined {
    return row && this.processOf((row.constructor as typeof Model).collection?.name);
  }

  private onCreate(row: Model, options: WriteOptions): void {
    const process = this.processOfRow(row);
    if (!process) return;
    const state: unknown = row.get(process.stateField);
    if (state !== undefined && state !== null && state !== '' && state !== process.initial)
      throw onlyByTransition(process);
    row.set(process.stateField, process.initial);
    // With a list of fields, what a hook sets is written only when it is listed.
    if (options.fields && !options.fields.includes(process.stateField)) options.fields.push(process.stateField);
  }

  private onUpdate(row: Model): void {
    const process = this.processOfRow(row);
    if (!process || !row.changed(process.stateField)) return;
    if (this.permitted.get(row) !== row.get(process.stateField)) throw onlyByTransition(process);
  }

  private refuseListed(row: Model | undefined, fields: string[] | undefined): void {
    const process = this.processOfRow(row);
    if (process && fields?.includes(process.stateField)) throw onlyByTransition(process);
  }

  private refuseAttributes(model: typeof Model | undefined, values: Record<string, unknown> | undefined): void {
    const process = model && this.processOf(model.collection?.name);
    if (process && values && values[process.stateField] !== undefined) throw onlyByTransition(process);
  }
}

function onlyByTransition({ collection, stateField }: ProcessDefinition) {
  return refuse(400, 'STATE_ONLY_BY_TRANSITION', { collection }, stateField);
}
