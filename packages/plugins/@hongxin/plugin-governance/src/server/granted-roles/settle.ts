import { runAsSystem, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { BelongsToManyRepository } from '@nocobase/database';
import { today } from '../common/today';
import { IS_CURRENT_POST } from '../posts/current';

interface RoleOfUser {
  userId: string;
  role: string;
}

/** Whose roles are looked at, all accounts' without `userIds`; `again` also gives what an administrator took away from them. */
export interface Settling {
  userIds?: readonly string[];
  again?: boolean;
}

const KEY = `s."userId"::text || ':' || t."grantsRole"`;
const POSTS_OF_ACCOUNTS = `
  FROM {hxPosts} p JOIN {hxPersons} s ON s.id = p."personId" JOIN {hxPostTypes} t ON t.id = p."postTypeId"
  JOIN {users} u ON u.id = s."userId"
  WHERE t."grantsRole" IS NOT NULL AND ${IS_CURRENT_POST}`;

/**
 * Brings the roles of accounts to what their current posts give: a role begins and ends with the posts that give it, so that
 * nothing of it is left on any path. Roles given by hand stay, until a post gives the same one: from then on it is the post's.
 */
export async function settleRoles(scope: Scope, { userIds, again = false }: Settling = {}): Promise<void> {
  if (userIds?.length === 0) return;
  const named = { today: today(), userIds: userIds ?? [] };
  const ended = await selectRows<RoleOfUser>(
    scope,
    `DELETE FROM {hxGrantedRoles} g
     WHERE ${userIds ? 'g."userId" IN (:userIds) AND' : ''} NOT EXISTS (
       SELECT 1 ${POSTS_OF_ACCOUNTS} AND s."userId" = g."userId" AND t."grantsRole" = g."roleName")
     RETURNING g."userId"::text AS "userId", g."roleName" AS role`,
    named,
  );
  const begun = await selectRows<RoleOfUser>(
    scope,
    `INSERT INTO {hxGrantedRoles} ("key", "userId", "roleName")
     SELECT DISTINCT ${KEY}, s."userId", t."grantsRole" ${POSTS_OF_ACCOUNTS}
       ${userIds ? 'AND s."userId" IN (:userIds)' : ''}
     ON CONFLICT ("key") DO ${again ? 'UPDATE SET "roleName" = EXCLUDED."roleName"' : 'NOTHING'}
     RETURNING "userId"::text AS "userId", "roleName" AS role`,
    named,
  );
  await runAsSystem(async () => {
    for (const each of ended) await take(scope, each);
    for (const each of begun) await give(scope, each);
  });
}

/** Reaches nothing but what a current post names, so that it may stay where an account would be left without any role. */
const ONLY_BY_POSTS = 'hx-official';

/** An account without a role cannot even be told so: NocoBase answers 401 to whatever it asks. */
async function take({ db, transaction }: Scope, { userId, role }: RoleOfUser): Promise<void> {
  const others = await db.getModel('rolesUsers').count({ where: { userId }, transaction });
  if (role === ONLY_BY_POSTS && others === 1) return;
  await db.getModel('rolesUsers').destroy({ where: { userId, roleName: role }, transaction });
}

async function give({ db, transaction }: Scope, { userId, role }: RoleOfUser): Promise<void> {
  // NocoBase adds what is not there yet, and leaves alone what is
  await db.getRepository<BelongsToManyRepository>('users.roles', userId).add({ tk: role, transaction });
}
