import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import type { MatchCandidate, MatchWish } from '@hongxin/rules/registration';

export type CandidateKind = 'resource' | 'post' | 'member';

/** A row that might help with a need. */
export interface Candidate extends MatchCandidate {
  kind: CandidateKind;
  id: string;
  title: string;
  /** Whose it is, or where and when. */
  note: string | null;
  /** Minutes a member has served this year: of two equals the one who has done less comes first. */
  served: number;
  /** The account that would be invited: the member's, or the liaison's of the unit. */
  userId: string | null;
}

/** Which members' names the caller may read: SQL over the registration's area digits. */
export interface MemberScope {
  sql: string;
  replacements: Record<string, unknown>;
}

const TIMES = `coalesce(%, '[]'::jsonb) AS times`;
const skills = (alias: string) => `coalesce(${alias}.skills, '[]'::jsonb) AS skills`;
const fits = (alias: string, classes: string) =>
  `(${classes} OR jsonb_exists_any(coalesce(${alias}.skills, '[]'::jsonb), string_to_array(:skills, ',')))`;
const oneClass = `CASE WHEN d.code IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(d.code) END AS "serviceClasses"`;

/**
 * Everything that could help with a need, in one statement: resources on the list, open posts with places left,
 * members on a roll within the caller's reach. Who fits neither by class nor by skill is left out by the database.
 */
export async function matchCandidates(
  wish: MatchWish,
  members: MemberScope,
  now: Date,
  year: number,
  scope: Scope,
): Promise<Candidate[]> {
  return selectRows<Candidate>(
    scope,
    `SELECT 'resource' AS kind, r.id::text AS id, r.title AS title, u.name AS note, ${oneClass}, ${skills('r')},
        r."areaCode" AS "areaCode", ${TIMES.replace('%', 'r.times')}, r."availableFrom"::text AS "availableFrom",
        r."availableTo"::text AS "availableTo", 0 AS served, u."liaisonId"::text AS "userId"
      FROM {hxResources} r LEFT JOIN {hxUnits} u ON u.id = r."unitId"
        LEFT JOIN {hxDictionaryItems} d ON d.id = r."serviceClassId"
      WHERE r.state = 'offered' AND r."areaCode" >= :city AND r."areaCode" < :cityEnd AND ${fits('r', 'd.code = :serviceClass')}
    UNION ALL
    SELECT 'post', p.id::text, p.title, p.location, ${oneClass}, ${skills('p')}, p."areaCode", '[]'::jsonb,
        (p."startsAt" AT TIME ZONE 'Asia/Shanghai')::date::text, (p."endsAt" AT TIME ZONE 'Asia/Shanghai')::date::text, 0, NULL
      FROM {hxServicePosts} p LEFT JOIN {hxDictionaryItems} d ON d.id = p."serviceClassId"
      WHERE p.state = 'open' AND p."endsAt" > :now AND p."claimedCount" < p."headCount"
        AND p."areaCode" >= :city AND p."areaCode" < :cityEnd AND ${fits('p', 'd.code = :serviceClass')}
    UNION ALL
    SELECT 'member', m.id::text, m."personName", u.name, coalesce(m."serviceIntentions", '[]'::jsonb), ${skills('m')},
        coalesce(h.code, m."areaCode"), ${TIMES.replace('%', 'm."availableTimes"')}, NULL, NULL, coalesce(s.minutes, 0),
        coalesce(m."ownerId", o."userId")::text
      FROM {hxMemberRegistrations} m LEFT JOIN {hxUnits} u ON u.id = m."unitId"
        LEFT JOIN {hxAreas} h ON h.id = m."homeAreaId"
        LEFT JOIN {hxPersons} o ON o.id = m."personId"
        LEFT JOIN (SELECT "personId", sum(minutes)::int AS minutes FROM {hxServiceRecords}
                   WHERE state = 'verified' AND year = :year GROUP BY "personId") s ON s."personId" = m."personId"
      WHERE m.state IN ('accepted', 'onRoll') AND ${members.sql}
        AND ${fits('m', `jsonb_exists(coalesce(m."serviceIntentions", '[]'::jsonb), :serviceClass)`)}`,
    {
      ...members.replacements,
      serviceClass: wish.serviceClass ?? '',
      skills: wish.skills.join(','),
      city: wish.areaCode.slice(0, CITY_DIGITS),
      cityEnd: String(Number(wish.areaCode.slice(0, CITY_DIGITS)) + 1),
      now,
      year,
    },
  );
}

const CITY_DIGITS = 6;
