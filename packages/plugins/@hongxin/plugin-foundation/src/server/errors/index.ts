import type { Context } from '@nocobase/actions';
import type { Model } from '@nocobase/database';
import type { Plugin } from '@nocobase/server';
import { handler } from '../handler';
import { isWatchedCollection } from '../own-tables/made-by-administrators';
import { ReasonCatalogue } from './catalogue';
import { refusalFromDatabase } from './database-errors';
import { requireTrueDays } from './day-checks';
import { ReasonDescriber, type ProcessLookup } from './describe';
import { refusalFromHost } from './host-errors';
import { dropParametersOfCollections } from './own-resources';
import { keepPlainTexts } from './plain-texts';
import { isRawError } from './raw-errors';
import { isRefusal, type Refusal } from './refusal';
import { checkFields, checkIds } from './request-checks';
import { askRowsOfBulk, requireRelations, type SaveOptions } from './required-relations';
import { checkDepth, refuseDeepRequests } from './request-limits';
import { refusalFromValidation } from './validation-errors';
import { requireStorableValues } from './value-checks';

export { ReasonCatalogue } from './catalogue';
export { dayReasons } from './day-checks';
export { collectionOf, type ErrorEntry } from './describe';
export { languageOf } from './language';
export { EXPECTED, expectedIds } from './expected';
export { isRefusal, Refusal, refuse, type RefusalStatus } from './refusal';
export { requireRecordId } from './record-id';
export { hasNumericKey } from './request-checks';
export { fieldTitle, translatedTitle } from './titles';
export { refusalFromValidation } from './validation-errors';
export { plainTexts } from './plain-texts';
export { valueReasons } from './value-checks';

/** The registry of plugin-error-handler: the first handler whose guard says yes answers. */
interface ErrorHandlerPlugin {
  errorHandler: {
    handlers: unknown[];
    register(guard: (error: unknown) => boolean, render: (error: unknown, ctx: Context) => void): void;
  };
}

/**
 * Answers refusals, and database errors that input caused, as `{ errors: [{ code, message, field, params }] }` in the
 * caller's language; and looks at requests and rows before the database has to refuse them.
 */
export class ErrorAnswers {
  readonly catalogue = new ReasonCatalogue();
  readonly describer: ReasonDescriber;

  constructor(
    private readonly plugin: Plugin,
    private readonly processOf: ProcessLookup,
  ) {
    this.describer = new ReasonDescriber(this.catalogue, processOf);
  }

  beforeLoad(): void {
    const { app } = this.plugin;
    const { errorHandler } = app.pm.get('error-handler') as unknown as ErrorHandlerPlugin;
    errorHandler.register(
      (error) => this.refusalOf(error) !== undefined,
      (error, ctx) => this.answer(ctx, this.refusalOf(error) as Refusal),
    );
    // NocoBase's own handlers for Sequelize errors may have come first, and they name neither code nor field.
    errorHandler.handlers.unshift(errorHandler.handlers.pop());
    // the last one to be asked: the error is logged, the caller reads a sentence
    app.on('afterLoad', () => errorHandler.register(isRawError, (_, ctx) => this.answerFault(ctx)));
    app.use(refuseDeepRequests, {
      tag: 'hxRequestLimits',
      after: 'dataWrapping',
      before: ['legacyFileAccess', 'dataSource'],
    });
    app.resourceManager.use(handler(checkDepth), { tag: 'hxDepthChecks', before: 'auth' });
    app.resourceManager.use(handler(dropParametersOfCollections), { tag: 'hxOwnResources', before: 'auth' });
    app.resourceManager.use(handler(checkIds), { tag: 'hxIdChecks', after: 'auth', before: 'acl' });
    app.resourceManager.use(handler(checkFields), { tag: 'hxFieldChecks', after: 'acl' });
    this.watchRows();
  }

  /** An error as what the caller is told; undefined when their input did not cause it. */
  refusalOf(error: unknown): Refusal | undefined {
    if (isRefusal(error)) return error;
    return (
      refusalFromValidation(error) ??
      refusalFromHost(error) ??
      refusalFromDatabase(error, this.catalogue, this.plugin.app.db)
    );
  }

  private answer(ctx: Context, refusal: Refusal): void {
    ctx.status = refusal.status;
    ctx.body = { errors: this.describer.entries(ctx, refusal.reasons, refusal.about) };
  }

  private answerFault(ctx: Context): void {
    ctx.status = 500;
    ctx.body = { errors: this.describer.entries(ctx, [{ code: 'SERVER_FAULT' }]) };
  }

  private watchRows(): void {
    const { db } = this.plugin.app;
    const check = (row: Model): void => {
      if (!isWatched(row)) return;
      requireStorableValues(row);
      keepPlainTexts(row);
    };
    // `values` is what a repository was given; the row has read its days already
    const checkOne = (row: Model, options: SaveOptions = {}): void => {
      if (!isWatched(row)) return;
      requireTrueDays((row.constructor as typeof Model).collection, options.values);
      check(row);
      requireRelations([row], this.processOf, options);
    };
    db.on('beforeCreate', checkOne);
    db.on('beforeUpdate', checkOne);
    db.on('beforeBulkCreate', (rows: Model[]) => {
      rows.forEach(check);
      if (rows.length > 0 && isWatched(rows[0])) requireRelations(rows, this.processOf);
    });
    db.on('beforeBulkUpdate', askRowsOfBulk);
  }
}

const isWatched = (row: Model): boolean => isWatchedCollection((row.constructor as typeof Model).collection);
