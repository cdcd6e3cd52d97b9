import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { FeedbackFacts, FeedbackSubject } from '@hongxin/rules/registration';
import { endOf, rolls, stoodAt } from './rolls';

/** What is counted of a year, before the community has its say. */
export type YearFacts = Omit<FeedbackFacts, 'communityPoints' | 'bonusPoints' | 'isOnLeave' | 'isFalsified'> & {
  year: number;
  subject: FeedbackSubject;
  areaCode: string | null;
  /** Minutes of the year that nobody has decided on: of a unit, all of its members'. */
  pendingMinutes: number;
};

/** Which feedbacks the facts are wanted of: SQL over `hxYearFeedbacks f`, with its replacements. */
export interface Wanted {
  where: string;
  replacements: Record<string, unknown>;
}

interface Row {
  id: string;
  year: number;
  subject: FeedbackSubject;
  areaCode: string | null;
  people: number;
  onRoll: boolean;
  pendingMinutes: number;
  checkedInMinutes: number;
  supplementedMinutes: number;
  reversedMinutes: number;
  times: number;
  claimsServed: number;
  ratingSum: number;
  ratingCount: number;
}

/**
 * Counts the year of many feedbacks in one statement: a member's own verified records, or those of the unit's members
 * in the community; units are told their members' mean. Who stood on the roll is asked of the year's last moment, not
 * of today: a move in January takes nothing of the year that has passed.
 * @returns facts by the id of the feedback
 */
export async function yearFacts({ where, replacements }: Wanted, scope: Scope): Promise<Map<string, YearFacts>> {
  const rows = await selectRows<Row>(
    scope,
    `WITH f AS (SELECT f.id, f.year, f.subject, f."personId", f."unitId", f."areaCode", f."registrationId", f."unitRegistrationId"
                FROM {hxYearFeedbacks} f WHERE ${where}),
     people AS (
       SELECT f.id, f.year, f."personId", true AS counted FROM f WHERE f.subject = 'member'
       UNION ALL
       SELECT f.id, f.year, m."personId", true FROM f JOIN ${rolls('member')} m
         ON f.subject = 'unit' AND m."unitId" = f."unitId" AND ${stoodAt('m', endOf('f.year'))}
        AND left(m."areaCode", 12) = left(f."areaCode", 12)),
     counts AS (SELECT id, count(*)::int AS people FROM people GROUP BY id)
     SELECT f.id::text AS id, f.year, f.subject, f."areaCode", COALESCE(c.people, 0) AS people,
       COALESCE(${stoodAt('m', endOf('f.year'))}, ${stoodAt('u', endOf('f.year'))}, false) AS "onRoll",
       COALESCE(s."pendingMinutes", 0) AS "pendingMinutes",
       COALESCE(s."checkedInMinutes", 0) AS "checkedInMinutes", COALESCE(s."supplementedMinutes", 0) AS "supplementedMinutes",
       COALESCE(s."reversedMinutes", 0) AS "reversedMinutes", COALESCE(s.times, 0) AS times,
       COALESCE(s."ratingSum", 0) AS "ratingSum", COALESCE(s."ratingCount", 0) AS "ratingCount",
       COALESCE(k."claimsServed", 0) AS "claimsServed"
     FROM f LEFT JOIN counts c ON c.id = f.id
       LEFT JOIN ${rolls('member')} m ON m.id = f."registrationId"
       LEFT JOIN ${rolls('unit')} u ON u.id = f."unitRegistrationId"
       LEFT JOIN (${recordsOf(scope)}) s ON s.id = f.id
       LEFT JOIN (${claimsOf(scope)}) k ON k.id = f.id`,
    replacements,
  );
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

/** Service records belong to another part, which may not be installed yet. */
function recordsOf({ db }: Scope): string {
  if (!db.hasCollection('hxServiceRecords'))
    return `SELECT id, 0 AS "pendingMinutes", 0 AS "checkedInMinutes", 0 AS "supplementedMinutes", 0 AS "reversedMinutes", 0 AS times, 0 AS "ratingSum", 0 AS "ratingCount" FROM f WHERE false`;
  const verified = `r.state = 'verified'`;
  return `SELECT p.id,
      COALESCE(sum(r.minutes) FILTER (WHERE r.state = 'pending' AND r."reversesId" IS NULL), 0)::int AS "pendingMinutes",
      COALESCE(sum(r.minutes) FILTER (WHERE ${verified} AND r.origin = 'checkIn'), 0)::int AS "checkedInMinutes",
      COALESCE(sum(r.minutes) FILTER (WHERE ${verified} AND r.origin = 'supplement'), 0)::int AS "supplementedMinutes",
      COALESCE(sum(r.minutes) FILTER (WHERE ${verified} AND r.origin = 'reversal'), 0)::int AS "reversedMinutes",
      count(*) FILTER (WHERE ${verified} AND r."reversesId" IS NULL AND r."reversedAt" IS NULL)::int AS times,
      COALESCE(sum(r.rating::int) FILTER (WHERE ${verified} AND r."reversedAt" IS NULL), 0)::int AS "ratingSum",
      (count(r.rating) FILTER (WHERE ${verified} AND r."reversedAt" IS NULL))::int AS "ratingCount"
    FROM people p JOIN {hxServiceRecords} r
      ON r."personId" = p."personId" AND r.year = p.year AND r.state IN ('verified', 'pending')
    GROUP BY p.id`;
}

function claimsOf({ db }: Scope): string {
  if (!db.hasCollection('hxClaims')) return 'SELECT id, 0 AS "claimsServed" FROM f WHERE false';
  return `SELECT p.id, count(*)::int AS "claimsServed"
    FROM people p JOIN {hxClaims} c ON c."personId" = p."personId" AND c.year = p.year AND c.state = 'served'
    GROUP BY p.id`;
}

function factsOf({
  year,
  subject,
  areaCode,
  people,
  onRoll,
  pendingMinutes,
  ratingSum,
  ratingCount,
  ...sums
}: Row): YearFacts {
  const mean = (sum: number): number => (people > 1 ? Math.trunc(sum / people) : sum);
  return {
    year,
    subject,
    areaCode,
    isOnRoll: onRoll,
    pendingMinutes,
    checkedInMinutes: mean(sums.checkedInMinutes),
    supplementedMinutes: mean(sums.supplementedMinutes),
    reversedMinutes: mean(sums.reversedMinutes),
    times: mean(sums.times),
    claimsServed: mean(sums.claimsServed),
    ratingSum,
    ratingCount,
  };
}
