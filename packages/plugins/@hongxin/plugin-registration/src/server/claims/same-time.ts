import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { chinaMoment, type Reason } from '@hongxin/rules/mechanism';
import { type Period } from '@hongxin/rules/registration';
import { registrationReason } from '../reasons';

/** Another activity of the same person. */
interface Other {
  title: string;
  from: Date;
  to: Date;
}

const paramsOf = ({ title, from, to }: Other): { title: string; from: string; to: string } => ({
  title,
  from: chinaMoment(new Date(from)),
  to: chinaMoment(new Date(to)),
});

/**
 * Nobody can be at two posts at one time: a post that begins before another claimed one has ended is not claimed. Projects run
 * for weeks and are served at times of one's own choosing, so only posts are held against each other here.
 */
export async function claimedAtThatTime(personId: string, period: Period, scope: Scope): Promise<Reason[]> {
  const [other] = await selectRows<Other>(
    scope,
    `SELECT p.title, p."startsAt" AS "from", p."endsAt" AS "to" FROM {hxClaims} c JOIN {hxServicePosts} p ON p.id = c."postId"
     WHERE c."personId" = :personId AND c.state IN ('claimed', 'checkedIn')
       AND p."startsAt" < :endsAt AND p."endsAt" > :startsAt ORDER BY p."startsAt" LIMIT 1`,
    { personId, ...period },
  );
  return other ? [registrationReason('CLAIM_OVERLAPS', paramsOf(other), 'postId')] : [];
}

/** Who is checked in somewhere checks out there first. */
export async function checkedInElsewhere(
  { id, personId }: { id: string; personId: string },
  scope: Scope,
): Promise<Reason[]> {
  const [other] = await selectRows<{ title: string; since: Date }>(
    scope,
    `SELECT p.title, c."checkedInAt" AS since FROM {hxClaims} c JOIN {hxServicePosts} p ON p.id = c."postId"
     WHERE c."personId" = :personId AND c.state = 'checkedIn' AND c.id <> :id ORDER BY c.id LIMIT 1`,
    { personId, id },
  );
  if (!other) return [];
  return [
    registrationReason('CHECKED_IN_ELSEWHERE', { title: other.title, since: chinaMoment(new Date(other.since)) }),
  ];
}

/** Hours entered afterwards for a time that counts already, or that a check-in which has not ended yet will count. */
export async function countedAlready(personId: string, service: Period, scope: Scope): Promise<Reason[]> {
  const [other] = await selectRows<Other & { isUnderWay: boolean }>(
    scope,
    `SELECT coalesce(p.title, j.title, '—') AS title, s."startsAt" AS "from", s."endsAt" AS "to", false AS "isUnderWay"
     FROM {hxServiceRecords} s LEFT JOIN {hxServicePosts} p ON p.id = s."postId" LEFT JOIN {hxCoProjects} j ON j.id = s."projectId"
     WHERE s."personId" = :personId AND s.state <> 'refused' AND s.origin <> 'reversal' AND s."reversedAt" IS NULL
       AND s."startsAt" < :endsAt AND s."endsAt" > :startsAt
     UNION ALL
     SELECT p.title, greatest(c."checkedInAt", p."startsAt"), p."endsAt", true
     FROM {hxClaims} c JOIN {hxServicePosts} p ON p.id = c."postId"
     WHERE c."personId" = :personId AND c.state = 'checkedIn'
       AND greatest(c."checkedInAt", p."startsAt") < :endsAt AND p."endsAt" > :startsAt
     LIMIT 1`,
    { personId, ...service },
  );
  if (!other) return [];
  const code = other.isUnderWay ? 'SERVICE_WHILE_CHECKED_IN' : 'RECORD_OVERLAPS';
  return [registrationReason(code, paramsOf(other), 'startsAt')];
}
