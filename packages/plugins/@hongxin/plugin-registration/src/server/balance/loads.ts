import type { CommunityLoad } from '@hongxin/rules';
import { select, type Scope } from '@hongxin/plugin-governance';
import type { Within } from '../scope/callers-areas';

export interface NamedLoad extends CommunityLoad {
  id: number;
  name: string;
  street: string;
}

const ROLL = `state IN ('accepted', 'onRoll')`;

/** Counts by community: the area codes of records begin with it. */
const counted = (table: string, what: string, where: string, name: string): string =>
  `LEFT JOIN (SELECT left("areaCode", 12) AS code, ${what}::int AS count FROM ${table} WHERE ${where} GROUP BY 1) ${name} ON ${name}.code = c.code`;

/** What every community carries, in one statement; needs and posts are another part's and may be missing. */
export async function communityLoads(within: Within, scope: Scope): Promise<NamedLoad[]> {
  const areas = within('c.code');
  const records = within('"areaCode"').sql;
  const has = (collection: string): boolean => scope.db.hasCollection(collection);
  const needs = has('hxNeeds')
    ? counted('{hxNeeds}', 'count(*)', `state IN ('published', 'claimed', 'inProgress') AND ${records}`, 'n')
    : '';
  const places = has('hxServicePosts')
    ? counted(
        '{hxServicePosts}',
        `sum(greatest("headCount" - COALESCE("claimedCount", 0), 0))`,
        `state = 'open' AND ${records}`,
        'p',
      )
    : '';
  return select<NamedLoad>(
    scope,
    `SELECT c.id::float8 AS id, c.code, c.name, s.name AS street, COALESCE(u.count, 0) AS units, COALESCE(m.count, 0) AS members,
       ${needs ? 'COALESCE(n.count, 0)' : '0'} AS needs, ${places ? 'COALESCE(p.count, 0)' : '0'} AS "openPlaces"
     FROM {hxAreas} c LEFT JOIN {hxAreas} s ON s.id = c."parentId"
       ${counted('{hxUnitRegistrations}', 'count(*)', `${ROLL} AND ${records}`, 'u')}
       ${counted('{hxMemberRegistrations}', 'count(*)', `${ROLL} AND ${records}`, 'm')}
       ${needs} ${places}
     WHERE c.level = 'community' AND ${areas.sql} ORDER BY c.code`,
    areas.replacements,
  );
}
