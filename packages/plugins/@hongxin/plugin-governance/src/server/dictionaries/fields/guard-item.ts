import { Refusal } from '@hongxin/plugin-foundation';
import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { dictionaryReason } from '../reasons';
import { titleOf } from '../../common/in-use';
import type { DictionaryField } from './field';
import { countUsing } from './store';

interface HookOptions {
  transaction?: Transaction;
}

/** A code that records hold, or that code writes, keeps its item: it is renamed or switched off, never taken away. */
export function guardItem(db: Database, fields: readonly DictionaryField[], isDeleted: boolean) {
  return async (item: Model, { transaction }: HookOptions): Promise<void> => {
    if (!isDeleted && !item.changed('code' as never) && !item.changed('dictionary' as never)) return;
    const was = (column: string) => String(item.previous(column as never) ?? item.get(column));
    const [dictionary, code, title] = ['dictionary', 'code', 'title'].map(was);
    const blockers: string[] = [];
    for (const field of fields.filter((each) => each.dictionary === dictionary)) {
      if (field.needed?.includes(code)) throw refusal('DICTIONARY_CODE_NEEDED', { title, code });
      const count = await countUsing(db, field, code, transaction);
      if (count > 0) blockers.push(`${titleOf(db, field.collection)} ${count}`);
    }
    if (blockers.length === 0) return;
    const named = { name: title, title, code, blockers: blockers.join('、') };
    throw refusal(isDeleted ? 'RECORD_IN_USE' : 'DICTIONARY_CODE_IN_USE', named);
  };
}

const refusal = (code: Parameters<typeof dictionaryReason>[0], params: Record<string, string>) =>
  new Refusal(400, [dictionaryReason(code, params)]);
