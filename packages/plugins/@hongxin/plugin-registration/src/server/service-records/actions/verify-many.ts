import type { Context, Next } from '@nocobase/actions';
import {
  currentIdentity,
  EXPECTED,
  expectedIds,
  foundationOf,
  refuse,
  runAs,
  type Actor,
} from '@hongxin/plugin-foundation';
import { SERVICE_RECORDS } from '../../constants';

/** As many as a host looks through at a time. */
const AT_ONCE = 200;

/**
 * `hxServiceRecords:verifyMany` with `{ ids, rating?, ratingComment? }`: verifies several records, all or none. Rights,
 * guards and events are those of one verification, per record.
 */
export async function verifyManyAction(ctx: Context, next: Next): Promise<void> {
  const identity = currentIdentity();
  if (!identity?.userId || !ctx.can({ resource: SERVICE_RECORDS, action: 'transition' }))
    throw refuse(403, 'NOT_PERMITTED');
  const { ids, rating } = (ctx.action.params.values ?? {}) as { ids?: unknown; rating?: unknown };
  const isList = Array.isArray(ids) && ids.length > 0 && ids.length <= AT_ONCE;
  if (!isList || !ids.every((id) => /^[0-9]{1,19}$/.test(String(id)))) {
    throw refuse(400, 'BODY_FIELD_INVALID', { name: 'ids', expected: expectedIds(AT_ONCE) }, 'ids');
  }
  if (rating !== undefined && typeof rating !== 'string') {
    throw refuse(400, 'BODY_FIELD_INVALID', { name: 'rating', expected: EXPECTED.text }, 'rating');
  }
  const recordIds = [...new Set(ids.map(String))];
  const { filter } = (await ctx.acl.resolveActionParams(ctx, { resourceName: SERVICE_RECORDS, actionName: 'get' }))
    .parsedParams ?? { filter: undefined };
  const visible = await ctx.db
    .getRepository(SERVICE_RECORDS)
    .count({ filter: { $and: [{ id: { $in: recordIds } }, ...(filter ? [filter] : [])] } });
  if (visible < recordIds.length) throw refuse(404, 'RECORD_NOT_FOUND');
  const actor: Actor = { userId: identity.userId, roles: identity.roles };
  const values = rating ? { rating } : {};
  const items = recordIds.map((recordId) => ({ recordId, actor, values }));
  await runAs(identity, () =>
    foundationOf(ctx.app).transitions.performMany({ collection: SERVICE_RECORDS, transition: 'verify', items }),
  );
  ctx.body = { count: recordIds.length };
  await next();
}
