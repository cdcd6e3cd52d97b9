import type { Context, Next } from '@nocobase/actions';
import type { Model, Transaction } from '@nocobase/database';
import type { HandlerType } from '@nocobase/resourcer';
import type { Application } from '@nocobase/server';
import { mayWith } from '../access/rights/caller';
import { languageOf, refuse, requireRecordId } from '../errors';
import { handler } from '../handler';
import { currentIdentity } from '../identity';
import { recordVisibleTo } from '../transitions/visible-record';
import type { OwnAction } from './action';
import { readBody } from './body/read';
import { collectionRights, requireRights, type CollectionRight } from './rights';

/** Rights that are about no record that is there already. */
const OF_NO_RECORD = new Set(['create', 'list', 'get', 'view']);

/** Answers requests to an action: right, id, body and record in this order, then its work. */
export function handlerOf(app: Application, resource: string, action: OwnAction): HandlerType {
  const needed = collectionRights(resource, action);
  return handler(async (ctx: Context, next: Next): Promise<void> => {
    const identity = currentIdentity();
    requireRights(app, identity, action, needed);
    const { filterByTk, values, ...query } = ctx.action.params as Record<string, unknown>;
    const id = action.record ? idOf(filterByTk) : undefined;
    const call = {
      ctx,
      language: languageOf(ctx),
      userId: identity?.userId ?? null,
      roles: identity?.roles ?? [],
      query: readBody(query, action.query ?? {}),
      body: readBody(values, action.body ?? {}),
      ...(id === undefined ? {} : { id }),
    };
    const answer = async (transaction?: Transaction): Promise<unknown> => {
      const record =
        action.record === true ? await recordOf(ctx, resource, String(id), needed, transaction) : undefined;
      return action.work({ ...call, ...(record ? { record } : {}), ...(transaction ? { transaction } : {}) });
    };
    ctx.body = await (action.writes ? ctx.db.sequelize.transaction(answer) : answer());
    await next();
  });
}

function idOf(given: unknown): string {
  requireRecordId(given);
  return String(given);
}

/** @throws Refusal 404 for what the caller does not see, 403 for what their right is not about */
async function recordOf(
  ctx: Context,
  resource: string,
  id: string,
  needed: readonly CollectionRight[],
  transaction?: Transaction,
): Promise<Model> {
  const visible = await recordVisibleTo(ctx, ctx.db.getCollection(resource), id, transaction);
  if (!visible) throw refuse(404, 'RECORD_NOT_FOUND');
  for (const { collection, action } of needed) {
    if (collection !== resource || OF_NO_RECORD.has(action)) continue;
    if (!(await mayWith(ctx.app, visible.record, action, transaction))) throw refuse(403, 'NOT_PERMITTED');
  }
  return visible.record;
}
