import type Database from '@nocobase/database';
import { type AreaGrant, type AreaGrantProvider, selectRows } from '@hongxin/plugin-foundation';
import { IS_CURRENT_POST } from '../posts/current';

/**
 * Which areas a user's posts on a day give, and for which role. A post in an organisation that covers several areas
 * counts in each of them, when it is held at the organisation's home.
 */
export function areaGrantsOf(db: Database): AreaGrantProvider {
  return async function postsOfUser(userId, onDate, transaction): Promise<AreaGrant[]> {
    return selectRows<AreaGrant>(
      { db, transaction },
      `WITH current AS (
         SELECT p.id, p."areaId", p."organizationId", t."grantsRole" AS role
         FROM {hxPersons} s
         JOIN {hxPosts} p ON p."personId" = s.id
         JOIN {hxPostTypes} t ON t.id = p."postTypeId"
         WHERE s."userId" = :userId AND t."grantsRole" IS NOT NULL
           AND ${IS_CURRENT_POST}
       ), places AS (
         SELECT id, role, "areaId" FROM current
         UNION
         SELECT c.id, c.role, l."areaId"
         FROM current c
         JOIN {hxOrganizations} o ON o.id = c."organizationId" AND o."areaId" = c."areaId"
         JOIN {hxOrganizationAreas} l ON l."organizationId" = o.id
       )
       SELECT places.role, a.code AS "areaCode", a.level, places.id AS "postId"
       FROM places JOIN {hxAreas} a ON a.id = places."areaId"
       ORDER BY a.code, places.id`,
      { userId, today: onDate },
    );
  };
}
