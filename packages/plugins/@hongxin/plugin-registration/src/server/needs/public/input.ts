import { body, type BodyOf } from '@hongxin/plugin-foundation';
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

/** More than any field holds: how long each may be is told with everything else that is wrong with the form. */
const LONGEST = 10_000;
const short = (zh: string, en: string) => body.optional(body.text({ zh, en }, LONGEST));

/** `website` is a field that people do not see. */
export const RAISE_BODY = {
  title: short('名称', 'title'),
  description: short('说明', 'description'),
  areaId: body.optional(body.id({ zh: '所在区域', en: 'area' })),
  contactName: short('联系人', 'contact'),
  contactPhone: short('联系电话', 'contact phone'),
  wantedBy: short('希望完成日期', 'day by which help is wanted'),
  token: short('验证题', 'question'),
  answer: short('验证题的答案', 'answer'),
  website: short('网站', 'website'),
};

/** The form's fields as texts, and everything that is wrong with them. */
export function readRaisedNeed(sent: BodyOf<typeof RAISE_BODY>): { need: RaisedNeed; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const need = Object.fromEntries(
    Object.entries(LIMITS).map(([field, limit]) => {
      const text = (sent[field as keyof RaisedNeed] ?? '').trim();
      if (text.length > limit) reasons.push(registrationReason('PUBLIC_TEXT_TOO_LONG', { limit }, field));
      return [field, text.slice(0, limit)];
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
