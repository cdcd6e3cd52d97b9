import { HUB_HOUSEHOLDS, ORGANIZATION_LEVELS } from '@hongxin/rules/governance';
import { withinRanges, type CallerRanges } from '../common/caller-scope';
import { BUILDING_HEAD, HEAD_OF, UNIT_HEAD } from '../post-types/codes';
import { GAP_KINDS, type GapKind } from '../../shared/gap-kinds';

const CURRENT = `p."startsOn" <= :today AND (p."endsOn" IS NULL OR p."endsOn" >= :today)`;

function noHolder(code: string): string {
  return `NOT EXISTS (SELECT 1 FROM {hxPosts} p JOIN {hxPostTypes} t ON t.id = p."postTypeId"
    WHERE p."areaId" = a.id AND t.code = '${code}' AND ${CURRENT})`;
}

const headCodes = ORGANIZATION_LEVELS.map((level) => `WHEN '${level}' THEN '${HEAD_OF[level]}'`).join(' ');

/** One SELECT per kind with the same columns: kind, collection, record, name, area digits, number, day. */
const SELECTS: Readonly<Record<GapKind, (scope: (column: string) => string) => string>> = {
  buildingWithoutGroup: (scope) => `
    SELECT 'hxAreas' AS collection, a.id, a.name, a.code, NULL::int AS number, NULL::date AS day FROM {hxAreas} a
    WHERE a.level = 'building' AND ${scope('a.code')}
      AND NOT EXISTS (SELECT 1 FROM {hxOrganizations} o WHERE o."areaId" = a.id AND o.level = 'buildingGroup' AND o.status = 'active')
      AND NOT EXISTS (SELECT 1 FROM {hxOrganizationAreas} l JOIN {hxOrganizations} o ON o.id = l."organizationId"
        WHERE l."areaId" = a.id AND o.level = 'buildingGroup' AND o.status = 'active')`,
  buildingWithoutHead: (scope) => `
    SELECT 'hxAreas', a.id, a.name, a.code, NULL::int, NULL::date FROM {hxAreas} a
    WHERE a.level = 'building' AND ${scope('a.code')} AND ${noHolder(BUILDING_HEAD)}`,
  unitWithoutHead: (scope) => `
    SELECT 'hxAreas', a.id, a.name, a.code, NULL::int, NULL::date FROM {hxAreas} a
    WHERE a.level = 'unit' AND ${scope('a.code')} AND ${noHolder(UNIT_HEAD)}`,
  hubHouseholds: (scope) => `
    SELECT 'hxOrganizations', o.id, o.name, o."areaCode", h.households, NULL::date FROM {hxOrganizations} o
    CROSS JOIN LATERAL (SELECT count(*)::int AS households FROM {hxHouseholds} h WHERE h."organizationId" = o.id) h
    WHERE o.level = 'memberHub' AND o.status = 'active' AND ${scope('o."areaCode"')}
      AND h.households NOT BETWEEN ${HUB_HOUSEHOLDS.min} AND ${HUB_HOUSEHOLDS.max}`,
  termExpired: (scope) => `
    SELECT DISTINCT ON (e."postTypeId", e."areaId") 'hxPosts', e.id, t.title || '·' || coalesce(s.name, ''), e."areaCode", NULL::int, e."endsOn"
    FROM {hxPosts} e JOIN {hxPostTypes} t ON t.id = e."postTypeId" LEFT JOIN {hxPersons} s ON s.id = e."personId"
    WHERE e."endsOn" < :today AND ${scope('e."areaCode"')}
      AND NOT EXISTS (SELECT 1 FROM {hxPosts} p WHERE p."postTypeId" = e."postTypeId" AND p."areaId" = e."areaId"
        AND (p."endsOn" IS NULL OR p."endsOn" >= :today))
    ORDER BY e."postTypeId", e."areaId", e."endsOn" DESC`,
  organizationWithoutHead: (scope) => `
    SELECT 'hxOrganizations', o.id, o.name, o."areaCode", NULL::int, NULL::date FROM {hxOrganizations} o
    WHERE o.status = 'active' AND ${scope('o."areaCode"')} AND NOT EXISTS (
      SELECT 1 FROM {hxPosts} p JOIN {hxPostTypes} t ON t.id = p."postTypeId"
      WHERE t.code = CASE o.level ${headCodes} END AND ${CURRENT}
        AND (p."organizationId" = o.id OR (p."organizationId" IS NULL AND p."areaId" = o."areaId")))`,
  organizationMisplaced: (scope) => `
    SELECT 'hxOrganizations', o.id, o.name, o."areaCode", NULL::int, NULL::date FROM {hxOrganizations} o
    JOIN {hxOrganizations} u ON u.id = o."parentId"
    WHERE o.status = 'active' AND ${scope('o."areaCode"')} AND NOT starts_with(o."areaCode", u."areaCode")
      AND NOT EXISTS (SELECT 1 FROM {hxOrganizationAreas} l JOIN {hxAreas} a ON a.id = l."areaId"
        WHERE l."organizationId" = u.id AND starts_with(o."areaCode", a.code))`,
  personTwice: (scope) => `
    SELECT 'hxPersons', s.id, s.name, s."areaCode", NULL::int, NULL::date FROM {hxPersons} s
    WHERE s."identityHash" IS NOT NULL AND ${scope('s."areaCode"')} AND EXISTS (
      SELECT 1 FROM {hxPersons} q WHERE q."identityHash" = s."identityHash" AND q.id <> s.id AND ${scope('q."areaCode"')})`,
};

/** A table of gaps, for use after FROM: columns kind, collection, id, name, code, number, day. Needs `:today`. */
export function gapsTable(
  ranges: CallerRanges,
  kinds: readonly GapKind[] = GAP_KINDS,
): { sql: string; replacements: Record<string, string> } {
  const { replacements } = withinRanges('code', ranges);
  const scope = (column: string): string => withinRanges(column, ranges).sql;
  const parts = kinds.map(
    (kind) =>
      `SELECT '${kind}' AS kind, g.* FROM (${SELECTS[kind](scope)}) AS g(collection, id, name, code, number, day)`,
  );
  return { sql: `(${parts.join('\n UNION ALL\n')})`, replacements };
}
