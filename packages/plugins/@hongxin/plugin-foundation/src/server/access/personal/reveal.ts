import type { Context, Next } from '@nocobase/actions';
import type { Application } from '@nocobase/server';
import { requireRecordId, refuse } from '../../errors';
import type { EventLog } from '../../events';
import { currentIdentity, runAsSystem } from '../../identity';
import { body, readBody } from '../../own-actions/body';
import type { RevealLimit } from '../../privacy/reveal-limit';
import type { AccessDeclarations } from '../declarations';
import { guardedRequest } from '../request';

/** Fewest characters of a reason that says something [default]. */
const REASON_MIN = 4;
const REASON_MAX = 500;
const REASON_SHORT = { code: 'REVEAL_REASON_REQUIRED', params: { min: REASON_MIN } };

export const REVEAL_BODY = {
  field: body.otherwise(body.text({ zh: '字段', en: 'field' }, 100), () => ({ code: 'REVEAL_FIELD_UNKNOWN' })),
  reason: body.otherwise(body.text({ zh: '查看事由', en: 'reason' }, 10_000), () => REASON_SHORT),
};

/**
 * POST <collection>:reveal/<id> {field, reason} → {value}: one personal field of one record in clear, with a reason, and
 * a row in hxEvents in the same transaction. NocoBase's access check has let only roles with the `reveal` grant pass.
 */
export function revealAction(
  app: Application,
  access: AccessDeclarations,
  { events, revealLimit: limit }: { events: EventLog; revealLimit(): RevealLimit },
) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const request = guardedRequest(ctx, app, access);
    const identity = currentIdentity();
    if (!request || !identity || identity.userId === null) throw refuse(403, 'NOT_PERMITTED');
    const { collection, rights } = request;
    const { field, reason } = readBody(ctx.action.params.values, REVEAL_BODY);
    if (!access.maskOf(collection.name, field)) throw refuse(400, 'REVEAL_FIELD_UNKNOWN', {}, field);
    const right = rights.on(collection.name, 'reveal');
    if (!right || (right.fields && !right.fields.has(field))) throw refuse(403, 'NOT_PERMITTED');
    const text = reason.trim();
    if (Array.from(text).length < REASON_MIN) throw refuse(400, REASON_SHORT.code, REASON_SHORT.params, 'reason');
    const id: unknown = ctx.action.params.filterByTk;
    requireRecordId(id);
    const key = collection.model.primaryKeyAttribute;
    const scopes = [
      await rights.scope(collection.name, 'view'),
      await rights.scopeOfField(collection, 'reveal', field),
    ];
    const filter = { $and: [{ [key]: id }, ...scopes.filter((scope) => scope)] };
    const { userId } = identity;
    const revealLimit = limit();
    const perDay = await revealLimit.perDay();
    ctx.body = await app.db.sequelize.transaction(async (transaction) => {
      await revealLimit.need(userId, perDay, transaction);
      const row = await collection.repository.findOne({ filter, fields: [key, field], transaction });
      if (!row) throw refuse(404, 'RECORD_NOT_FOUND');
      const entry = {
        collectionName: collection.name,
        recordId: String(id),
        transition: 'reveal',
        actorId: userId,
        opinion: text.slice(0, REASON_MAX),
        details: { field },
      };
      await runAsSystem(() => events.append(entry, transaction));
      return { value: (row.get(field) as string | null) ?? null };
    });
    await next();
  };
}
