import { type Translate } from '@hongxin/plugin-foundation/client-v2';
import { type AssigneeRule } from '../../../shared/config';

/** How an option of a rule is edited. */
export type RuleField =
  | { name: string; kind: 'postTypes' | 'role' | 'users' | 'people' | 'relations' | 'organization' }
  /** Edits `levelsAbove` and `level` together. */
  | { name: 'levelsAbove'; kind: 'place' };

/** Options of the rule types of the pack; a type of another plugin without an entry has none. */
const FIELDS: Readonly<Record<string, readonly RuleField[]>> = {
  postHolder: [
    { name: 'postTypes', kind: 'postTypes' },
    { name: 'levelsAbove', kind: 'place' },
  ],
  organizationHead: [{ name: 'levelsAbove', kind: 'organization' }],
  relation: [{ name: 'path', kind: 'people' }],
  role: [{ name: 'role', kind: 'role' }],
  users: [{ name: 'userIds', kind: 'users' }],
  expertsAssigned: [{ name: 'path', kind: 'relations' }],
};

/** Titles, in the order of the list; a type the server does not know is not offered. */
export const RULE_TITLES: Readonly<Record<string, string>> = {
  postHolder: '担任某个岗位的人',
  organizationHead: '党组织负责人',
  unitLiaison: '记录所属单位的联络员',
  relation: '记录里指定的人',
  role: '区域内具有某个角色的人',
  users: '指定的人',
  expertsAssigned: '分派的专家',
};

/** A new rule of a type, with what most often fits [default]. */
export function newRule(type: string): AssigneeRule {
  if (type === 'postHolder') return { type, postTypes: [], levelsAbove: 0 };
  if (type === 'organizationHead') return { type, levelsAbove: 0 };
  return { type };
}

export function fieldsOf(type: string): readonly RuleField[] {
  return FIELDS[type] ?? [];
}

function optionOf(rule: AssigneeRule, name: string): unknown {
  return (rule as unknown as Record<string, unknown>)[name];
}

/** What a rule still lacks, in words; empty when it is complete. */
export function ruleProblems(rule: AssigneeRule, t: Translate): string[] {
  const missing: Record<RuleField['kind'], string> = {
    postTypes: t('请选择岗位'),
    role: t('请选择角色'),
    users: t('请选择人员'),
    people: t('请选择记录里的哪个人'),
    relations: t('请选择记录里的哪一项'),
    organization: t('请选择哪一级党组织'),
    place: t('请选择哪一级'),
  };
  return fieldsOf(rule.type)
    .filter(({ name, kind }) => {
      const value = kind === 'place' ? (optionOf(rule, 'level') ?? optionOf(rule, name)) : optionOf(rule, name);
      return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    })
    .map(({ kind }) => missing[kind]);
}
