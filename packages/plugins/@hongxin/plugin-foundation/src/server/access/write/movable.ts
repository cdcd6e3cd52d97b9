import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import { hasNumericKey, requireRecordId, refuse } from '../../errors';
import type { GuardedRequest } from '../request';

interface MoveParameters {
  sourceId?: unknown;
  targetId?: unknown;
  targetScope?: unknown;
  sortField?: unknown;
}

/**
 * What dragging needs, for everybody: a collection that keeps an order, a record to move and a place to move it to.
 * NocoBase would fail at whatever is missing.
 * @throws Refusal 400
 */
export function requireMove(ctx: Context, { collection, source }: GuardedRequest): void {
  const { sourceId, targetId, targetScope, sortField } = ctx.action.params as MoveParameters;
  const relation = source?.collection.getField(source.association);
  if (relation?.type === 'belongsToMany') throw refuse(400, 'NOT_SORTABLE', { collection: collection.name });
  const usual = relation ? `${String(relation.options.foreignKey)}Sort` : 'sort';
  const field = sortField === undefined || sortField === '' ? usual : sortField;
  if (typeof field !== 'string') throw refuse(400, 'PARAMETER_INVALID', { name: 'sortField' });
  if (collection.getField(field)?.type !== 'sort') throw refuse(400, 'NOT_SORTABLE', { collection: collection.name });
  requireKey(collection, sourceId, 'sourceId', true);
  requireKey(collection, targetId, 'targetId', false);
  if (
    targetScope !== undefined &&
    (typeof targetScope !== 'object' || targetScope === null || Array.isArray(targetScope))
  )
    throw refuse(400, 'PARAMETER_INVALID', { name: 'targetScope' });
}

function requireKey(collection: Collection, key: unknown, name: string, isNeeded: boolean): void {
  if (key === undefined || key === null || key === '') {
    if (isNeeded) throw refuse(400, 'PARAMETER_INVALID', { name });
    return;
  }
  if (typeof key === 'object') throw refuse(400, 'PARAMETER_INVALID', { name });
  if (hasNumericKey(collection)) requireRecordId(key);
}

/**
 * Dragging changes the order of two records, and in a board the column: both have to be there, and the caller's to change.
 * @throws Refusal 404, 403
 */
export async function requireMovable(ctx: Context, { collection, rights }: GuardedRequest): Promise<void> {
  const { sourceId, targetId, targetScope } = ctx.action.params as MoveParameters;
  const key = collection.model.primaryKeyAttribute;
  const ids = [sourceId, targetId].filter((id) => id !== undefined && id !== null && id !== '');
  const inside = await rights.idsInScope(
    collection,
    'update',
    ids.map((id) => ({ [key]: id })),
  );
  if (!ids.every((id) => inside.has(String(id)))) throw refuse(404, 'RECORD_NOT_FOUND');
  const right = rights.on(collection.name, 'update');
  for (const name of Object.keys(targetScope ?? {})) {
    if (right?.fields && !right.fields.has(name)) throw refuse(403, 'FIELD_NOT_WRITABLE', {}, name);
  }
}

/** A record that is not there, for those whose scope is everything: NocoBase would fail at it. */
export async function requireMoved(ctx: Context, { collection }: GuardedRequest): Promise<void> {
  const { sourceId, targetId } = ctx.action.params as MoveParameters;
  const ids = [
    ...new Set([sourceId, targetId].filter((id) => id !== undefined && id !== null && id !== '').map(String)),
  ];
  const key = collection.model.primaryKeyAttribute;
  if ((await collection.repository.count({ filter: { [key]: { $in: ids } } as never })) < ids.length)
    throw refuse(404, 'RECORD_NOT_FOUND');
}
