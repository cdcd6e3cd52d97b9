import fs from 'node:fs/promises';
import type { Context } from '@nocobase/actions';
import { updateAssociations, type Collection, type Model, type Transaction } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import type { Reason } from '@hongxin/rules';
import { isRefusal, Refusal } from '../../errors';
import { runAsSystem } from '../../identity';
import type { PluginFoundation } from '../../plugin';
import { readRows } from '../../sheets';
import { groupBy } from '../group-by';
import type { GuardedRequest } from '../request';
import { importColumns } from './columns';
import { convertRows } from './convert';
import type { ImportRow, RowCheck, RowProblem } from './types';

/** Most problems that are listed; the rest is counted. */
const MAX_PROBLEMS = 200;
const INSERT_AT_ONCE = 5000;

/** Imports of whole sheets: everything is checked first, then written in one transaction, or nothing is. */
export class ImportService {
  private readonly checks = new Map<string, RowCheck[]>();

  constructor(private readonly plugin: Plugin) {}

  /** A domain's rule over all rows of an import; it may also complete the rows' values. */
  registerRowCheck(collection: string, check: RowCheck): void {
    this.checks.set(collection, [...(this.checks.get(collection) ?? []), check]);
  }

  /**
   * @param file path or content of the workbook
   * @param asked columns as NocoBase's import button describes them
   * @returns how many records were made
   * @throws Refusal 400 with the number of the row in every message; then nothing was written
   */
  async run(
    ctx: Context,
    { collection, rights, identity }: GuardedRequest,
    file: string | Buffer,
    asked: unknown,
  ): Promise<number> {
    const columns = importColumns(this.foundation.access, collection, rights, asked);
    const content = typeof file === 'string' ? await fs.readFile(file) : file;
    const sheet = await readRows(
      content,
      columns.map(({ header }) => header),
    );
    const { db } = this.plugin.app;
    return db.sequelize.transaction(async (transaction) => {
      const tools = { db, access: this.foundation.access, rights, transaction, context: ctx };
      const { rows, problems } = await convertRows(tools, collection, columns, sheet.rows);
      for (const check of this.checks.get(collection.name) ?? [])
        problems.push(...(await check(rows, { db, transaction })));
      if (problems.length > 0) throw this.refusal(ctx, problems);
      await this.insert(ctx, collection, rows, transaction);
      const entry = {
        collectionName: collection.name,
        recordId: '*',
        transition: 'import',
        actorId: identity.userId,
        details: { rows: rows.length },
      };
      await runAsSystem(() => this.foundation.events.append(entry, transaction));
      return rows.length;
    });
  }

  private async insert(
    ctx: Context,
    collection: Collection,
    rows: readonly ImportRow[],
    transaction: Transaction,
  ): Promise<void> {
    for (let start = 0; start < rows.length; start += INSERT_AT_ONCE) {
      const batch = rows.slice(start, start + INSERT_AT_ONCE);
      const model = collection.model as typeof Model;
      // the records know everything but a key that the database gives; Sequelize searches a column for every value returned
      const options = { transaction, hooks: true, returning: [model.primaryKeyAttribute] as never[], context: ctx };
      try {
        const records = await model.bulkCreate(
          batch.map(({ values }) => model.callSetters(values, options)),
          options,
        );
        await this.relate(collection, records as Model[], batch, transaction);
        await this.announce(collection, records as Model[], transaction);
      } catch (error) {
        throw isRefusal(error) ? this.refusal(ctx, problemsOf(error, batch), error.status) : error;
      }
    }
  }

  private async relate(
    collection: Collection,
    records: readonly Model[],
    batch: readonly ImportRow[],
    transaction: Transaction,
  ): Promise<void> {
    for (const [index, { values }] of batch.entries()) {
      const related = Object.fromEntries(
        Object.entries(values).filter(([name]) => name in collection.model.associations),
      );
      if (Object.keys(related).length > 0) await updateAssociations(records[index], related, { transaction });
    }
  }

  /** What NocoBase's own import tells listeners such as workflows; skipped where nobody listens. */
  private async announce(collection: Collection, records: readonly Model[], transaction: Transaction): Promise<void> {
    const { db } = this.plugin.app;
    for (const event of ['afterCreate', 'afterSave', 'afterCreateWithAssociations', 'afterSaveWithAssociations']) {
      const name = `${collection.name}.${event}`;
      if (db.listenerCount(name) === 0) continue;
      for (const record of records) await db.emitAsync(name, record, { transaction });
    }
  }

  private refusal(ctx: Context, problems: readonly RowProblem[], status: Refusal['status'] = 400): Refusal {
    const { describer } = this.foundation.errors;
    const sorted = oneForEachCell(problems).sort((a, b) => a.row - b.row);
    const listed = sorted.slice(0, MAX_PROBLEMS).map(({ row, reason }): Reason => {
      const [{ message }] = describer.entries(ctx, [reason]);
      const params = { row, problem: message, code: reason.code };
      return reason.field === undefined
        ? { code: 'IMPORT_ROW_WHOLE', params }
        : { code: 'IMPORT_ROW', params: { ...params, field: reason.field }, field: reason.field };
    });
    const rest = sorted.length - listed.length;
    return new Refusal(
      status,
      rest > 0 ? [...listed, { code: 'IMPORT_MORE_PROBLEMS', params: { count: rest } }] : listed,
    );
  }

  private get foundation(): PluginFoundation {
    return this.plugin as unknown as PluginFoundation;
  }
}

/** What is said first of a cell is said; what later rules say of it is mostly an echo. */
function oneForEachCell(problems: readonly RowProblem[]): RowProblem[] {
  const named = new Set<string>();
  return problems.filter(({ row, reason: { field } }) => {
    if (field === undefined) return true;
    const cell = `${row} ${field}`;
    return !named.has(cell) && named.add(cell);
  });
}

/** Rules that watch the model name a row by its position in the batch, from 1. */
function problemsOf({ reasons }: Refusal, batch: readonly ImportRow[]): RowProblem[] {
  return [...groupBy(reasons, ({ params }) => params?.row)].flatMap(([position, same]) => {
    const row = batch[Number(position ?? 1) - 1]?.row ?? batch[0].row;
    return same.map((reason) => ({ row, reason }));
  });
}
