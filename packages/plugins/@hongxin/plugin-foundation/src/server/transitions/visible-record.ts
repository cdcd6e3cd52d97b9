import type { Context } from '@nocobase/actions';
import type { Collection, Filter, Model, Transaction } from '@nocobase/database';
import { collectionOf, hasNumericKey, requireRecordId, refuse } from '../errors';
import type { ProcessRegistration } from '../domain';
import { matches } from '../access/rights/evaluate';
import { rightsOf } from '../access/rights/rights';
import { currentIdentity } from '../identity';

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
  if (id === undefined || id === null || id === '') throw refuse(400, 'ID_MISSING');
  if (typeof id !== 'string' && typeof id !== 'number') throw refuse(400, 'ID_INVALID', { id: '' });
  if (hasNumericKey(collection)) requireRecordId(id);
  const view = await viewRights(ctx, collection.name);
  if (!view) throw refuse(403, 'NOT_PERMITTED');
  const record = await ctx.getCurrentRepository().findOne({ filterByTk: id, filter: view.filter });
  if (!record) throw refuse(404, 'RECORD_NOT_FOUND');
  return { record, collection, fields: view.fields };
}

/** A record as the caller may view it by their roles, whatever resource the request itself is about; null when they may not. */
export async function recordVisibleTo(
  ctx: Context,
  collection: Collection,
  id: string,
  transaction?: Transaction,
): Promise<VisibleRecord | null> {
  const view = await viewRights(ctx, collection.name);
  if (!view) return null;
  const { filter, fields } = view;
  const record: Model | null = await collection.repository.findOne({ filterByTk: id, filter, transaction });
  return record ? { record, collection, fields } : null;
}

/** Whether the scope of the running action itself (as granted to the caller's roles) holds the record. */
export async function isInScopeOfAction(ctx: Context, { record, collection }: VisibleRecord): Promise<boolean> {
  const filter = ctx.permission?.parsedParams?.filter;
  const identity = currentIdentity();
  if (!filter) return true;
  const answer = identity ? matches(filter, record.dataValues as Record<string, unknown>, identity) : undefined;
  if (answer !== undefined) return answer;
  const filterByTk = record.get(collection.filterTargetKey as string) as string;
  return (await collection.repository.count({ filterByTk, filter })) > 0;
}

/** @throws Refusal 404 when the collection has no process */
export function requireProcess<P extends ProcessRegistration>(collection: Collection, process: P | undefined): P {
  if (!process) throw refuse(404, 'NO_PROCESS', { collection: collection.name });
  return process;
}

interface ViewRights {
  filter: Filter | undefined;
  fields: readonly string[] | undefined;
}

/** @returns null when the caller may view none of the kind */
async function viewRights(ctx: Context, collection: string): Promise<ViewRights | null> {
  const identity = currentIdentity();
  if (!identity) return null;
  const rights = rightsOf(ctx.app, identity);
  const right = rights.on(collection, 'get');
  if (!right) return null;
  const filter = (await rights.scope(collection, 'get')) as Filter | null;
  return { filter: filter ?? undefined, fields: right.fields ? [...right.fields] : undefined };
}
