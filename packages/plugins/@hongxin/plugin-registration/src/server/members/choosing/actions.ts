import type { Context, Next } from '@nocobase/actions';
import { currentIdentity, refuse, translatedTitle } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS } from '../../constants';
import { PRIVACY_NOTICE } from '../privacy-notice';
import { areasBelow, findAreas } from './homes';
import { ownFields, ownValues } from './own-fields';
import { prefillOf } from './prefill';
import { findUnits } from './units';

const CHOICE_FIELDS = ['skills', 'serviceIntentions', 'availableTimes'] as const;

/** Whoever may register may look for what a registration names. */
function requireRegistrant(ctx: Context): number {
  const userId = currentIdentity()?.userId ?? null;
  if (userId === null || !ctx.can({ resource: MEMBER_REGISTRATIONS, action: 'create' }))
    throw refuse(403, 'NOT_PERMITTED');
  return userId;
}

const parameter = (ctx: Context, name: string): string => {
  const given: unknown = (ctx.action.params as Record<string, unknown>)[name];
  return typeof given === 'string' ? given.slice(0, 100) : '';
};

/** `hxMemberRegistrations:units?search=`: by name, initials or credit code. */
export async function unitsAction(ctx: Context, next: Next): Promise<void> {
  requireRegistrant(ctx);
  ctx.body = await findUnits(parameter(ctx, 'search'), { db: ctx.db });
  await next();
}

/** `hxMemberRegistrations:homes?search=` or `?parentCode=`: on the way to a building. */
export async function homesAction(ctx: Context, next: Next): Promise<void> {
  requireRegistrant(ctx);
  const search = parameter(ctx, 'search');
  const parentCode = parameter(ctx, 'parentCode');
  if (!/^\d{0,20}$/.test(parentCode)) throw refuse(400, 'PARAMETER_INVALID', { name: 'parentCode' });
  const scope = { db: ctx.db };
  ctx.body = search === '' ? await areasBelow(parentCode || null, scope) : await findAreas(search, scope);
  await next();
}

/** `hxMemberRegistrations:prefill`: what is known of the caller, the notice, the choices and the fields of their own as administrators left them, in the caller's language. */
export async function prefillAction(ctx: Context, next: Next): Promise<void> {
  const userId = requireRegistrant(ctx);
  const collection = ctx.db.getCollection(MEMBER_REGISTRATIONS);
  const choices = Object.fromEntries(
    CHOICE_FIELDS.map((field) => {
      const { uiSchema } = collection.getField(field).options as {
        uiSchema?: { enum?: { value: string; label: string; disabled?: boolean }[] };
      };
      const offered = (uiSchema?.enum ?? []).filter(({ disabled }) => !disabled);
      return [field, offered.map(({ value, label }) => ({ value, label: translatedTitle(ctx, label) }))];
    }),
  );
  const fields = await ownFields(ctx, collection);
  const known = { ...(await prefillOf(userId, { db: ctx.db })), own: await ownValues(userId, fields, ctx) };
  ctx.body = { known, choices, fields, notice: PRIVACY_NOTICE };
  await next();
}
