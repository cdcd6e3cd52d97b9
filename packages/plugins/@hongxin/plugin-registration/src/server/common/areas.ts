import { distinct, selectRows, type Scope } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS, type AreaLevel } from '@hongxin/rules/mechanism';

export interface Area {
  id: string;
  code: string;
  level: AreaLevel;
  name: string;
}

/** Areas by id; those that do not exist are missing. */
export async function areasById(ids: Iterable<string | null>, scope: Scope): Promise<Map<string, Area>> {
  const keys = distinct(ids);
  if (keys.length === 0) return new Map();
  const rows = await selectRows<Area>(
    scope,
    'SELECT id::text AS id, code, level, name FROM {hxAreas} WHERE id IN (:keys)',
    { keys },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The community an area lies in, or is; null above a community. */
export async function communityOf(area: Area, scope: Scope): Promise<Area | null> {
  if (area.code.length < AREA_CODE_LENGTHS.community) return null;
  const [community] = await selectRows<Area>(
    scope,
    'SELECT id::text AS id, code, level, name FROM {hxAreas} WHERE code = :code',
    { code: area.code.slice(0, AREA_CODE_LENGTHS.community) },
  );
  return community ?? null;
}

/** The organisation that receives registrations of a community: its committee; null while it has none. */
export async function receivingOrganization(communityId: string, scope: Scope): Promise<string | null> {
  const [organization] = await selectRows<{ id: string }>(
    scope,
    `SELECT id::text AS id FROM {hxOrganizations}
     WHERE "areaId" = :communityId AND level = 'communityCommittee' AND status IS DISTINCT FROM 'dissolved'
     ORDER BY id LIMIT 1`,
    { communityId },
  );
  return organization?.id ?? null;
}
