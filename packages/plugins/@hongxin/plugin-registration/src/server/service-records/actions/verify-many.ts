import { action, body, foundationOf, refuse, type Actor } from '@hongxin/plugin-foundation';
import { SERVICE_RECORDS } from '../../constants';

/** As many as a host looks through at a time. */
const AT_ONCE = 200;

const VERIFY_MANY = {
  right: 'transition',
  body: {
    ids: body.ids({ zh: '服务记录', en: 'service records' }, AT_ONCE),
    rating: body.optional(body.text({ zh: '评价', en: 'rating' }, 50)),
  },
} as const;

/**
 * `hxServiceRecords:verifyMany`: verifies several records, all or none. Rights, guards and events are those of one
 * verification, per record.
 */
export const verifyManyAction = action(
  VERIFY_MANY,
  async ({ ctx, userId, roles, body: { ids: recordIds, rating } }) => {
    const { filter } = (await ctx.acl.resolveActionParams(ctx, { resourceName: SERVICE_RECORDS, actionName: 'get' }))
      .parsedParams ?? { filter: undefined };
    const visible = await ctx.db
      .getRepository(SERVICE_RECORDS)
      .count({ filter: { $and: [{ id: { $in: recordIds } }, ...(filter ? [filter] : [])] } });
    if (visible < recordIds.length) throw refuse(404, 'RECORD_NOT_FOUND');
    const actor: Actor = { userId, roles };
    const values = rating ? { rating } : {};
    const items = recordIds.map((recordId) => ({ recordId, actor, values }));
    await foundationOf(ctx.app).transitions.performMany({ collection: SERVICE_RECORDS, transition: 'verify', items });
    return { count: recordIds.length };
  },
);
