import { Refusal } from '@hongxin/plugin-foundation';
import { choicesOfDictionary, sameChoices, type FieldChoice } from '@hongxin/rules/mechanism';
import type { Model, Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { DICTIONARY_CHOICES } from '../choices';
import { dictionaryReason } from '../reasons';
import type { DictionaryField } from './field';
import { choicesIn, itemsOf, usedCodes } from './store';

/**
 * Refuses other choices than the dictionary's in the configuration of a field, and says where they are kept. Colours are
 * taken; order, and that an item is switched off, come from the dictionary whatever the form sent back.
 */
export async function guardField(
  app: Application,
  fields: readonly DictionaryField[],
  row: Model,
  transaction?: Transaction,
): Promise<void> {
  const isOfMain = ((row.get('dataSourceKey') as string | undefined) ?? 'main') === 'main';
  const ruled = fields.find(
    ({ collection, field }) => row.get('collectionName') === collection && row.get('name') === field,
  );
  const uiSchema = row.get('uiSchema') as { enum?: unknown } | null | undefined;
  if (!ruled || !isOfMain || !uiSchema) return;
  const { db } = app;
  const given = 'enum' in uiSchema ? choicesIn(uiSchema) : runningChoices(app, ruled);
  const rows = await itemsOf(db, ruled.dictionary, transaction);
  const choices = choicesOfDictionary(rows, given, await usedCodes(db, ruled, transaction));
  if (!sameChoices(choices, given)) throw refusal(ruled, difference(choices, given));
  if (JSON.stringify(choices) !== JSON.stringify(uiSchema.enum)) row.set('uiSchema', { ...uiSchema, enum: choices });
}

const runningChoices = (app: Application, { collection, field }: DictionaryField): FieldChoice[] =>
  choicesIn(app.db.getCollection(collection)?.getField(field)?.options?.uiSchema);

function difference(rows: readonly FieldChoice[], given: readonly FieldChoice[]): string {
  const isIn = (list: readonly FieldChoice[], { value, label }: FieldChoice) =>
    list.some((each) => each.value === value && each.label === label);
  const labels = [
    ...given.filter((choice) => !isIn(rows, choice)),
    ...rows.filter((choice) => !given.some(({ value }) => value === choice.value)),
  ].map(({ label }) => label);
  return [...new Set(labels)].slice(0, 10).join('、');
}

function refusal({ dictionary, field }: DictionaryField, options: string): Refusal {
  const title = DICTIONARY_CHOICES.find(({ value }) => value === dictionary)?.label ?? dictionary;
  return new Refusal(400, [dictionaryReason('CHOICES_OF_DICTIONARY', { dictionary: title, options }, field)]);
}
