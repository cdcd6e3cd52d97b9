import { selectRows } from '@hongxin/plugin-foundation';
import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import { reviewPlace } from '@hongxin/rules/review';
import {
  reviewOf,
  withRoles,
  type OrganizationHeadRule,
  type FoundPerson,
  type PostHolderRule,
  type ReviewSubject,
  type RoleRule,
} from '@hongxin/plugin-review';
import type { Application } from '@nocobase/server';
import { holdersAt, holdersIn, leftOffice, nearestWithRole } from './officials';
import { postHolderWarning } from './vacancies';
import { watchPosts } from './tell-reviews';

const OFFICIAL = 'hx-official';
const CITY = 'hx-city';
/** The posts whose holders head an organisation [default]; one per level of the party's structure. */
const HEADS = ['streetSecretary', 'communitySecretary', 'estateSecretary', 'groupLeader', 'unitHead'];

/** What reviews can ask of the governance structure; nothing when the review plugin is off. */
export function registerAssigneeRules(app: Application): void {
  const assignees = reviewOf(app)?.assignees;
  if (!assignees) return;
  watchPosts(app);
  assignees.register<PostHolderRule>(
    'postHolder',
    { zh: '岗位任职人员', en: 'Holders of a post' },
    async (rule, subject) => {
      const code = reviewPlace(subject.areaCode, rule);
      return code === null ? [] : holdersAt(subject, code, rule.postTypes ?? []);
    },
    postHolderWarning,
  );
  assignees.register<OrganizationHeadRule>(
    'organizationHead',
    { zh: '党组织负责人', en: 'Head of the organisation' },
    async ({ levelsAbove }, subject) => {
      const organizationId = await organizationOf(subject, levelsAbove ?? 0);
      return organizationId === null ? [] : holdersIn(subject, organizationId, HEADS);
    },
  );
  assignees.register<RoleRule>(
    'role',
    { zh: '本区域内的角色', en: 'A role inside the area' },
    async ({ role }, subject) => {
      if (!role) return [];
      if (role === CITY) return withCity(subject);
      if (role !== OFFICIAL) return withRoles(subject, [role]);
      return subject.areaCode === null ? [] : nearestWithRole(subject, subject.areaCode, OFFICIAL);
    },
  );
  assignees.registerOffice({ leftOf: (userIds, transaction) => leftOffice({ db: app.db, transaction }, userIds) });
  assignees.registerReserve({
    administrators: async (subject) => {
      const local = subject.areaCode === null ? [] : await nearestWithRole(subject, subject.areaCode, OFFICIAL);
      return local.length > 0 ? local : withCity(subject);
    },
    above: async (areaCode, subject) => {
      if (areaCode === null || areaCode.length <= AREA_CODE_LENGTHS.city) return [];
      const officials = await nearestWithRole(subject, areaCode, OFFICIAL, { isAbove: true });
      if (officials.length > 0) return officials;
      const city = areaCode.slice(0, AREA_CODE_LENGTHS.city);
      return (await withCity(subject)).map((person) => ({ ...person, areaCode: city }));
    },
  });
}

/** City administrators; who was one by a post is so no longer than it lasts. */
async function withCity(subject: ReviewSubject): Promise<FoundPerson[]> {
  const people = await withRoles(subject, [CITY]);
  const left = new Set(
    await leftOffice(
      subject,
      people.map(({ userId }) => userId),
    ),
  );
  return people.filter(({ userId }) => !left.has(userId));
}

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
