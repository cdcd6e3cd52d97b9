import { checkPhone, chinaYear, cleanName, normalizePhone, reasonsOf } from '@hongxin/rules/mechanism';
import type { CollectionOptions } from '@nocobase/database';
import { clock } from '../clock';
import { marksOf } from '../fields/marks';
import { textOf, touches } from './columns';
import type { Candidate, RecordRule } from './rules';

/** What holds of every record because of how its fields are declared: names and phones kept plain, the year it counts in. */
export function fieldRules({ fields = [] }: CollectionOptions): RecordRule[] {
  return fields.flatMap((field) => {
    const { plain, thisYear } = marksOf(field);
    const rules = [...(plain ? [plainRule(field.name, plain)] : []), ...(thisYear ? [yearRule(field.name)] : [])];
    return rules;
  });
}

/** Looks at what is filled in and about to change. */
const ofEach =
  (field: string, look: (candidate: Candidate, typed: string) => void): RecordRule =>
  async (candidates) => {
    for (const candidate of candidates) {
      const typed = textOf(candidate.record, field);
      if (typed !== null && touches(candidate.record, field)) look(candidate, typed);
    }
  };

function plainRule(field: string, plain: 'name' | 'phone' | 'draftPhone'): RecordRule {
  return ofEach(field, ({ record, refuse, set }, typed) => {
    if (plain === 'phone') refuse(...reasonsOf(checkPhone(typed, field)));
    const stored = plain === 'name' ? cleanName(typed) : normalizePhone(typed);
    if (stored !== record.get(field)) set(field, stored);
  });
}

const yearRule =
  (field: string): RecordRule =>
  async (candidates) => {
    for (const { record, set } of candidates)
      if (record.isNewRecord && textOf(record, field) === null) set(field, chinaYear(clock.now()));
  };
