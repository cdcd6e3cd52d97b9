import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import { hasNumericKey, refuse, requireRecordId } from '../../errors';
import type { GuardedRequest } from '../request';

const LINKS = new Set(['add', 'set', 'remove', 'toggle']);
const WRITES = new Set([...LINKS, 'create', 'update', 'destroy', 'firstOrCreate', 'updateOrCreate', 'move']);
const TO_ONE = new Set(['belongsTo', 'hasOne']);

/**
 * What `a/1/b:add` and the like need, for everybody: a record 1, and keys of records to link. NocoBase would fail at the
 * record that is not there, and the database at what is no key.
 * @throws Refusal 404, 400
 */
export async function requireLinkable(ctx: Context, { source, collection }: GuardedRequest): Promise<void> {
  const { actionName } = ctx.action;
  if (!source?.collection || !WRITES.has(actionName)) return;
  const field = source.collection.getField(source.association);
  const isToOne = TO_ONE.has(String(field?.type));
  const { filterByTk, filterByTks, values } = ctx.action.params as Record<string, unknown>;
  const given = filterByTk || filterByTks || values;
  if (LINKS.has(actionName) && isToOne && Array.isArray(given))
    throw refuse(400, 'PARAMETER_INVALID', { name: 'values' });
  if (LINKS.has(actionName) && !(isToOne && actionName === 'remove')) {
    for (const each of keysIn(given)) requireKey(collection, each, field?.type === 'belongsToMany');
  }
  const key = source.collection.model.primaryKeyAttribute;
  const { filterTargetKey } = source.collection;
  const name = typeof filterTargetKey === 'string' ? filterTargetKey : key;
  if ((await source.collection.repository.count({ filter: { [name]: source.id } as never })) === 0)
    throw refuse(404, 'RECORD_NOT_FOUND');
}

/** As the host takes them: one key, a list, or a text of several with commas between. */
function keysIn(given: unknown): readonly unknown[] {
  if (given === undefined || given === null || given === '') return [];
  return typeof given === 'string' ? given.split(',') : Array.isArray(given) ? (given as unknown[]) : [given];
}

/** Of a relation between many, a key may come with what the table between holds: `[key, values]`. */
function requireKey(collection: Collection, given: unknown, mayCarry: boolean): void {
  const [key, beside] = mayCarry && Array.isArray(given) ? (given as unknown[]) : [given];
  if (beside === null || (beside !== undefined && (typeof beside !== 'object' || Array.isArray(beside))))
    throw refuse(400, 'PARAMETER_INVALID', { name: 'values' });
  if (hasNumericKey(collection)) requireRecordId(key);
  else if (typeof key !== 'string' && typeof key !== 'number')
    throw refuse(400, 'PARAMETER_INVALID', { name: 'values' });
}
