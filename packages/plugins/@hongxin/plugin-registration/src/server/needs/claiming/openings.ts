import { selectRows, type Scope } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS, type Language } from '@hongxin/rules/mechanism';
import type { Opening } from '../../../shared/service';

export interface OpeningsWanted {
  /** For whom: a member by their person, a unit by itself. */
  claimant: { column: 'personId' | 'unitId'; id: string | null };
  /** Digits of where the claimant is at home; nearest first. */
  areaCode: string;
  /** Only what meets this need. */
  needId?: string;
  kinds: readonly Opening['kind'][];
  language: Language;
}

/** The title of a class of service `d`, in the reader's language where it has been named in it. */
export const classTitle = (language: Language): string =>
  language === 'en' ? `coalesce(nullif(d."titleEn", ''), d.title)` : 'd.title';

/** Enough for a phone; who wants more narrows down by class or nearness. */
const SHOWN = 100;

/** What can be taken on, nearest and soonest first, what is full last. */
export async function readOpenings(
  { claimant, areaCode, needId, kinds, language }: OpeningsWanted,
  scope: Scope,
): Promise<Opening[]> {
  const community = areaCode.slice(0, AREA_CODE_LENGTHS.community);
  const street = areaCode.slice(0, AREA_CODE_LENGTHS.street);
  return selectRows<Opening>(
    scope,
    `SELECT o.kind, o.id, o.title, ${classTitle(language)} AS "serviceClass", o.description, a.name AS community, o.location,
       o."startsAt", o."endsAt", o."claimBy", o."headCount", o."headCount" - o.taken AS "left",
       CASE WHEN :community <> '' AND left(o."areaCode", ${AREA_CODE_LENGTHS.community}) = :community THEN 'community'
            WHEN :street <> '' AND left(o."areaCode", ${AREA_CODE_LENGTHS.street}) = :street THEN 'street' ELSE 'city' END AS near,
       EXISTS (SELECT 1 FROM {hxClaims} c WHERE c."${claimant.column}" = :claimantId
               AND c.state IN ('claimed', 'checkedIn', 'finished', 'served')
               AND (CASE WHEN o.kind = 'post' THEN c."postId" ELSE c."projectId" END)::text = o.id) AS "isClaimed"
     FROM (
       SELECT 'post' AS kind, id::text AS id, title, "serviceClassId", description, "areaCode", location, "startsAt", "endsAt",
         coalesce("claimBy", "startsAt") AS "claimBy", "headCount", "claimedCount" AS taken, "needId"
       FROM {hxServicePosts} WHERE state = 'open' AND coalesce("claimBy", "startsAt") > now()
       UNION ALL
       SELECT 'project', p.id::text, p.title, n."serviceClassId", p.measures, p."areaCode", NULL,
         p."startsOn"::timestamp AT TIME ZONE 'Asia/Shanghai', (p.deadline + 1)::timestamp AT TIME ZONE 'Asia/Shanghai',
         (p.deadline + 1)::timestamp AT TIME ZONE 'Asia/Shanghai', p."headCount", p."claimedCount", p."needId"
       FROM {hxCoProjects} p LEFT JOIN {hxNeeds} n ON n.id = p."needId"
       WHERE p.state IN ('claimed', 'inProgress') AND p."headCount" > 0 AND p.deadline >= (now() AT TIME ZONE 'Asia/Shanghai')::date
     ) o
     LEFT JOIN {hxDictionaryItems} d ON d.id = o."serviceClassId"
     LEFT JOIN {hxAreas} a ON a.code = left(o."areaCode", ${AREA_CODE_LENGTHS.community})
     WHERE o.kind IN (:kinds) ${needId === undefined ? '' : 'AND o."needId" = :needId'}
     ORDER BY (o."headCount" <= o.taken), (CASE WHEN left(o."areaCode", ${AREA_CODE_LENGTHS.community}) = :community THEN 0
       WHEN left(o."areaCode", ${AREA_CODE_LENGTHS.street}) = :street THEN 1 ELSE 2 END), o."startsAt" NULLS LAST, o.id
     LIMIT ${SHOWN}`,
    { community, street, claimantId: claimant.id, kinds: [...kinds], ...(needId === undefined ? {} : { needId }) },
  );
}
