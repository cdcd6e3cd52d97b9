import type { Context } from '@nocobase/actions';
import { action, Refusal, selectRows } from '@hongxin/plugin-foundation';
import { checkHubHouseholds, isCurrent } from '@hongxin/rules/governance';
import type { FactsAnswer, OrganizationFacts, TermFacts } from '../../../shared/answers';
import { HEAD_OF } from '../../post-types/codes';
import { today } from '../../common/today';
import { areaPaths } from '../../areas/paths';
import { callerRanges, CHARGE, parameter, withinRanges } from '../../common/caller-scope';

const MOST_PAST = 20;

/** `hxGovernance:facts`: what the tree's drawer shows of one organisation. */
export const factsAction = action({ right: CHARGE }, async ({ ctx }) => {
  const scope = withinRanges('o."areaCode"', callerRanges(ctx));
  const id = Number(parameter(ctx, 'organizationId')) || 0;
  const [organization] = await selectRows<OrganizationFacts>(
    { db: ctx.db },
    `SELECT o.id::text AS id, o.name, o.level, o.formation, o."areaCode" AS "areaCode", o."establishedOn"::text AS "establishedOn",
       o."memberCount" AS "memberCount", o.status, o.brand, u.name AS parent,
       (SELECT count(*)::int FROM {hxHouseholds} h WHERE h."organizationId" = o.id) AS households
     FROM {hxOrganizations} o LEFT JOIN {hxOrganizations} u ON u.id = o."parentId" WHERE o.id = :id AND ${scope.sql}`,
    { ...scope.replacements, id },
  );
  if (!organization) throw new Refusal(404, [{ code: 'RECORD_NOT_FOUND' }]);
  const covered = await selectRows<{ code: string }>(
    { db: ctx.db },
    'SELECT a.code FROM {hxOrganizationAreas} l JOIN {hxAreas} a ON a.id = l."areaId" WHERE l."organizationId" = :id ORDER BY a.code',
    { id },
  );
  const paths = await areaPaths(ctx.db, [organization.areaCode, ...covered.map((row) => row.code)]);
  const terms = await termsOf(ctx, id, HEAD_OF[organization.level]);
  const day = today();
  const answer: FactsAnswer = {
    ...organization,
    path: paths.get(organization.areaCode ?? '') ?? '',
    covered: covered.map((row) => paths.get(row.code) ?? row.code),
    current: terms.filter((term) => isCurrent(term, day)),
    past: terms.filter((term) => term.endsOn !== null && term.endsOn < day).slice(0, MOST_PAST),
    householdsWarning: organization.level === 'memberHub' && !checkHubHouseholds(organization.households).ok,
  };
  return answer;
});

async function termsOf(ctx: Context, id: number, headCode: string): Promise<TermFacts[]> {
  return selectRows<TermFacts>(
    { db: ctx.db },
    `SELECT p.id::text AS id, t.title, s.name AS person, p."startsOn"::text AS "startsOn", p."endsOn"::text AS "endsOn", t.code = :headCode AS "isHead"
     FROM {hxPosts} p JOIN {hxPostTypes} t ON t.id = p."postTypeId" JOIN {hxPersons} s ON s.id = p."personId" JOIN {hxOrganizations} o ON o.id = :id
     WHERE p."organizationId" = o.id OR (p."organizationId" IS NULL AND p."areaId" = o."areaId")
     ORDER BY t.code = :headCode DESC, t.sort, p."startsOn" DESC LIMIT 200`,
    { id, headCode },
  );
}
