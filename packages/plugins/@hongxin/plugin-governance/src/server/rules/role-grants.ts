import type Database from '@nocobase/database';
import type { BelongsToManyRepository, Model, Transaction } from '@nocobase/database';
import { runAsSystem } from '@hongxin/plugin-foundation';
import { select } from '../database/sql';
import { today } from '../today';

interface HookOptions {
  transaction?: Transaction;
}

/**
 * Who takes a post that grants a role gets that role of NocoBase, also when the post begins later. It is never taken
 * away here: without a current post the role reaches nothing.
 */
export function bindRoleGrants(db: Database): void {
  const grant = async (condition: string, id: unknown, { transaction }: HookOptions): Promise<void> => {
    const rows = await select<{ userId: number; role: string }>(
      { db, transaction },
      `SELECT DISTINCT s."userId" AS "userId", t."grantsRole" AS role
       FROM {hxPosts} p JOIN {hxPersons} s ON s.id = p."personId" JOIN {hxPostTypes} t ON t.id = p."postTypeId"
       WHERE ${condition} AND s."userId" IS NOT NULL AND t."grantsRole" IS NOT NULL AND (p."endsOn" IS NULL OR p."endsOn" >= :today)
         AND NOT EXISTS (SELECT 1 FROM {rolesUsers} r WHERE r."userId" = s."userId" AND r."roleName" = t."grantsRole")`,
      { id, today: today() },
    );
    for (const { userId, role } of rows) {
      const roles = db.getRepository<BelongsToManyRepository>('users.roles', userId);
      await runAsSystem(() => roles.add({ tk: role, transaction }));
    }
  };
  db.on('hxPosts.afterSave', (post: Model, options: HookOptions) => grant('p.id = :id', post.get('id'), options));
  db.on('hxPersons.afterSave', async (person: Model, options: HookOptions) => {
    if (person.get('userId') && person.changed('userId' as never)) await grant('s.id = :id', person.get('id'), options);
  });
  db.on('hxPostTypes.afterUpdate', (type: Model, options: HookOptions) => grant('t.id = :id', type.get('id'), options));
}
