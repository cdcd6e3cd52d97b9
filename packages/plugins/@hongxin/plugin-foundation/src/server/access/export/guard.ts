import type { Context, Next } from '@nocobase/actions';
import type { Collection, Field, Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { collectionOf, refuse } from '../../errors';
import { runAsSystem } from '../../identity';
import type { EventLog } from '../../events';
import type { AccessDeclarations } from '../declarations';
import { withFindPolicy } from '../read/finds';
import { isOn } from '../switches';
import { guardedRequest, type GuardedRequest } from '../request';
import { describeFilter } from '../../trace/filter-text';
import { neutralizeRow } from './neutralize';

/** Most rows of one export [default]; NocoBase's own 2,000 end in silence. An installation may set EXPORT_LIMIT itself. */
const MAX_ROWS = 50_000;

/** The host reads its limit from the environment, whenever it exports. */
export function liftExportLimit(): void {
  process.env.EXPORT_LIMIT ??= String(MAX_ROWS);
}

const maxRows = (): number => Number(process.env.EXPORT_LIMIT) || MAX_ROWS;
const MAX_COLUMNS = 500;
/** Actions that make a workbook with the columns that the request names. */
const SHEETS = new Set(['export', 'downloadXlsxTemplate']);

/**
 * Exports of guarded collections: rows are pruned and masked before they reach the workbook, and the export leaves a
 * trace. NocoBase refuses a second export while one runs; here it waits its turn.
 */
export function exportGuard(app: Application, access: AccessDeclarations, events: () => EventLog) {
  let last: Promise<unknown> = Promise.resolve();
  return async (ctx: Context, next: Next): Promise<void> => {
    const { actionName = '' } = ctx.action ?? {};
    if (SHEETS.has(actionName)) requireColumns(ctx);
    const request = actionName === 'export' ? guardedRequest(ctx, app, access) : null;
    if (!request?.isGuarded || !isOn('exports')) return next();
    const asked = describeFilter(request.collection, (ctx.action.params as { filter?: unknown }).filter);
    await requireFewEnough(ctx);
    if (request.source) await readByIds(ctx, request);
    keepKey(ctx, request);
    let rows = 0;
    const finish = (row: Model): void => {
      rows += 1;
      neutralizeRow(row);
    };
    const policy = { rights: request.rights, isScoped: true, finish };
    const mine = last.then(() => withFindPolicy(policy, next));
    last = mine.catch(() => undefined); // the next one in the queue does not care how this one ended
    await mine;
    await trace(app, events(), request, { rows, filter: asked });
  };
}

/** @throws Refusal 400 rather than leaving rows out */
async function requireFewEnough(ctx: Context): Promise<void> {
  const { filter } = ctx.action.params as { filter?: object };
  const count = await ctx.getCurrentRepository().count({ filter });
  const max = maxRows();
  if (count > max) throw refuse(400, 'EXPORT_TOO_MANY_ROWS', { count, max });
}

/** An import finds a row again by the record's id, which whoever sees a record may know; a role's fields need not name it. */
function keepKey(ctx: Context, { collection }: GuardedRequest): void {
  const parameters = ctx.action.params as { fields?: unknown };
  const key = collection.model.primaryKeyAttribute;
  if (Array.isArray(parameters.fields) && parameters.fields.length > 0 && !parameters.fields.includes(key))
    parameters.fields = [...(parameters.fields as string[]), key];
}

/** @throws Refusal 400 unless the request says which columns to export, as NocoBase's button does */
function requireColumns(ctx: Context): void {
  const { values, columns: inAddress, title } = ctx.action.params as Record<string, unknown>;
  const columns = columnsOf((values as { columns?: unknown } | null | undefined)?.columns ?? inAddress);
  if (!Array.isArray(columns) || columns.length > MAX_COLUMNS || !columns.every(isColumn))
    throw refuse(400, 'PARAMETER_INVALID', { name: 'columns' });
  const collection = collectionOf(ctx);
  for (const { dataIndex } of columns) if (collection) requireColumn(collection, dataIndex);
  if (title !== undefined && (typeof title !== 'string' || /\p{Surrogate}/u.test(title)))
    throw refuse(400, 'PARAMETER_INVALID', { name: 'title' });
}

function columnsOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined; // refused like anything else that is no list
  }
}

/** @throws Refusal 400 for a path along fields that are not there */
function requireColumn(root: Collection, path: readonly string[]): void {
  let collection: Collection | undefined = root;
  for (const name of path) {
    const field: Field | undefined = collection?.getField(name);
    if (!field && !Object.hasOwn(collection?.model.rawAttributes ?? {}, name))
      throw refuse(400, 'FIELD_UNKNOWN', {}, path.join('.').slice(0, 100));
    collection = field?.target ? root.db.getCollection(field.target as string) : undefined;
  }
}

const isColumn = (column: unknown): column is { dataIndex: string[] } => {
  const path = (column as { dataIndex?: unknown } | null)?.dataIndex;
  return Array.isArray(path) && path.length > 0 && path.every((each) => typeof each === 'string' && each !== '');
};

/** Relations are read by another repository, whose finds nobody hears of: the same rows, asked of the collection itself. */
async function readByIds(ctx: Context, { collection }: GuardedRequest): Promise<void> {
  const key = collection.model.primaryKeyAttribute;
  const { filter } = ctx.action.params as { filter?: object };
  const rows = (await ctx.getCurrentRepository().find({ filter, fields: [key], limit: maxRows() })) as
    { get(name: string): unknown }[] | null;
  const ids = [rows ?? []].flat().map((row) => row.get(key));
  ctx.action.params.filter = { [key]: { $in: ids } };
  ctx.getCurrentRepository = () => collection.repository;
}

async function trace(
  app: Application,
  events: EventLog,
  { collection, identity, source }: GuardedRequest,
  what: { rows: number; filter: unknown[] },
): Promise<void> {
  const details = { ...what, ...(source ? { of: `${source.collection.name}.${source.association}` } : {}) };
  const entry = {
    collectionName: collection.name,
    recordId: '*',
    transition: 'export',
    actorId: identity.userId,
    details,
  };
  await app.db.sequelize.transaction((transaction) => runAsSystem(() => events.append(entry, transaction)));
}
