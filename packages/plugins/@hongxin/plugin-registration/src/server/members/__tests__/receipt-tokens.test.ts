/** What an installation from before there were tokens finds: one for each receipt, and none where there is no receipt. */
import { app, reset } from '@test/server/harness';
import { buildTown, draft, list, newMember, type Town } from '@test/server/registration/town';
import { onRoll } from '@test/server/registration/year';

let town: Town;
beforeAll(async () => {
  await reset();
  town = await buildTown();
});

interface Migration {
  name: string;
  up(): Promise<void>;
}

/** As NocoBase finds it when it upgrades. */
async function migration(): Promise<Migration> {
  const plugin = app().pm.get('@hongxin/plugin-registration') as unknown as {
    loadMigrations(): Promise<{ afterSync: Migration[] }>;
  };
  const found = (await plugin.loadMigrations()).afterSync.find(({ name }) => name.includes('receipt-tokens'));
  if (!found) throw new Error('NocoBase does not find the migration');
  return found;
}

const tokens = async (): Promise<Record<string, string | null>> => {
  const rows = await app().db.getModel('hxMemberRegistrations').findAll({ raw: true });
  return Object.fromEntries(
    (rows as unknown as { id: unknown; receiptToken: string | null }[]).map(({ id, receiptToken }) => [
      String(id),
      receiptToken,
    ]),
  );
};

it('gives every receipt without a token one of its own, changes no other, and nothing the second time', async () => {
  const people = [await onRoll(town), await onRoll(town), await onRoll(town)];
  const { id: open } = await draft(town, await newMember());
  const [first, second, third] = people.map(({ id }) => String(id));
  const before = await tokens();
  expect([before[third], before[String(open)]]).toEqual([expect.stringMatching(/^[\w-]{22}$/), null]);
  await app().db.sequelize.query(
    `UPDATE ${app().db.getCollection('hxMemberRegistrations').quotedTableName()} SET "receiptToken" = NULL WHERE id IN (:ids)`,
    { replacements: { ids: [first, second] } },
  );
  await (await migration()).up();
  const after = await tokens();
  for (const id of [first, second]) expect(after[id]).toMatch(/^[0-9a-f]{32}$/);
  expect(after[first]).not.toBe(after[second]);
  expect([after[third], after[String(open)]]).toEqual([before[third], null]);
  await (await migration()).up();
  expect(await tokens()).toEqual(after);
  expect(await list(town.administrator, 'hxMemberRegistrations')).toHaveLength(4);
});
