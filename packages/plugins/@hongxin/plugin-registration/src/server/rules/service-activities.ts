import type { Period } from '@hongxin/rules';
import { keyOf, select, type Scope } from '@hongxin/plugin-governance';
import type { Model } from '@nocobase/database';
import { readTarget, type ClaimTarget } from './claim-targets';

/** A claim as records and check-ins need it. */
export interface Claim {
  id: string;
  state: string;
  postId: string | null;
  projectId: string | null;
  registrationId: string | null;
  personId: string | null;
  ownerId: string | null;
  unitId: string | null;
  memberName: string | null;
  areaId: string | null;
  areaCode: string | null;
}

/** Longest service in a project that counts as one record [default: a working day]. */
const PROJECT_DAY_MS = 8 * 3_600_000;

const COLUMNS = `c.id::text AS id, c.state, c."postId"::text AS "postId", c."projectId"::text AS "projectId",
  c."registrationId"::text AS "registrationId", c."personId"::text AS "personId", c."ownerId"::text AS "ownerId",
  r."unitId"::text AS "unitId", c."memberName", c."areaId"::text AS "areaId", c."areaCode"`;
const FROM = '{hxClaims} c LEFT JOIN {hxMemberRegistrations} r ON r.id = c."registrationId"';

/** The claim a record names, or the live claim of its owner on the post or project it names. */
export async function claimOf(record: Model, userId: number | null, scope: Scope): Promise<Claim | undefined> {
  const claimId = keyOf(record, 'claimId');
  if (claimId !== null)
    return (await select<Claim>(scope, `SELECT ${COLUMNS} FROM ${FROM} WHERE c.id = :claimId`, { claimId }))[0];
  const [postId, projectId] = [keyOf(record, 'postId'), keyOf(record, 'projectId')];
  if (userId === null || (postId === null && projectId === null)) return undefined;
  const sql = `SELECT ${COLUMNS} FROM ${FROM} WHERE c."ownerId" = :userId AND c."personId" IS NOT NULL
    AND c."${postId === null ? 'projectId' : 'postId'}" = :targetId ORDER BY (c.state = 'claimed') DESC, c.id DESC LIMIT 1`;
  return (await select<Claim>(scope, sql, { userId, targetId: postId ?? projectId }))[0];
}

export function targetOf(claim: Pick<Claim, 'postId' | 'projectId'>, scope: Scope): Promise<ClaimTarget | undefined> {
  const [kind, id] =
    claim.postId === null ? (['project', claim.projectId] as const) : (['post', claim.postId] as const);
  return id === null ? Promise.resolve(undefined) : readTarget(kind, id, scope);
}

/**
 * The activity whose length caps the hours of a service: the post's own times, or within a project at most a working
 * day from when the service starts.
 */
export function activityFor(claim: Pick<Claim, 'postId'>, target: ClaimTarget, service: Period): Period | null {
  if (!target.startsAt || !target.endsAt) return null;
  const whole = { startsAt: new Date(target.startsAt), endsAt: new Date(target.endsAt) };
  if (claim.postId !== null) return whole;
  const isInside = service.startsAt >= whole.startsAt && service.endsAt <= whole.endsAt;
  const from = isInside ? service.startsAt : whole.startsAt;
  return { startsAt: from, endsAt: new Date(from.getTime() + PROJECT_DAY_MS) };
}
