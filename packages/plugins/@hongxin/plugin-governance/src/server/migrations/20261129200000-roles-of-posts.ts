import { statement } from '@hongxin/plugin-foundation';
import { Migration } from '@nocobase/server';

/**
 * Which roles are posts' was not written down before: of whoever has or had a post that gives a role, that role is taken for the
 * post's, and goes with the next look at the posts if none of them is in force. Roles of accounts without such a post stay.
 */
export default class RolesOfPosts extends Migration {
  on = 'afterSync';

  async up(): Promise<void> {
    const { db } = this.app;
    if (!(await db.collectionExistsInDb('hxPosts'))) return;
    await db.sequelize.query(
      statement(
        db,
        `INSERT INTO {hxGrantedRoles} ("key", "userId", "roleName")
         SELECT DISTINCT r."userId"::text || ':' || r."roleName", r."userId", r."roleName"
         FROM {rolesUsers} r
         JOIN {hxPersons} s ON s."userId" = r."userId"
         JOIN {hxPosts} p ON p."personId" = s.id
         JOIN {hxPostTypes} t ON t.id = p."postTypeId" AND t."grantsRole" = r."roleName"
         ON CONFLICT ("key") DO NOTHING`,
      ),
    );
  }
}
