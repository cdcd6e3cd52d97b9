import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import { matchesInitials } from '@hongxin/plugin-governance';

export interface AreaChoice {
  id: number;
  code: string;
  name: string;
  level: string;
  /** Names of what lies above it, from the street down. */
  path: string;
}

const MOST = 50;
const COLUMNS = `a.id::bigint::float8 AS id, a.code, a.name, a.level,
  concat_ws(' / ', s.name, CASE WHEN a.level IN ('estate', 'building') THEN c.name END, CASE WHEN a.level = 'building' THEN e.name END) AS path`;
const ABOVE = `LEFT JOIN {hxAreas} s ON s.code = left(a.code, ${AREA_CODE_LENGTHS.street})
  LEFT JOIN {hxAreas} c ON c.code = left(a.code, ${AREA_CODE_LENGTHS.community})
  LEFT JOIN {hxAreas} e ON e.code = left(a.code, ${AREA_CODE_LENGTHS.estate})`;

/** What lies one step below an area, on the way to a building: streets, communities, estates, buildings. */
export async function areasBelow(parentCode: string | null, scope: Scope): Promise<AreaChoice[]> {
  return selectRows<AreaChoice>(
    scope,
    `SELECT ${COLUMNS} FROM {hxAreas} a ${ABOVE}
     WHERE ${parentCode === null ? `a.level = 'street'` : `a."parentId" = (SELECT id FROM {hxAreas} WHERE code = :parentCode)`}
       AND a.level IN ('street', 'community', 'estate', 'building') ORDER BY length(a.name), a.name, a.code LIMIT 500`,
    { parentCode },
  );
}

/** Communities, estates and buildings by a part of their name; communities and estates by its initials too. */
export async function findAreas(search: string, scope: Scope): Promise<AreaChoice[]> {
  const text = search.trim();
  if (text === '') return [];
  const found = await selectRows<AreaChoice>(
    scope,
    `SELECT ${COLUMNS} FROM {hxAreas} a ${ABOVE}
     WHERE a.level IN ('community', 'estate', 'building') AND strpos(a.name, :text) > 0
     ORDER BY length(a.code), length(a.name), a.name LIMIT :most`,
    { text, most: MOST },
  );
  if (found.length > 0 || !/^[a-z0-9]+$/i.test(text)) return found;
  const all = await selectRows<AreaChoice>(
    scope,
    `SELECT ${COLUMNS} FROM {hxAreas} a ${ABOVE} WHERE a.level IN ('community', 'estate') ORDER BY a.code`,
  );
  return all.filter(({ name }) => matchesInitials(name, text)).slice(0, MOST);
}
