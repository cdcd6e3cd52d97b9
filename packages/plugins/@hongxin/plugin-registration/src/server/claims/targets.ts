import { execute, selectRows, type Scope } from '@hongxin/plugin-foundation';
import { reasonsOf, type Reason } from '@hongxin/rules/mechanism';
import { checkClaimTime, checkPlaces } from '@hongxin/rules/registration';
import { registrationReason } from '../reasons';

/** A post or a project as a claim sees it. */
export interface ClaimTarget {
  id: string;
  title: string;
  state: string;
  areaId: string | null;
  areaCode: string | null;
  headCount: number;
  taken: number;
  claimBy: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
}

export type TargetKind = 'post' | 'project';

const POSTS = `SELECT id::text AS id, title, state, "areaId"::text AS "areaId", "areaCode", "headCount",
  "claimedCount" AS taken, "claimBy", "startsAt", "endsAt" FROM {hxServicePosts}`;
/** A project is claimed from the day it is agreed to its deadline, whose last moment is midnight in China. */
const PROJECTS = `SELECT id::text AS id, title, state, "areaId"::text AS "areaId", "areaCode", "headCount",
  "claimedCount" AS taken, (deadline + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS "claimBy",
  coalesce("startsOn"::timestamp AT TIME ZONE 'Asia/Shanghai', "claimedAt") AS "startsAt",
  (deadline + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS "endsAt" FROM {hxCoProjects}`;
const OPEN: Readonly<Record<TargetKind, readonly string[]>> = { post: ['open'], project: ['claimed', 'inProgress'] };

export async function readTarget(kind: TargetKind, id: string, scope: Scope): Promise<ClaimTarget | undefined> {
  return (await selectRows<ClaimTarget>(scope, `${kind === 'post' ? POSTS : PROJECTS} WHERE id = :id`, { id }))[0];
}

/**
 * Targets by key, locked until the transaction ends, in the order of their keys: whoever claims at the same moment
 * waits, then reads the places that are really left.
 */
export async function lockTargets(
  kind: TargetKind,
  ids: readonly string[],
  scope: Scope,
): Promise<Map<string, ClaimTarget>> {
  if (ids.length === 0) return new Map();
  const sql = `${kind === 'post' ? POSTS : PROJECTS} WHERE id IN (:ids) ORDER BY id FOR NO KEY UPDATE`;
  const rows = await selectRows<ClaimTarget>(scope, sql, { ids });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What can be said against claiming so many places now. */
export function objectionsToClaim(kind: TargetKind, target: ClaimTarget, wanted: number, now: Date): Reason[] {
  if (!OPEN[kind].includes(target.state)) return [registrationReason('CLAIM_NOT_OPEN', { title: target.title })];
  return [...reasonsOf(checkClaimTime(now, target)), ...reasonsOf(checkPlaces(target, wanted))];
}

/** Takes places of a locked target, or gives them back (a negative number). A CHECK of the table stands behind it. */
export async function takePlaces(kind: TargetKind, id: string, places: number, scope: Scope): Promise<void> {
  const table = kind === 'post' ? '{hxServicePosts}' : '{hxCoProjects}';
  await execute(scope, `UPDATE ${table} SET "claimedCount" = "claimedCount" + :places WHERE id = :id`, { id, places });
}
