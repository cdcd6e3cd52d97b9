/** A role of the pack starts without NocoBase's AI employees, and keeps those an administrator gives it. */
import { app } from '@test/server/harness';
import { RoleTables } from '../grants/role-tables';

const ROLE = 'hx-evaluator';

interface AssistedRole {
  allowNewAiEmployee: boolean;
  aiEmployees: { username: string }[];
}

async function read(name: string): Promise<AssistedRole> {
  const row = await app()
    .db.getRepository('roles')
    .findOne({ filter: { name }, appends: ['aiEmployees'] });
  return row?.toJSON() as AssistedRole;
}

test('the roles that came with the pack have none', async () => {
  const rows = await app()
    .db.getRepository('roles')
    .find({ filter: { name: { $like: 'hx-%' } }, appends: ['aiEmployees'] });
  expect(rows.length).toBeGreaterThan(5);
  const assisted = rows.map((row: { toJSON(): unknown }) => row.toJSON() as AssistedRole & { name: string });
  expect(assisted.filter((role: AssistedRole) => role.allowNewAiEmployee || role.aiEmployees.length > 0)).toEqual([]);
});

test('a role somebody makes in NocoBase still gets them, so the test above could fail', async () => {
  const roles = app().db.getRepository('roles');
  await roles.create({ values: { name: 'r_assisted', title: 'assisted' } });
  const { aiEmployees } = await read('r_assisted');
  await roles.destroy({ filterByTk: 'r_assisted' });
  expect(aiEmployees.length).toBeGreaterThan(0);
});

test('what an administrator gives a role stays', async () => {
  const { db } = app();
  const [assistant] = await db.getRepository('aiEmployees').find({ limit: 1 });
  const username = String(assistant.get('username'));
  await db.getRepository('roles').update({ filterByTk: ROLE, values: { aiEmployees: [username] } });
  await new RoleTables(db).ensureRole(ROLE, 'assisted');
  expect((await read(ROLE)).aiEmployees.map((each) => each.username)).toEqual([username]);
  await db.getRepository('roles').update({ filterByTk: ROLE, values: { aiEmployees: [] } });
});
