import type { Context, Next } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import type { Reason } from '@hongxin/rules/mechanism';
import { isWatchedCollection } from '../own-tables/made-by-administrators';
import { collectionOf } from './describe';
import { dayReason, dayType } from './day-checks';
import { needsList } from './field-choices';
import { requireRecordId } from './record-id';
import { Refusal, refuse } from './refusal';

const WRITES = new Set(['create', 'update', 'firstOrCreate', 'updateOrCreate']);

/** Refuses ids that are none, before anything hands them to the database. */
export async function checkIds(ctx: Context, next: Next): Promise<void> {
  const collection = collectionOf(ctx);
  if (isWatchedCollection(collection)) requireTargetIds(ctx, collection);
  const [sourceName, association] = ctx.action.resourceName.split('.');
  const source = association === undefined ? undefined : ctx.db.getCollection(sourceName);
  if (isWatchedCollection(source)) {
    if (!Object.hasOwn(source.model.associations, association)) throw refuse(404, 'RECORD_NOT_FOUND');
    if (hasNumericKey(source) && ctx.action.sourceId !== '_') requireRecordId(ctx.action.sourceId);
  }
  await next();
}

/**
 * Refuses what NocoBase drops or bends in silence: fields that do not exist (a typing error would lose data) and
 * objects where text belongs. Runs after the access check, so that it tells nothing to whoever may not write.
 */
export async function checkFields(ctx: Context, next: Next): Promise<void> {
  const collection = collectionOf(ctx);
  if (isWatchedCollection(collection) && WRITES.has(ctx.action.actionName)) {
    const reasons = fieldReasons(collection, bodyOf(ctx) ?? ctx.action.params.values);
    if (reasons.length > 0) throw new Refusal(400, reasons);
  }
  await next();
}

/** The body as sent: by now the values hold only what the caller's role may write. */
function bodyOf(ctx: Context): unknown {
  return (ctx.request as { body?: unknown }).body;
}

function requireTargetIds(ctx: Context, collection: Collection): void {
  const { filterByTk } = ctx.action.params;
  if (filterByTk !== undefined && hasNumericKey(collection)) {
    for (const id of Array.isArray(filterByTk) ? filterByTk : [filterByTk]) requireRecordId(id);
  }
}

export function hasNumericKey(collection: Collection): boolean {
  const key = collection.filterTargetKey;
  const type = typeof key === 'string' ? collection.model.rawAttributes[key]?.type : undefined;
  return /^(BIGINT|INTEGER)/.test((type as { key?: string } | undefined)?.key ?? '');
}

/** Fields that neither the collection nor its relations know; looks into nested records of the pack's collections. */
function fieldReasons(collection: Collection, values: unknown, path = ''): Reason[] {
  if (Array.isArray(values)) return values.flatMap((each) => fieldReasons(collection, each, path));
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    const name = key.split('.')[0];
    const field = collection.getField(name);
    const target = field?.target ? collection.db.getCollection(field.target) : undefined;
    const isColumn = Object.hasOwn(collection.model.rawAttributes, name);
    const attribute = isColumn ? collection.model.rawAttributes[name] : undefined;
    const type = (attribute?.type as { key?: string } | undefined)?.key ?? '';
    if (/^(STRING|TEXT)$/.test(type) && typeof value === 'object' && value !== null) {
      return [{ code: 'VALUE_NOT_TEXT', field: name, params: { field: name } }];
    }
    if (needsList(field, value)) return [{ code: 'VALUE_NOT_A_LIST', field: name, params: { field: name } }];
    const untrueDay = dayReason(dayType(collection, name), value, name);
    if (untrueDay) return [untrueDay];
    if (isWatchedCollection(target)) return fieldReasons(target, value, `${path}${name}.`);
    // Forms mark rows with names of their own such as __index__; rows of a join table travel under its name.
    if (field || isColumn || name.startsWith('__')) return [];
    if (path !== '' && collection.db.hasCollection(name)) return [];
    const named = `${path}${key}`.slice(0, 100);
    return [{ code: 'UNKNOWN_FIELD', field: named, params: { field: named, collection: collection.name } }];
  });
}
