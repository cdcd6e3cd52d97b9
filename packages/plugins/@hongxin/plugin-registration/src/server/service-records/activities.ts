import { keyOf, selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { Reason } from '@hongxin/rules/mechanism';
import type { Period, ServiceActivity } from '@hongxin/rules/registration';
import type { Model } from '@nocobase/database';
import { registrationReason } from '../reasons';
import { readTarget, type ClaimTarget } from '../claims/targets';

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

/** Longest service in a project that counts as one record, in minutes [default: a working day]. */
const PROJECT_DAY_MINUTES = 480;
/** States of a project in which one serves; what is over takes no more hours. */
const SERVED_IN = ['claimed', 'inProgress'];

const COLUMNS = `c.id::text AS id, c.state, c."postId"::text AS "postId", c."projectId"::text AS "projectId",
  c."registrationId"::text AS "registrationId", c."personId"::text AS "personId", c."ownerId"::text AS "ownerId",
  r."unitId"::text AS "unitId", c."memberName", c."areaId"::text AS "areaId", c."areaCode"`;
const FROM = '{hxClaims} c LEFT JOIN {hxMemberRegistrations} r ON r.id = c."registrationId"';

/** The claim a record names, or the live claim of its owner on the post or project it names. */
export async function claimOf(record: Model, userId: number | null, scope: Scope): Promise<Claim | undefined> {
  const claimId = keyOf(record, 'claimId');
  if (claimId !== null)
    return (await selectRows<Claim>(scope, `SELECT ${COLUMNS} FROM ${FROM} WHERE c.id = :claimId`, { claimId }))[0];
  const [postId, projectId] = [keyOf(record, 'postId'), keyOf(record, 'projectId')];
  if (userId === null || (postId === null && projectId === null)) return undefined;
  const sql = `SELECT ${COLUMNS} FROM ${FROM} WHERE c."ownerId" = :userId AND c."personId" IS NOT NULL
    AND c."${postId === null ? 'projectId' : 'postId'}" = :targetId ORDER BY (c.state = 'claimed') DESC, c.id DESC LIMIT 1`;
  return (await selectRows<Claim>(scope, sql, { userId, targetId: postId ?? projectId }))[0];
}

export function targetOf(claim: Pick<Claim, 'postId' | 'projectId'>, scope: Scope): Promise<ClaimTarget | undefined> {
  const [kind, id] =
    claim.postId === null ? (['project', claim.projectId] as const) : (['post', claim.postId] as const);
  return id === null ? Promise.resolve(undefined) : readTarget(kind, id, scope);
}

/**
 * The activity that caps the hours of a service: the post's own times; or the whole time of a project, on one day of which
 * one serves a working day at most, and enters it in the days after.
 */
export function activityFor(
  claim: Pick<Claim, 'postId'>,
  target: ClaimTarget,
  service: Period,
): ServiceActivity | null {
  if (!target.startsAt || !target.endsAt) return null;
  const whole = { startsAt: new Date(target.startsAt), endsAt: new Date(target.endsAt) };
  if (claim.postId !== null) return whole;
  return { ...whole, longestMinutes: PROJECT_DAY_MINUTES, enteredFrom: service.endsAt };
}

/** A project that is over or was given up takes no more hours: what was done in it has been told and rated. */
export function projectIsOver(claim: Pick<Claim, 'projectId'>, { title, state }: ClaimTarget): Reason[] {
  if (claim.projectId === null || SERVED_IN.includes(state)) return [];
  return [registrationReason('RECORD_PROJECT_OVER', { title }, 'claimId')];
}
