/** A start passes over fields whose row says what the code says; what it then knows is what NocoBase would have loaded. */
import type { Field, Filter, Model } from '@nocobase/database';
import { app, reset } from '@test/server/harness';

interface FieldRow extends Model {
  load(options?: { transaction?: unknown }): Promise<Field>;
}

beforeAll(async () => {
  await reset();
}, 60_000);

const rowsOf = (filter: Filter): Promise<FieldRow[]> => app().db.getRepository('fields').find({ filter });
const ourFields = () => rowsOf({ collectionName: { $startsWith: 'hx' } });

/** As text: undefined options say nothing, and the order of options says nothing. */
const said = (field: Field): string =>
  JSON.stringify(
    Object.entries(field.options)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
const loadAsNocoBase = (row: FieldRow): Promise<Field> =>
  app().db.sequelize.transaction((transaction) => row.load({ transaction }));

it('passes over the fields of the pack', async () => {
  const rows = await ourFields();
  expect(rows.length).toBeGreaterThan(500);
  const before = rows.map((row) =>
    app()
      .db.getCollection(row.get('collectionName') as string)
      .getField(row.get('name') as string),
  );
  const loaded: Field[] = [];
  for (const row of rows) loaded.push(await row.load());
  const replaced = loaded.filter((field, index) => field !== before[index]);
  expect(replaced.map((field) => `${field.collection.name}.${field.name}`)).toEqual([]);
});

it('leaves them as NocoBase itself would have loaded them', async () => {
  for (const row of await ourFields()) {
    const passed = said(await row.load());
    const loaded = said(await loadAsNocoBase(row));
    expect([row.get('collectionName'), row.get('name'), passed]).toEqual([
      row.get('collectionName'),
      row.get('name'),
      loaded,
    ]);
  }
}, 120_000);

it('loads what an administrator has changed, and what only a row knows', async () => {
  const [row] = await rowsOf({ collectionName: 'hxPersons', name: 'note' });
  const field = app().db.getCollection('hxPersons').getField('note');
  const schema = row.get('uiSchema') as Record<string, unknown>;
  row.set('uiSchema', { ...schema, title: '备忘' });
  const changed = await row.load();
  expect(changed).not.toBe(field);
  expect((changed.options.uiSchema as { title: string }).title).toBe('备忘');
  row.set('uiSchema', schema);
  expect(await row.load()).not.toBe(changed);
});
