import type Database from '@nocobase/database';
import { selectRows } from '@hongxin/plugin-foundation';
import type { Transaction } from '@nocobase/database';
import type { FoundPerson } from '@hongxin/plugin-review';
import { IS_CURRENT_POST } from '../posts/current';
import { today } from '../common/today';

export const OFFICIAL = 'hx-official';

/** A holder of a current post who has an account. */
interface Holder {
  userId: string;
  post: string;
  area: string;
  code: string;
}

const CURRENT_POSTS = `
  FROM {hxPosts} p
  JOIN {hxPersons} s ON s.id = p."personId"
  JOIN {hxPostTypes} t ON t.id = p."postTypeId"
  JOIN {hxAreas} a ON a.id = p."areaId"
  WHERE s."userId" IS NOT NULL AND ${IS_CURRENT_POST}`;
/** A post in an organisation that covers several areas counts in each of them, when it is held at its home. */
const COVERS = `EXISTS (
  SELECT 1 FROM {hxOrganizations} o
  JOIN {hxOrganizationAreas} l ON l."organizationId" = o.id
  JOIN {hxAreas} c ON c.id = l."areaId"
  WHERE o.id = p."organizationId" AND o."areaId" = p."areaId" AND c.code = :code)`;
const COLUMNS = 'SELECT s."userId"::text AS "userId", t.title AS post, a.name AS area, a.code';

export interface Scope {
  db: Database;
  transaction?: Transaction;
}

/** Holders of these kinds of posts at a place. */
export async function holdersAt(scope: Scope, code: string, postTypes: readonly string[]): Promise<FoundPerson[]> {
  if (postTypes.length === 0) return [];
  const rows = await selectRows<Holder>(
    scope,
    `${COLUMNS} ${CURRENT_POSTS} AND t.code IN (:postTypes) AND (a.code = :code OR ${COVERS}) ORDER BY p.id`,
    { code, postTypes: [...postTypes], today: today() },
  );
  return rows.map(personOf);
}

/** Holders of these kinds of posts in an organisation. */
export async function holdersIn(
  scope: Scope,
  organizationId: string,
  postTypes: readonly string[],
): Promise<FoundPerson[]> {
  const rows = await selectRows<Holder>(
    scope,
    `${COLUMNS} ${CURRENT_POSTS} AND p."organizationId" = :organizationId AND t.code IN (:postTypes) ORDER BY p.id`,
    { organizationId, postTypes: [...postTypes], today: today() },
  );
  return rows.map(personOf);
}

/**
 * Those whose posts give a role over a place, of the nearest level that has any.
 * @param isAbove only posts of places above this one
 */
export async function nearestWithRole(
  scope: Scope,
  code: string,
  role: string,
  { isAbove = false }: { isAbove?: boolean } = {},
): Promise<FoundPerson[]> {
  // a child's code begins with its parent's, so the places above are the code's own beginnings
  const rows = await selectRows<Holder>(
    scope,
    `${COLUMNS} ${CURRENT_POSTS} AND t."grantsRole" = :role AND :code LIKE a.code || '%'
       ${isAbove ? 'AND length(a.code) < length(:code)' : ''}
     ORDER BY length(a.code) DESC, p.id`,
    { code, role, today: today() },
  );
  return rows.filter((row) => row.code.length === rows[0].code.length).map(personOf);
}

/** Of these people those who have held posts and hold none any more. */
export async function leftOffice(scope: Scope, userIds: readonly number[]): Promise<number[]> {
  if (userIds.length === 0) return [];
  const rows = await selectRows<{ userId: string }>(
    scope,
    `SELECT s."userId"::text AS "userId" FROM {hxPosts} p
     JOIN {hxPersons} s ON s.id = p."personId" JOIN {hxPostTypes} t ON t.id = p."postTypeId"
     WHERE s."userId" IN (:userIds) GROUP BY s."userId"
     HAVING NOT bool_or(t.enabled IS NOT FALSE AND p."startsOn" <= :today AND (p."endsOn" IS NULL OR p."endsOn" >= :today))`,
    { userIds: [...userIds], today: today() },
  );
  return rows.map(({ userId }) => Number(userId));
}

function personOf({ userId, post, area, code }: Holder): FoundPerson {
  return { userId: Number(userId), note: `${area} ${post}`, areaCode: code };
}
