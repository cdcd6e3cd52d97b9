import { action, selectRows } from '@hongxin/plugin-foundation';
import type { Context } from '@nocobase/actions';
import type { OrganizationLevel } from '@hongxin/rules/governance';
import { GAP_KINDS, type GapKind } from '../../../shared/gap-kinds';
import type { SearchHit, TreeNode } from '../../../shared/answers';
import { gapsTable } from '../../gaps/query';
import { HEAD_OF } from '../../post-types/codes';
import { today } from '../../common/today';
import { areaPaths } from '../../areas/paths';
import {
  callerRanges,
  CHARGE,
  numberParameter,
  parameter,
  withinRanges,
  type CallerRanges,
} from '../../common/caller-scope';
import { matchesInitials } from './pinyin';

const LEVELS = `array_position(ARRAY['streetCommittee','communityCommittee','estateBranch','buildingGroup','memberHub'], o.level::text)`;
const headCodes = Object.entries(HEAD_OF)
  .map(([level, code]) => `WHEN '${level}' THEN '${code}'`)
  .join(' ');

/**
 * `hxGovernance:tree`: without `parentId` the top of what the caller sees, with it the level below, one level at a time;
 * with `search` the organisations whose name, or the initials of its pinyin, match.
 */
export const treeAction = action({ right: CHARGE }, async ({ ctx }) => {
  const ranges = callerRanges(ctx);
  const search = parameter(ctx, 'search');
  return search
    ? { hits: await searchHits(ctx, ranges, search) }
    : { nodes: await nodesBelow(ctx, ranges, parameter(ctx, 'parentId')) };
});

async function nodesBelow(ctx: Context, ranges: CallerRanges, parentId: string | null): Promise<TreeNode[]> {
  const scope = withinRanges('o."areaCode"', ranges);
  const limit = numberParameter(ctx, 'limit', 500, 1, 2000);
  // the top of a part of the city: organisations whose parent lies outside it
  const top =
    ranges === null
      ? 'o."parentId" IS NULL'
      : `NOT EXISTS (SELECT 1 FROM {hxOrganizations} u WHERE u.id = o."parentId" AND ${scope.sql.replaceAll('o."areaCode"', 'u."areaCode"')})`;
  const rows = await selectRows<Omit<TreeNode, 'gaps'>>(
    { db: ctx.db },
    `SELECT o.id::text AS id, o."parentId"::text AS "parentId", o.name, o.level, o."areaCode" AS "areaCode", o.status,
       (SELECT s.name FROM {hxPosts} p JOIN {hxPostTypes} t ON t.id = p."postTypeId" JOIN {hxPersons} s ON s.id = p."personId"
        WHERE t.code = CASE o.level ${headCodes} END AND p."startsOn" <= :today AND (p."endsOn" IS NULL OR p."endsOn" >= :today)
          AND (p."organizationId" = o.id OR (p."organizationId" IS NULL AND p."areaId" = o."areaId"))
        ORDER BY p."startsOn" DESC LIMIT 1) AS head,
       (SELECT count(*)::int FROM {hxOrganizations} c WHERE c."parentId" = o.id) AS children,
       (SELECT count(*)::int FROM {hxHouseholds} h WHERE h."organizationId" = o.id) AS households
     FROM {hxOrganizations} o
     WHERE ${parentId === null ? top : 'o."parentId" = :parentId'} AND ${scope.sql}
     ORDER BY ${LEVELS}, o."areaCode", o.name LIMIT :limit`,
    { ...scope.replacements, parentId: parentId === null ? null : Number(parentId) || 0, today: today(), limit },
  );
  const gaps = await gapsOf(
    ctx,
    ranges,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, gaps: GAP_KINDS.flatMap((kind) => ofKind(gaps.get(row.id), kind)) }));
}

function ofKind(counts: ReadonlyMap<GapKind, number> | undefined, kind: GapKind): { kind: GapKind; count: number }[] {
  const count = counts?.get(kind) ?? 0;
  return count > 0 ? [{ kind, count }] : [];
}

/** Gaps inside the home and the covered areas of each organisation, by kind. */
async function gapsOf(
  ctx: Context,
  ranges: CallerRanges,
  ids: readonly string[],
): Promise<Map<string, Map<GapKind, number>>> {
  const found = new Map<string, Map<GapKind, number>>();
  if (ids.length === 0) return found;
  const { sql, replacements } = gapsTable(ranges);
  const rows = await selectRows<{ id: string; kind: GapKind; count: number }>(
    { db: ctx.db },
    `WITH gaps AS MATERIALIZED (SELECT * FROM ${sql} AS found), places AS (
       SELECT o.id, o."areaCode" AS code FROM {hxOrganizations} o WHERE o.id IN (:ids)
       UNION SELECT l."organizationId", a.code FROM {hxOrganizationAreas} l JOIN {hxAreas} a ON a.id = l."areaId" WHERE l."organizationId" IN (:ids)
     )
     SELECT places.id::text AS id, gaps.kind, count(*)::int AS count FROM places JOIN gaps ON starts_with(gaps.code, places.code)
     GROUP BY places.id, gaps.kind`,
    { ...replacements, ids, today: today() },
  );
  for (const row of rows) {
    const counts = found.get(row.id) ?? new Map<GapKind, number>();
    found.set(row.id, counts.set(row.kind, row.count));
  }
  return found;
}

const MOST_HITS = 30;

async function searchHits(ctx: Context, ranges: CallerRanges, search: string): Promise<SearchHit[]> {
  const scope = withinRanges('o."areaCode"', ranges);
  const isInitials = /^[a-z]+$/i.test(search);
  const condition = isInitials ? 'TRUE' : `o.name ILIKE :pattern ESCAPE '!'`;
  const rows = await selectRows<{
    id: string;
    parentId: string | null;
    name: string;
    level: OrganizationLevel;
    areaCode: string | null;
  }>(
    { db: ctx.db },
    `SELECT o.id::text AS id, o."parentId"::text AS "parentId", o.name, o.level, o."areaCode" AS "areaCode" FROM {hxOrganizations} o
     WHERE ${scope.sql} AND ${condition} ORDER BY ${LEVELS}, o."areaCode" ${isInitials ? '' : 'LIMIT :limit'}`,
    { ...scope.replacements, pattern: `%${search.replace(/[!%_]/g, '!$&')}%`, limit: MOST_HITS },
  );
  const hits = (isInitials ? rows.filter((row) => matchesInitials(row.name, search)) : rows).slice(0, MOST_HITS);
  const paths = await areaPaths(
    ctx.db,
    hits.map((hit) => hit.areaCode),
  );
  const trails = await trailsOf(
    ctx,
    ranges,
    hits.map((hit) => hit.id),
  );
  return hits.map(({ id, name, level, areaCode }) => ({
    id,
    name,
    level,
    path: paths.get(areaCode ?? '') ?? '',
    trail: trails.get(id) ?? [id],
  }));
}

async function trailsOf(ctx: Context, ranges: CallerRanges, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const scope = withinRanges('u."areaCode"', ranges);
  const rows = await selectRows<{ start: string; trail: string[] }>(
    { db: ctx.db },
    `WITH RECURSIVE up AS (
       SELECT o.id AS start, o.id, o."parentId", ARRAY[o.id::text] AS trail FROM {hxOrganizations} o WHERE o.id IN (:ids)
       UNION ALL
       SELECT up.start, u.id, u."parentId", u.id::text || up.trail FROM up JOIN {hxOrganizations} u ON u.id = up."parentId"
       WHERE ${scope.sql} AND cardinality(up.trail) < 10
     )
     SELECT DISTINCT ON (start) start::text AS start, trail FROM up ORDER BY start, cardinality(trail) DESC`,
    { ...scope.replacements, ids },
  );
  return new Map(rows.map((row) => [row.start, row.trail]));
}
