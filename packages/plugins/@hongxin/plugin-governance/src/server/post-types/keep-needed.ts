import { Refusal } from '@hongxin/plugin-foundation';
import type { Model } from '@nocobase/database';
import { commonReason } from '../common/reasons';
import { BUILDING_HEAD, HEAD_OF, UNIT_HEAD } from './codes';

/** Post types by whose codes coverage is counted and heads are found. */
const NEEDED = new Set([BUILDING_HEAD, UNIT_HEAD, ...Object.values(HEAD_OF)]);

/** Such a type is renamed or switched off; without its code nothing would be found any more, and nobody would be told. */
export function keepNeeded(type: Model): void {
  const [code, title] = ['code', 'title'].map((column) => String(type.previous(column as never) ?? type.get(column)));
  if (NEEDED.has(code)) throw new Refusal(400, [commonReason('DICTIONARY_CODE_NEEDED', { title, code })]);
}

export function keepNeededCode(type: Model): void {
  if (type.changed('code' as never)) keepNeeded(type);
}
