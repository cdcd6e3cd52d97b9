import { Refusal } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Model } from '@nocobase/database';
import { BUILDING_HEAD, HEAD_OF, UNIT_HEAD } from './codes';
import { governanceReason } from '../reasons';

/** Post types by whose codes coverage is counted and heads are found. */
const NEEDED = new Set([BUILDING_HEAD, UNIT_HEAD, ...Object.values(HEAD_OF)]);

/** Such a type is renamed or switched off; without its code nothing would be found any more, and nobody would be told. */
export function keepNeededPostTypes(db: Database): void {
  const keep = (type: Model): void => {
    const [code, title] = ['code', 'title'].map((column) => String(type.previous(column as never) ?? type.get(column)));
    if (NEEDED.has(code)) throw new Refusal(400, [governanceReason('DICTIONARY_CODE_NEEDED', { title, code })]);
  };
  db.on('hxPostTypes.beforeUpdate', (type: Model) => {
    if (type.changed('code' as never)) keep(type);
  });
  db.on('hxPostTypes.beforeDestroy', keep);
}
