import { askEach, distinct, selectRows, type Scope } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS, type AreaLevel } from '@hongxin/rules/mechanism';

export interface Area {
  id: string;
  code: string;
  level: AreaLevel;
  name: string;
}

/** Areas by id; those that do not exist are missing. */
export function areasById(ids: Iterable<string | null>, scope: Scope): Promise<ReadonlyMap<string, Area>> {
  return askEach(scope, 'area by id', distinct(ids), (keys) => areasBy('id', keys, scope));
}

async function areasBy(column: 'id' | 'code', keys: readonly string[], scope: Scope): Promise<Map<string, Area>> {
  const sql = `SELECT id::text AS id, code, level, name FROM {hxAreas} WHERE ${column} IN (:keys)`;
  const rows = await selectRows<Area>(scope, sql, { keys });
  return new Map(rows.map((row) => [row[column], row]));
}

/** The community an area lies in, or is; null above a community. */
export async function communityOf(area: Area, scope: Scope): Promise<Area | null> {
  if (area.code.length < AREA_CODE_LENGTHS.community) return null;
  const code = area.code.slice(0, AREA_CODE_LENGTHS.community);
  return (await askEach(scope, 'area by code', [code], (keys) => areasBy('code', keys, scope))).get(code) ?? null;
}

/** The organisation that receives registrations of a community: its committee; null while it has none. */
export async function receivingOrganization(communityId: string, scope: Scope): Promise<string | null> {
  const organizations = await askEach(scope, 'receiving organization', [communityId], async (keys) => {
    const rows = await selectRows<{ id: string; areaId: string }>(
      scope,
      `SELECT DISTINCT ON ("areaId") id::text AS id, "areaId"::text AS "areaId" FROM {hxOrganizations}
       WHERE "areaId" IN (:keys) AND level = 'communityCommittee' AND status IS DISTINCT FROM 'dissolved'
       ORDER BY "areaId", id`,
      { keys },
    );
    return new Map(rows.map(({ id, areaId }) => [areaId, id]));
  });
  return organizations.get(communityId) ?? null;
}
