import type { Context, Next } from '@nocobase/actions';
import { currentIdentity, refuse } from '@hongxin/plugin-foundation';
import { select } from '@hongxin/plugin-governance';
import { AREA_CODE_LENGTHS } from '@hongxin/rules';

/** A post or project that looks for people, as a member sees it. */
export interface Opening {
  kind: 'post' | 'project';
  id: string;
  title: string;
  serviceClass: string | null;
  description: string | null;
  community: string | null;
  location: string | null;
  startsAt: string | null;
  endsAt: string | null;
  claimBy: string | null;
  headCount: number;
  left: number;
  /** How near it is to where the member is on the roll. */
  near: 'community' | 'street' | 'city';
  isClaimed: boolean;
}

export interface OpeningsAnswer {
  /** Whether the caller is on a community's roll and may claim. */
  isOnRoll: boolean;
  /** Not `rows`: NocoBase takes an answer with rows apart. */
  openings: Opening[];
}

/** Enough for a phone; who wants more narrows down by class or nearness. */
const SHOWN = 100;

/** `hxService:openings`: what a member can take on, nearest and soonest first. */
export async function openingsAction(ctx: Context, next: Next): Promise<void> {
  const identity = currentIdentity();
  if (!identity?.userId || !ctx.can({ resource: 'hxServicePosts', action: 'list' })) throw refuse(403, 'NOT_PERMITTED');
  const [home] = await select<{ areaCode: string; personId: string }>(
    { db: ctx.db },
    `SELECT r."areaCode", r."personId"::text AS "personId" FROM {hxMemberRegistrations} r
     JOIN {hxPersons} p ON p.id = r."personId"
     WHERE p."userId" = :userId AND r.state IN ('accepted', 'onRoll') LIMIT 1`,
    { userId: identity.userId },
  );
  const code = home?.areaCode ?? '';
  const community = code.slice(0, AREA_CODE_LENGTHS.community);
  const street = code.slice(0, AREA_CODE_LENGTHS.street);
  const openings = await select<Opening>(
    { db: ctx.db },
    `SELECT o.kind, o.id, o.title, d.title AS "serviceClass", o.description, a.name AS community, o.location,
       o."startsAt", o."endsAt", o."claimBy", o."headCount", o."headCount" - o.taken AS "left",
       CASE WHEN :community <> '' AND left(o."areaCode", ${AREA_CODE_LENGTHS.community}) = :community THEN 'community'
            WHEN :street <> '' AND left(o."areaCode", ${AREA_CODE_LENGTHS.street}) = :street THEN 'street' ELSE 'city' END AS near,
       EXISTS (SELECT 1 FROM {hxClaims} c WHERE c."personId" = :personId
               AND c.state IN ('claimed', 'checkedIn', 'finished', 'served')
               AND (CASE WHEN o.kind = 'post' THEN c."postId" ELSE c."projectId" END)::text = o.id) AS "isClaimed"
     FROM (
       SELECT 'post' AS kind, id::text AS id, title, "serviceClassId", description, "areaCode", location, "startsAt", "endsAt",
         coalesce("claimBy", "startsAt") AS "claimBy", "headCount", "claimedCount" AS taken
       FROM {hxServicePosts} WHERE state = 'open' AND coalesce("claimBy", "startsAt") > now()
       UNION ALL
       SELECT 'project', p.id::text, p.title, n."serviceClassId", p.measures, p."areaCode", NULL,
         p."startsOn"::timestamp AT TIME ZONE 'Asia/Shanghai', (p.deadline + 1)::timestamp AT TIME ZONE 'Asia/Shanghai',
         (p.deadline + 1)::timestamp AT TIME ZONE 'Asia/Shanghai', p."headCount", p."claimedCount"
       FROM {hxCoProjects} p LEFT JOIN {hxNeeds} n ON n.id = p."needId"
       WHERE p.state IN ('claimed', 'inProgress') AND p."headCount" > 0 AND p.deadline >= (now() AT TIME ZONE 'Asia/Shanghai')::date
     ) o
     LEFT JOIN {hxDictionaryItems} d ON d.id = o."serviceClassId"
     LEFT JOIN {hxAreas} a ON a.code = left(o."areaCode", ${AREA_CODE_LENGTHS.community})
     ORDER BY (o."headCount" <= o.taken), (CASE WHEN left(o."areaCode", ${AREA_CODE_LENGTHS.community}) = :community THEN 0
       WHEN left(o."areaCode", ${AREA_CODE_LENGTHS.street}) = :street THEN 1 ELSE 2 END), o."startsAt" NULLS LAST, o.id
     LIMIT ${SHOWN}`,
    { community, street, personId: home?.personId ?? null },
  );
  const body: OpeningsAnswer = { isOnRoll: home !== undefined, openings };
  ctx.body = body;
  await next();
}
