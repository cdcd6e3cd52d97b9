import type { RoleName } from '../domain';

/** Titles of the pack's roles (contract, architecture.md §5); an administrator may change them. */
export const ROLE_TITLES: Readonly<Record<RoleName, string>> = {
  'hx-city': '市级管理员',
  'hx-official': '基层干部',
  'hx-unit': '单位联络员',
  'hx-member': '在职党员',
  'hx-social-org': '社会组织',
  'hx-expert': '评审专家',
  'hx-evaluator': '考核员',
  'hx-resident': '居民',
};
