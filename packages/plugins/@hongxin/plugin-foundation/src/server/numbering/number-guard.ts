import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { refuse } from '../errors';

interface WriteOptions {
  transaction?: Transaction;
  fields?: string[];
  attributes?: Record<string, unknown>;
  model?: typeof Model;
}

/** A column of a collection that holds numbers, and what fills it. */
export interface NumberColumn {
  field: string;
  /** Fills the column of new rows; absent where an effect asks for the number later. */
  fill?: (rows: Model[], transaction: Transaction | undefined) => Promise<void>;
}

/** Numbers issued per transaction: what may be written into a number column within it. */
export class IssuedNumbers {
  private readonly numbers = new WeakMap<Transaction, Set<string>>();

  add(transaction: Transaction | undefined, number: string): void {
    if (!transaction) return;
    const issued = this.numbers.get(transaction) ?? new Set<string>();
    this.numbers.set(transaction, issued.add(number));
  }

  has(transaction: Transaction | undefined, number: unknown): boolean {
    return transaction !== undefined && (this.numbers.get(transaction)?.has(String(number)) ?? false);
  }
}

/** Fills number columns when rows are created, and lets nobody else write them, whichever path a write takes. */
export class NumberGuard {
  constructor(
    private readonly columnsOf: (collection: string) => readonly NumberColumn[],
    private readonly issued: IssuedNumbers,
  ) {}

  watch(db: Database): void {
    db.on('beforeCreate', (row: Model, options: WriteOptions) => this.onCreate([row], options));
    db.on('beforeBulkCreate', (rows: Model[], options: WriteOptions) => this.onCreate(rows, options));
    db.on('beforeUpdate', (row: Model, options: WriteOptions) => this.onUpdate(row, options));
    db.on('beforeBulkUpdate', ({ model, attributes = {} }: WriteOptions) => {
      const collection = model?.collection?.name ?? '';
      for (const { field } of this.columnsOf(collection)) {
        if (attributes[field] !== undefined) throw refuse(400, 'NUMBER_ONLY_BY_SERVER', { collection }, field);
      }
    });
  }

  private async onCreate(rows: Model[], options: WriteOptions): Promise<void> {
    const collection = collectionNameOf(rows[0]);
    for (const { field, fill } of this.columnsOf(collection)) {
      const empty = rows.filter((row) => isEmpty(row.get(field)));
      for (const row of rows) {
        if (empty.includes(row) || this.issued.has(options.transaction, row.get(field))) continue;
        throw refuse(400, 'NUMBER_ONLY_BY_SERVER', { collection }, field);
      }
      if (fill && empty.length > 0) {
        await fill(empty, options.transaction);
        // With a list of fields, what a hook sets is written only when it is listed.
        if (options.fields && !options.fields.includes(field)) options.fields.push(field);
      }
    }
  }

  private onUpdate(row: Model, { transaction }: WriteOptions): void {
    const collection = collectionNameOf(row);
    for (const { field } of this.columnsOf(collection)) {
      if (row.changed(field) && !this.issued.has(transaction, row.get(field))) {
        throw refuse(400, 'NUMBER_ONLY_BY_SERVER', { collection }, field);
      }
    }
  }
}

function collectionNameOf(row: Model | undefined): string {
  return (row?.constructor as typeof Model | undefined)?.collection?.name ?? '';
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
