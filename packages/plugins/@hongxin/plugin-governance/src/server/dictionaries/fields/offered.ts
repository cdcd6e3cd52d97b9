import { currentIdentity, touches, type Candidate, type RecordRule } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import { dictionaryReason } from '../reasons';
import type { DictionaryField } from './field';
import { choicesIn } from './store';

/**
 * What is switched off, and still among the choices because records hold it, is not newly chosen, whichever way it comes;
 * what a record has held before it may keep, and so may what the system carries over by itself. A value that is no choice
 * at all is refused for every select.
 */
export function offeredOnly(db: Database, { collection, field }: DictionaryField): RecordRule {
  return async (candidates: readonly Candidate[]) => {
    if (!currentIdentity()) return;
    const choices = choicesIn(db.getCollection(collection)?.getField(field)?.options?.uiSchema);
    const offered = choices.filter(({ disabled }) => !disabled);
    const labels = new Map(choices.map(({ value, label }) => [value, label]));
    for (const { record, refuse } of candidates) {
      if (!touches(record, field)) continue;
      const before = new Set(record.isNewRecord ? [] : valuesOf(record.previous(field as never)));
      const added = valuesOf(record.get(field)).filter((value) => !before.has(value));
      const wrong = added.filter((value) => labels.has(value) && !offered.some((choice) => choice.value === value));
      if (wrong.length === 0) continue;
      const value = wrong.map((code) => labels.get(code)).join('、');
      const expected = offered.map(({ label }) => label).join('、');
      refuse(dictionaryReason('CHOICE_NOT_OFFERED', { value, expected }, field));
    }
  };
}

const valuesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value])
    .filter((each) => each !== null && each !== undefined && each !== '')
    .map(String);
