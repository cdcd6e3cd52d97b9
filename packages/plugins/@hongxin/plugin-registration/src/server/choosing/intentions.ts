import type Database from '@nocobase/database';
import type { Model, Transaction } from '@nocobase/database';
import { MEMBER_REGISTRATIONS, SERVICE_CLASS_DICTIONARY } from '../constants';

interface Choice {
  value: string;
  label: string;
}
interface Schema {
  enum?: Choice[];
}
interface HookOptions {
  transaction?: Transaction;
  context?: unknown;
}

/**
 * What members can offer to do are the classes of service: a class that is added to the dictionary, retitled, switched
 * off or deleted there is so in the choices of the member's form. The field is the one administrators see.
 */
export function bindServiceIntentions(db: Database): void {
  const follow = (isKept: boolean) => async (item: Model, options: HookOptions) => {
    if (item.get('dictionary') !== SERVICE_CLASS_DICTIONARY) return;
    const choice = { value: String(item.get('code')), label: String(item.get('title')) };
    await changeChoices(db, (known) => withChoice(known, choice, isKept && item.get('enabled') !== false), options);
  };
  db.on('hxDictionaryItems.afterSave', follow(true));
  db.on('hxDictionaryItems.afterDestroy', follow(false));
}

function withChoice(known: readonly Choice[], choice: Choice, isOffered: boolean): Choice[] {
  if (!isOffered) return known.filter(({ value }) => value !== choice.value);
  if (!known.some(({ value }) => value === choice.value)) return [...known, choice];
  return known.map((each) => (each.value === choice.value ? { ...each, ...choice } : each));
}

async function changeChoices(
  db: Database,
  change: (known: readonly Choice[]) => Choice[],
  { transaction, context = {} }: HookOptions,
): Promise<void> {
  const repository = db.getRepository('fields');
  const filter = { collectionName: MEMBER_REGISTRATIONS, name: 'serviceIntentions' };
  const field = (await repository.findOne({ filter, transaction })) as Model | null;
  // before the first installation has published the field, its choices are those of the code
  if (!field) return;
  const uiSchema = (field.get('uiSchema') ?? {}) as Schema;
  const known = uiSchema.enum ?? [];
  const choices = change(known);
  if (JSON.stringify(choices) === JSON.stringify(known)) return;
  // with a context NocoBase takes the changed field into use at once, here and in other processes
  await repository.update({ filter, values: { uiSchema: { ...uiSchema, enum: choices } }, transaction, context });
}
