import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import type { Context } from '@nocobase/actions';
import type Database from '@nocobase/database';
import type { Transaction } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { Refusal, type ErrorAnswers } from '../../errors';
import type { EventLog } from '../../events';
import { runAsSystem } from '../../identity';
import { readRows, type SheetRow } from '../../sheets';
import { claimKey } from '../../transitions/idempotency';
import type { AccessDeclarations } from '../declarations';
import type { GuardedRequest } from '../request';
import { closedColumns, importColumns, type ImportColumn } from './columns';
import { planImport, type Basis, type ImportPlan, type Reading } from './plan';
import { countsOf, inOrder, previewOf, type ImportCounts, type ImportPreview } from './plan/answer';
import { applyPlan } from './plan/apply';
import type { RowCheck, RowProblem } from './types';

/** Most problems in a refusal; the rest is counted. A check lists more. */
const MAX_PROBLEMS = 200;
/** Codes of what the caller may not do, rather than of what is wrong with a value. */
const NOT_ALLOWED = new Set([
  'IMPORT_CELL_NOT_YOURS',
  'IMPORT_CELL_NOT_FOR_NEW',
  'IMPORT_MAY_NOT_CHANGE',
  'OUT_OF_SCOPE',
]);

export interface ImportUpload {
  /** Path or content of the workbook. */
  file: string | Buffer;
  /** Columns as NocoBase's import button describes them. */
  columns: unknown;
}

interface Prepared {
  columns: ImportColumn[];
  /** Why a new record cannot have some of them. */
  closed: Reason[];
  sheet: SheetRow[];
}

/** What imports are made of. */
export interface ImportUses {
  db(): Database;
  access: AccessDeclarations;
  errors: Pick<ErrorAnswers, 'describer' | 'refusalOf'>;
  events: EventLog;
}

/** Undoes what a check has tried out. */
class Rehearsed extends Error {}

/**
 * Imports of whole sheets: rows that name a record change it, the others make new ones. Everything is checked first, then
 * written in one transaction, or nothing is.
 */
export class ImportService {
  private readonly checks = new Map<string, RowCheck[]>();

  constructor(private readonly uses: ImportUses) {}

  /** A domain's rule over all new rows of an import; it may also complete the rows' values. */
  registerRowCheck(collection: string, check: RowCheck): void {
    this.checks.set(collection, [...(this.checks.get(collection) ?? []), check]);
  }

  /**
   * @param basis versions that a check has shown; rows whose record has changed since are refused
   * @returns how many records were made, changed and left as they were
   * @throws Refusal 400 with the number of the row in every message; then nothing was written
   */
  async run(ctx: Context, request: GuardedRequest, upload: ImportUpload, basis: Basis | null): Promise<ImportCounts> {
    const prepared = await this.prepare(request, upload);
    const key = ctx.get('Idempotency-Key');
    const { userId } = request.identity;
    return this.uses.db().sequelize.transaction(async (transaction) => {
      const work = () => this.write(ctx, request, prepared, basis, transaction);
      if (key === '' || userId === null) return work();
      const content = { collection: request.collection.name, columns: upload.columns, file: await digest(upload.file) };
      const claim = await claimKey(this.uses.db(), { userId, key, content }, transaction);
      if ('answer' in claim) return claim.answer.body as ImportCounts;
      const body = await work();
      await claim.remember({ status: 200, body });
      return body;
    });
  }

  /**
   * What an import of the file would do: it is carried out, with every rule of the records and of the database, and
   * undone.
   */
  async preview(ctx: Context, request: GuardedRequest, upload: ImportUpload): Promise<ImportPreview> {
    const prepared = await this.prepare(request, upload);
    let plan: ImportPlan | null = null;
    const rehearsal = this.uses.db().sequelize.transaction(async (transaction) => {
      plan = await this.plan(ctx, request, prepared, null, transaction);
      const spoiled = new Set(plan.problems.map(({ row }) => row));
      const good = plan.rows.filter(({ row }) => !spoiled.has(row));
      plan.problems.push(...(await this.apply(ctx, request, good, transaction, true)));
      throw new Rehearsed();
    });
    await rehearsal.catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
    });
    if (!plan) throw new Error('an import was rehearsed without a plan');
    return previewOf(ctx, this.uses.errors.describer, prepared.columns, plan);
  }

  /** A sheet need hold neither the record ids nor what a new record cannot be given anyway. */
  private async prepare({ collection, rights }: GuardedRequest, upload: ImportUpload): Promise<Prepared> {
    const { access } = this.uses;
    const columns = importColumns(access, collection, upload.columns);
    const closed = closedColumns(access, collection, rights, columns);
    const shut = new Set(closed.map(({ field }) => field));
    const optional = columns.filter(({ isId, name }) => isId || shut.has(name)).map(({ header }) => header);
    const headers = columns.map(({ header }) => header);
    const { rows } = await readRows(await contentOf(upload.file), headers, { optional });
    return { columns, closed, sheet: rows };
  }

  private async plan(
    ctx: Context,
    request: GuardedRequest,
    { columns, closed, sheet }: Prepared,
    basis: Basis | null,
    transaction: Transaction,
  ): Promise<ImportPlan> {
    const { collection, rights } = request;
    const reading: Reading = { ctx, collection, rights, transaction };
    const { access } = this.uses;
    const plan = await planImport({ ctx, access, request, columns, closed, sheet, reading, basis });
    const created = plan.rows.filter(({ stored }) => !stored);
    for (const check of created.length > 0 ? (this.checks.get(collection.name) ?? []) : [])
      plan.problems.push(...(await check(created, { db: collection.db, transaction })));
    return plan;
  }

  private async write(
    ctx: Context,
    request: GuardedRequest,
    prepared: Prepared,
    basis: Basis | null,
    transaction: Transaction,
  ): Promise<ImportCounts> {
    const { rows, problems } = await this.plan(ctx, request, prepared, basis, transaction);
    if (problems.length > 0) throw this.refusal(ctx, problems);
    const late = await this.apply(ctx, request, rows, transaction, false);
    if (late.length > 0) throw this.refusal(ctx, late);
    const counts = countsOf(rows);
    const written = counts.created + counts.changed;
    if (written > 0) {
      const entry = {
        collectionName: request.collection.name,
        recordId: '*',
        transition: 'import',
        actorId: request.identity.userId,
        details: { rows: written, ...(counts.changed > 0 ? { changed: counts.changed } : {}) },
      };
      await runAsSystem(() => this.uses.events.append(entry, transaction));
    }
    return counts;
  }

  private apply(
    ctx: Context,
    { collection }: GuardedRequest,
    rows: ImportPlan['rows'],
    transaction: Transaction,
    isRehearsal: boolean,
  ): Promise<RowProblem[]> {
    const refusalOf = (error: unknown) => this.uses.errors.refusalOf(error);
    return applyPlan({ ctx, collection, transaction, refusalOf, isRehearsal }, rows);
  }

  private refusal(ctx: Context, problems: readonly RowProblem[]): Refusal {
    const { describer } = this.uses.errors;
    const status = problems.some(({ reason }) => NOT_ALLOWED.has(reason.code)) ? 403 : 400;
    const listed = inOrder(problems)
      .slice(0, MAX_PROBLEMS)
      .map(({ row, reason }): Reason => {
        const [{ message }] = describer.entries(ctx, [reason]);
        const params = { row, problem: message, code: reason.code };
        return reason.field === undefined
          ? { code: 'IMPORT_ROW_WHOLE', params }
          : { code: 'IMPORT_ROW', params: { ...params, field: reason.field }, field: reason.field };
      });
    const rest = problems.length - listed.length;
    return new Refusal(
      status,
      rest > 0 ? [...listed, { code: 'IMPORT_MORE_PROBLEMS', params: { count: rest } }] : listed,
    );
  }
}

const contentOf = async (file: string | Buffer): Promise<Buffer> =>
  typeof file === 'string' ? fs.readFile(file) : file;

const digest = async (file: string | Buffer): Promise<string> =>
  createHash('sha256')
    .update(await contentOf(file))
    .digest('hex');
