import type { ROLE_NAMES, RoleDeclaration } from '../domain';

/** Roles that are the pack's own, whichever plugins are there; titles are an administrator's to change. */
export const SHIPPED_ROLES: Readonly<Record<(typeof ROLE_NAMES)[number], RoleDeclaration>> = {
  'hx-city': { title: { zh: '市级管理员', en: 'City administrator' }, decides: true, byPost: true },
  'hx-official': {
    title: { zh: '基层干部', en: 'Grassroots cadre' },
    // after the place: 社区干部
    asParty: { zh: '干部', en: 'official' },
    decides: true,
    byPost: true,
  },
  'hx-unit': { title: { zh: '单位联络员', en: 'Unit liaison' }, decides: true },
  'hx-member': { title: { zh: '在职党员', en: 'In-service member' } },
  'hx-social-org': { title: { zh: '社会组织', en: 'Social organisation' } },
  'hx-expert': { title: { zh: '评审专家', en: 'Review expert' }, decides: true },
  'hx-evaluator': { title: { zh: '考核员', en: 'Evaluator' }, decides: true },
  'hx-resident': { title: { zh: '居民', en: 'Resident' } },
};
