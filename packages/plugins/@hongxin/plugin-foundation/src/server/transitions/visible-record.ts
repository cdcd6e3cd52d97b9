import type { Context } from '@nocobase/actions';
import type { Collection, Model } from '@nocobase/database';
import { collectionOf, hasNumericKey, needRecordId, refuse } from '../errors';
import type { ProcessRegistration } from '../domain';

/** What the caller may see of the record a request names. */
export interface VisibleRecord {
  record: Model;
  collection: Collection;
  /** Fields of the caller's grant; undefined: all. */
  fields: readonly string[] | undefined;
}

/**
 * Reads the record of a request within what the caller may view.
 * @throws Refusal 404 when it is not there for the caller, 403 when the caller may view none of its kind
 */
export async function visibleRecord(ctx: Context): Promise<VisibleRecord> {
  const collection = collectionOf(ctx);
  if (!collection) throw refuse(404, 'RECORD_NOT_FOUND');
  const id: unknown = ctx.action.params.filterByTk;
  if (typeof id !== 'string' && typeof id !== 'number') throw refuse(400, 'ID_INVALID', { id: '' });
  if (hasNumericKey(collection)) needRecordId(id);
  const view = await viewRights(ctx, collection.name);
  const record = await ctx.getCurrentRepository().findOne({ filterByTk: id, filter: view.filter });
  if (!record) throw refuse(404, 'RECORD_NOT_FOUND');
  return { record, collection, fields: view.fields };
}

/** A record as the caller may view it by their roles, whatever resource the request itself is about; null when they may not. */
export async function recordVisibleTo(ctx: Context, collection: Collection, id: string): Promise<VisibleRecord | null> {
  if (!ctx.can({ resource: collection.name, action: 'get' })) return null;
  const { filter, fields } = await viewRights(ctx, collection.name);
  const record: Model | null = await collection.repository.findOne({ filterByTk: id, filter });
  return record ? { record, collection, fields } : null;
}

/** Whether the scope of the running action itself (as granted to the caller's roles) holds the record. */
export async function isInScopeOfAction(ctx: Context, { record, collection }: VisibleRecord): Promise<boolean> {
  const filter = ctx.permission?.parsedParams?.filter;
  if (!filter) return true;
  const filterByTk = record.get(collection.filterTargetKey as string) as string;
  return (await collection.repository.count({ filterByTk, filter })) > 0;
}

/** @throws Refusal 404 when the collection has no process */
export function needProcess<P extends ProcessRegistration>(collection: Collection, process: P | undefined): P {
  if (!process) throw refuse(404, 'NO_PROCESS', { collection: collection.name });
  return process;
}

async function viewRights(ctx: Context, resourceName: string) {
  if (!ctx.can({ resource: resourceName, action: 'get' })) throw refuse(403, 'NOT_PERMITTED');
  const { parsedParams } = await ctx.acl.resolveActionParams(ctx, { resourceName, actionName: 'get' });
  return { filter: parsedParams?.filter, fields: parsedParams?.fields as string[] | undefined };
}
