/** What an installation of before knew nothing of: which roles are posts'. */
import { app, reset, root, runJob, signInAs } from '@test/server/harness';
import { appoint, buildCity, update } from '@test/server/governance/city';
import RolesOfPosts from '../20261129200000-roles-of-posts';

it('takes the roles of whoever has or had a post for the posts, and leaves the others', async () => {
  await reset();
  const administrator = await root();
  const city = await buildCity(administrator);
  const [held, holds, byHand] = [
    await signInAs('held-a-post', ['hx-city']),
    await signInAs('holds-a-post', ['hx-city']),
    await signInAs('never-held-a-post', ['hx-city']),
  ];
  const ended = await appoint(administrator, held.userId, 'cityAdministrator', city.city);
  await appoint(administrator, holds.userId, 'cityAdministrator', city.city);
  // as it was left by the version before: the post has ended, the role is there, and no mark
  const { db } = app();
  await update(administrator, 'hxPosts', ended.id, { endsOn: '2021-01-01' });
  await db.sequelize.query('DELETE FROM "hxGrantedRoles"');
  await db.getRepository('rolesUsers').create({ values: { userId: held.userId, roleName: 'hx-city' } });

  const context = { app: app(), db };
  await new RolesOfPosts(context as unknown as ConstructorParameters<typeof RolesOfPosts>[0]).up();
  await runJob('governance.rolesOfPosts');
  const rows = await db.getRepository('rolesUsers').find({ filter: { roleName: 'hx-city' } });
  const holders = rows.map((row: { get(name: string): unknown }) => Number(row.get('userId')));
  expect(holders).toEqual(expect.arrayContaining([holds.userId, byHand.userId]));
  expect(holders).not.toContain(held.userId);
});
