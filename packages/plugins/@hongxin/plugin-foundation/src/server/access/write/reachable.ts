import type { Context } from '@nocobase/actions';
import { hasNumericKey, requireRecordId, refuse } from '../../errors';
import type { GuardedRequest } from '../request';

/**
 * A record outside the scope answers like one that is not there: NocoBase's own 403 would tell that it exists.
 * @throws Refusal 404
 */
export async function requireReachable(ctx: Context, { collection, rights, identity }: GuardedRequest): Promise<void> {
  const { actionName, params } = ctx.action;
  const asked: unknown = params.filterByTk;
  if (actionName !== 'destroy' || identity.isAdministrator || asked === undefined || asked === null) return;
  if (!rights.on(collection.name, 'destroy') || !hasNumericKey(collection)) return;
  const ids = [asked].flat();
  for (const id of ids) requireRecordId(id);
  const key = collection.model.primaryKeyAttribute;
  const inside = await rights.idsInScope(
    collection,
    'destroy',
    ids.map((id) => ({ [key]: id })),
  );
  if (!ids.every((id) => inside.has(String(id)))) throw refuse(404, 'RECORD_NOT_FOUND');
}
