import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { ROLL_STATES, type CommunityLoad } from '@hongxin/rules/registration';
import { MEMBER_REGISTRATIONS, UNIT_REGISTRATIONS } from '../../constants';
import type { Within } from '../../common/callers-areas';

export interface NamedLoad extends CommunityLoad {
  id: number;
  name: string;
  street: string;
}

const onRoll = `state IN (${ROLL_STATES.map((state) => `'${state}'`).join(', ')})`;

/**
 * A figure of one community's records, whose area codes begin with its own. A range per community is read from the
 * index on the codes alone; grouping by the first digits would read and hash every row.
 */
const ofCommunity = (table: string, what: string, where: string): string =>
  `(SELECT COALESCE(${what}, 0)::int FROM ${table} WHERE ${where} AND "areaCode" >= c.code AND "areaCode" < c.code || ':')`;

/** What every community carries, in one statement; needs and posts are another part's and may be missing. */
export async function communityLoads(within: Within, scope: Scope): Promise<NamedLoad[]> {
  const areas = within('c.code');
  const records = within('"areaCode"').sql;
  const figure = (collection: string, what: string, where: string): string =>
    scope.db.hasCollection(collection) ? ofCommunity(`{${collection}}`, what, `${where} AND ${records}`) : '0';
  const openNeed = `state IN ('published', 'claimed', 'inProgress')`;
  const places = `sum(greatest("headCount" - COALESCE("claimedCount", 0), 0))`;
  return selectRows<NamedLoad>(
    scope,
    `SELECT c.id::float8 AS id, c.code, c.name, s.name AS street,
       ${figure(UNIT_REGISTRATIONS, 'count(*)', onRoll)} AS units,
       ${figure(MEMBER_REGISTRATIONS, 'count(*)', onRoll)} AS members,
       ${figure('hxNeeds', 'count(*)', openNeed)} AS needs,
       ${figure('hxServicePosts', places, `state = 'open'`)} AS "openPlaces"
     FROM {hxAreas} c LEFT JOIN {hxAreas} s ON s.id = c."parentId"
     WHERE c.level = 'community' AND ${areas.sql} ORDER BY c.code`,
    areas.replacements,
  );
}
