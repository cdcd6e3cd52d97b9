import { selectRows } from '@hongxin/plugin-foundation';
import {
  assigneeRule,
  withRoles,
  type AssigneeRuleType,
  type OrganizationHeadRule,
  type PostHolderRule,
  type ReviewSubject,
  type RoleRule,
} from '@hongxin/plugin-review';
import { reviewPlace } from '@hongxin/rules/review';
import { CITY, withCity } from './city';
import { holdersAt, holdersIn, nearestWithRole, OFFICIAL } from './officials';
import { postHolderWarning } from './vacancies';

/** The posts whose holders head an organisation [default]; one per level of the party's structure. */
const HEADS = ['streetSecretary', 'communitySecretary', 'estateSecretary', 'groupLeader', 'unitHead'];

/** What reviews can ask of the governance structure. */
export const GOVERNANCE_ASSIGNEES: readonly AssigneeRuleType[] = [
  assigneeRule<PostHolderRule>({
    type: 'postHolder',
    title: { zh: '岗位任职人员', en: 'Holders of a post' },
    resolve: async (rule, subject) => {
      const code = reviewPlace(subject.areaCode, rule);
      return code === null ? [] : holdersAt(subject, code, rule.postTypes ?? []);
    },
    check: postHolderWarning,
  }),
  assigneeRule<OrganizationHeadRule>({
    type: 'organizationHead',
    title: { zh: '党组织负责人', en: 'Head of the organisation' },
    resolve: async ({ levelsAbove }, subject) => {
      const organizationId = await organizationOf(subject, levelsAbove ?? 0);
      return organizationId === null ? [] : holdersIn(subject, organizationId, HEADS);
    },
  }),
  // takes the place of review's own: officials are those of the nearest place
  assigneeRule<RoleRule>({
    type: 'role',
    title: { zh: '本区域内的角色', en: 'A role inside the area' },
    resolve: async ({ role }, subject) => {
      if (!role) return [];
      if (role === CITY) return withCity(subject);
      if (role !== OFFICIAL) return withRoles(subject, [role]);
      return subject.areaCode === null ? [] : nearestWithRole(subject, subject.areaCode, OFFICIAL);
    },
  }),
];

/** The organisation of a record: the one it names, or the one at home in its place; or the one above that. */
async function organizationOf(subject: ReviewSubject, levelsAbove: number): Promise<string | null> {
  const named = subject.record.get('organizationId') as string | number | null | undefined;
  const [own] = await selectRows<{ id: string; parentId: string | null }>(
    subject,
    named
      ? 'SELECT id::text AS id, "parentId"::text AS "parentId" FROM {hxOrganizations} WHERE id = :named'
      : `SELECT id::text AS id, "parentId"::text AS "parentId" FROM {hxOrganizations}
         WHERE "areaCode" = :code AND status = 'active' ORDER BY id LIMIT 1`,
    { named: named ?? null, code: subject.areaCode ?? '' },
  );
  if (!own) return null;
  return levelsAbove > 0 ? own.parentId : own.id;
}
