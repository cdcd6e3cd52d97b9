import type { FieldOptions } from '@nocobase/database';
import { marked, text } from '@hongxin/plugin-foundation';

/** What the field keeps once a number was typed into it, and what it may be given. */
export const IDENTITY_NUMBER = 'identityNumber';
/** What tells two people apart; it is never shown to anybody, and cannot be chosen in a page. */
export const IDENTITY_HASH = 'identityHash';

/**
 * 身份证号: the whole number is typed, its last four places and a keyed hash are kept. It is on no seeded form; an
 * administrator whose city keeps it sets `HX_IDENTITY_KEY` and puts the field on the forms.
 */
export function identityNumberFields(): FieldOptions[] {
  return [
    text(IDENTITY_NUMBER, '身份证号', {
      max: 40,
      personal: 'idNumber',
      description: '填写完整号码；系统只保存后四位和加密校验值，用于查重',
    }),
    marked({ type: 'string', name: IDENTITY_HASH, hidden: true, index: true } as FieldOptions, {
      byServer: true,
      closed: true,
    }),
  ];
}
