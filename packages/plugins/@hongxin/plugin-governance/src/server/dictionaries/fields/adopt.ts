import { foundationOf } from '@hongxin/plugin-foundation';
import { adoptChoices } from '@hongxin/rules/mechanism';
import type { Transaction } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import type { DictionaryField } from './field';
import { choicesIn, ITEMS, itemsOf, rowOf, usedCodes } from './store';

const STEP = 10;

/** Takes over into the dictionary what an administrator had put into the field's own choices. */
export async function adoptOwnChoices(
  app: Application,
  field: DictionaryField,
  transaction: Transaction,
): Promise<void> {
  const { db } = app;
  const row = await rowOf(db, field, transaction);
  if (!row) return;
  const { dictionary } = field;
  const shipped = new Map(
    foundationOf(app)
      .protection.shippedChoices(field.collection, field.field)
      .map(({ value, label }) => [String(value), String(label)]),
  );
  const { create, retitle, disable } = adoptChoices(
    await itemsOf(db, dictionary, transaction),
    choicesIn(row.get('uiSchema')),
    shipped,
    await usedCodes(db, field, transaction),
  );
  const items = db.getRepository(ITEMS);
  const last = ((await items.model.max('sort', { where: { dictionary }, transaction })) as number | null) ?? 0;
  const records = create.map((item, index) => {
    return { ...item, dictionary, sort: last + (index + 1) * STEP, source: 'default' };
  });
  if (records.length > 0) await items.createMany({ records, transaction });
  for (const { code, title } of retitle)
    await items.update({ filter: { dictionary, code }, values: { title }, transaction });
  for (const code of disable)
    await items.update({ filter: { dictionary, code }, values: { enabled: false }, transaction });
}
