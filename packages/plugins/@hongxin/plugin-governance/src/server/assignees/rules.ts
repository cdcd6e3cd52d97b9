import { selectRows } from '@hongxin/plugin-foundation';
import {
  assigneeRule,
  ROLE_RULE,
  withRoles,
  type AssigneeRuleType,
  type ReviewSubject,
  type RoleRule,
} from '@hongxin/plugin-review';
import { reviewPlace } from '@hongxin/rules/review';
import { CITY, withCity } from './city';
import { holdersAt, holdersIn, nearestWithRole, OFFICIAL } from './officials';
import type { OrganizationHeadRule, PostHolderRule } from './rule-configs';
import { postHolderWarning } from './vacancies';

/** The posts whose holders head an organisation [default]; one per level of the party's structure. */
const HEADS = ['streetSecretary', 'communitySecretary', 'estateSecretary', 'groupLeader', 'unitHead'];

/** What reviews can ask of the governance structure. */
export const GOVERNANCE_ASSIGNEES: readonly AssigneeRuleType[] = [
  assigneeRule<PostHolderRule>({
    type: 'postHolder',
    sort: 10,
    title: { zh: '担任某个岗位的人', en: 'Holders of a post' },
    because: { zh: '岗位任职人员', en: 'Holders of a post' },
    sentence: { zh: '{{postTypes}}（{{levelsAbove}}）', en: '{{postTypes}} ({{levelsAbove}})' },
    options: [
      {
        name: 'postTypes',
        title: { zh: '岗位', en: 'Posts' },
        kind: 'records',
        required: true,
        initially: [],
        of: { collection: 'hxPostTypes', value: 'code', title: 'title', titleEn: 'titleEn', sort: 'sort' },
      },
      { name: 'levelsAbove', title: { zh: '哪一级', en: 'Which level' }, kind: 'place', required: true, initially: 0 },
    ],
    resolve: async (rule, subject) => {
      const code = reviewPlace(subject.areaCode, rule);
      return code === null ? [] : holdersAt(subject, code, rule.postTypes ?? []);
    },
    check: postHolderWarning,
  }),
  assigneeRule<OrganizationHeadRule>({
    type: 'organizationHead',
    sort: 20,
    title: { zh: '党组织负责人', en: 'Head of the party organisation' },
    because: { zh: '党组织负责人', en: 'Head of the organisation' },
    sentence: { zh: '{{levelsAbove}}', en: '{{levelsAbove}}' },
    options: [
      {
        name: 'levelsAbove',
        title: { zh: '哪一级党组织', en: 'Which party organisation' },
        kind: 'choice',
        required: true,
        initially: 0,
        choices: [
          {
            value: 0,
            title: { zh: '记录所属的党组织', en: "The record's party organisation" },
            said: { zh: '所属党组织负责人', en: 'Head of its party organisation' },
          },
          {
            value: 1,
            title: { zh: '上级党组织', en: 'The party organisation above' },
            said: { zh: '上级党组织负责人', en: 'Head of the party organisation above' },
          },
        ],
      },
    ],
    resolve: async ({ levelsAbove }, subject) => {
      const organizationId = await organizationOf(subject, levelsAbove ?? 0);
      return organizationId === null ? [] : holdersIn(subject, organizationId, HEADS);
    },
  }),
  // takes the place of review's own: officials are those of the nearest place
  assigneeRule<RoleRule>({
    ...ROLE_RULE,
    replaces: true,
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
