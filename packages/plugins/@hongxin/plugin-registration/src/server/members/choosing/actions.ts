import { action, body, refuse, translatedTitle } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS } from '../../constants';
import { PRIVACY_NOTICE } from '../privacy-notice';
import { areasBelow, findAreas } from './homes';
import { ownFields, ownValues } from './own-fields';
import { prefillOf } from './prefill';
import { findUnits } from './units';

const CHOICE_FIELDS = ['skills', 'serviceIntentions', 'availableTimes'] as const;

/** Whoever may register may look for what a registration names. */
const REGISTRANT = 'create';
const looked = (zh: string, en: string) => body.optional(body.text({ zh, en }, 1000));
const SEARCH = looked('搜索内容', 'search');

/** `hxMemberRegistrations:units?search=`: by name, initials or credit code. */
export const unitsAction = action({ right: REGISTRANT, query: { search: SEARCH } }, ({ ctx, query: { search } }) =>
  findUnits((search ?? '').slice(0, 100), { db: ctx.db }),
);

const HOMES = { search: SEARCH, parentCode: looked('上级区域代码', 'code of the area above') };

/** `hxMemberRegistrations:homes?search=` or `?parentCode=`: on the way to a building. */
export const homesAction = action({ right: REGISTRANT, query: HOMES }, ({ ctx, query }) => {
  const search = (query.search ?? '').slice(0, 100);
  const parentCode = query.parentCode ?? '';
  if (!/^\d{0,20}$/.test(parentCode)) throw refuse(400, 'PARAMETER_INVALID', { name: 'parentCode' });
  const scope = { db: ctx.db };
  return search === '' ? areasBelow(parentCode || null, scope) : findAreas(search, scope);
});

/** `hxMemberRegistrations:prefill`: what is known of the caller, the notice, the choices and the fields of their own as administrators left them, in the caller's language. */
export const prefillAction = action({ right: REGISTRANT }, async ({ ctx, userId }) => {
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
  return { known, choices, fields, notice: PRIVACY_NOTICE };
});
