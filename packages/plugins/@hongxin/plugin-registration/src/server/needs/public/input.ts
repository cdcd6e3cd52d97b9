import { checkPhone, isBlank, isIsoDate, reason, reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { registrationReason } from '../../reasons';

/** What the public form sends. */
export interface RaisedNeed {
  title: string;
  description: string;
  areaId: string;
  contactName: string;
  contactPhone: string;
  wantedBy: string;
}

/** Longest texts, in characters [default]. */
const LIMITS: Readonly<Record<keyof RaisedNeed, number>> = {
  title: 50,
  description: 500,
  areaId: 19,
  contactName: 20,
  contactPhone: 30,
  wantedBy: 10,
};
const REQUIRED: readonly (keyof RaisedNeed)[] = ['title', 'description', 'areaId'];
/** What advertising needs and a need does not. */
const LINK = /https?:\/\/|www\.|\.(com|cn|net|top|xyz)\b/i;

/** The form's fields as texts, and everything that is wrong with them. */
export function readRaisedNeed(body: Readonly<Record<string, unknown>>): { need: RaisedNeed; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const need = Object.fromEntries(
    Object.entries(LIMITS).map(([field, limit]) => {
      const value = body[field] ?? '';
      const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
      if (text === null || text.length > limit)
        reasons.push(registrationReason('PUBLIC_TEXT_TOO_LONG', { limit }, field));
      return [field, (text ?? '').slice(0, limit)];
    }),
  ) as unknown as RaisedNeed;
  for (const field of REQUIRED) if (isBlank(need[field])) reasons.push(reason('FIELD_REQUIRED', {}, field));
  for (const field of ['title', 'description', 'contactName'] as const)
    if (LINK.test(need[field])) reasons.push(registrationReason('PUBLIC_NO_LINKS', {}, field));
  if (need.contactPhone !== '') reasons.push(...reasonsOf(checkPhone(need.contactPhone, 'contactPhone')));
  if (need.wantedBy !== '' && !isIsoDate(need.wantedBy))
    reasons.push(registrationReason('PUBLIC_DAY_INVALID', {}, 'wantedBy'));
  return { need, reasons };
}
