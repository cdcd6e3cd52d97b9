import { selectRows } from '@hongxin/plugin-foundation';
import { type FigureProvider, type FigureScope, type Measurement } from '@hongxin/plugin-governance';
import { PROGRAMME_FIGURES } from '@hongxin/rules/governance';
import { CO_PROJECTS, NEEDS, SERVICE_RECORDS } from '../constants';

/** States of what is not, or is no longer, a project. */
const NO_PROJECTS = ['draft', 'declined', 'terminated'] as const;
const PIECES = { zh: '件', en: '' };

/** Needs, projects and hours of the areas looked at, all in one statement. */
async function measure(scope: FigureScope): Promise<Record<string, Measurement>> {
  const { sql, replacements } = scope.within('"areaCode"');
  const [row] = await selectRows<Record<string, number>>(
    { db: scope.db },
    `SELECT n.*, p.*, s.* FROM
       (SELECT count(*)::int AS "needs", count(*) FILTER (WHERE state = 'closed')::int AS "needsMet",
          count(*) FILTER (WHERE state = 'raised')::int AS "needsToReview"
        FROM {hxNeeds} WHERE ${sql} AND state NOT IN ('withdrawn')) n,
       (SELECT count(*)::int AS "projects" FROM {hxCoProjects} WHERE ${sql} AND state NOT IN (:noProjects)) p,
       (SELECT coalesce(round(sum(minutes) FILTER (WHERE state = 'verified') / 60.0), 0)::int AS "hours",
          count(*) FILTER (WHERE state = 'pending')::int AS "recordsToVerify"
        FROM {hxServiceRecords} WHERE ${sql} AND year = :year) s`,
    { ...replacements, year: scope.year, noProjects: [...NO_PROJECTS] },
  );
  return {
    needsMet: { value: row.needsMet, target: row.needs },
    needsToReview: { value: row.needsToReview, target: 0 },
    coProjects: { value: row.projects, target: null },
    serviceHours: { value: row.hours, target: null },
    recordsToVerify: { value: row.recordsToVerify, target: 0 },
  };
}

export const SERVICE_FIGURES: FigureProvider = {
  name: 'registration-service',
  sort: 220,
  figures: [
    {
      key: 'needsMet',
      title: { zh: '办结需求', en: 'Needs met' },
      unit: PIECES,
      page: 'registration/needs',
      tab: '全部',
      counted: () => ({ collection: NEEDS, filter: { state: 'closed' } }),
    },
    {
      key: 'needsToReview',
      title: { zh: '待审核需求', en: 'Needs to review' },
      unit: PIECES,
      page: 'registration/needs',
      tab: '待审核',
      counted: () => ({ collection: NEEDS, filter: { state: 'raised' } }),
    },
    {
      key: 'coProjects',
      title: PROGRAMME_FIGURES.coProjects.title,
      unit: { zh: '个', en: '' },
      programme: 'coProjects',
      page: 'registration/co-projects',
      tab: '全部',
      counted: () => ({ collection: CO_PROJECTS, filter: { state: { $notIn: [...NO_PROJECTS] } } }),
    },
    {
      key: 'serviceHours',
      title: { zh: '本年服务时长', en: 'Service hours this year' },
      unit: { zh: '小时', en: 'h' },
      page: 'registration/service-records',
      tab: '全部记录',
      counted: ({ year }) => ({ collection: SERVICE_RECORDS, filter: { state: 'verified', year } }),
    },
    {
      key: 'recordsToVerify',
      title: { zh: '待认定记录', en: 'Records to verify' },
      unit: { zh: '条', en: '' },
      page: 'registration/service-records',
      tab: '待认定',
    },
  ],
  measure,
};
