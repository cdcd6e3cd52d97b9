/** Fixed choices of select fields. Codes are contract; administrators may retitle and colour them. */
import { AREA_LEVELS, AREA_LEVEL_LABELS } from '@hongxin/rules/mechanism';
import { ESTATE_TYPES, FORMATIONS, ORGANIZATION_LEVELS, ORGANIZATION_LEVEL_LABELS } from '@hongxin/rules/governance';
import type { Choice } from '@hongxin/plugin-foundation';

const COLOURS = ['red', 'volcano', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple'];

function coloured(choices: readonly { value: string; label: string }[]): Choice[] {
  return choices.map((choice, index) => ({ ...choice, color: COLOURS[index % COLOURS.length] }));
}

export const AREA_LEVEL_CHOICES = coloured(
  AREA_LEVELS.map((level) => ({ value: level, label: AREA_LEVEL_LABELS[level].zh })),
);

export const ESTATE_TYPE_CHOICES = coloured(ESTATE_TYPES.map((type) => ({ value: type.code, label: type.zh })));

export const ORGANIZATION_LEVEL_CHOICES = coloured(
  ORGANIZATION_LEVELS.map((level) => ({ value: level, label: ORGANIZATION_LEVEL_LABELS[level].zh })),
);

export const FORMATION_CHOICES = coloured(
  FORMATIONS.map((formation) => ({ value: formation.code, label: formation.zh })),
);

export const ORGANIZATION_STATUS_CHOICES: readonly Choice[] = [
  { value: 'active', label: '运行中', color: 'green' },
  { value: 'dissolved', label: '已撤销', color: 'default' },
];

export const GENDER_CHOICES: readonly Choice[] = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];

/** Political status as in personnel statistics (GB/T 4762), short list. */
export const POLITICAL_STATUS_CHOICES: readonly Choice[] = [
  { value: 'partyMember', label: '中共党员', color: 'red' },
  { value: 'probationaryMember', label: '中共预备党员', color: 'volcano' },
  { value: 'leagueMember', label: '共青团员', color: 'orange' },
  { value: 'otherParty', label: '民主党派', color: 'blue' },
  { value: 'nonParty', label: '无党派人士', color: 'cyan' },
  { value: 'masses', label: '群众', color: 'default' },
];

/** default: what residents can offer; administrators extend it. */
export const SKILL_CHOICES: readonly Choice[] = [
  { value: 'law', label: '法律咨询' },
  { value: 'medical', label: '医疗健康' },
  { value: 'education', label: '教育辅导' },
  { value: 'repair', label: '家电水电维修' },
  { value: 'mediation', label: '矛盾调解' },
  { value: 'culture', label: '文艺体育' },
  { value: 'psychology', label: '心理疏导' },
  { value: 'finance', label: '财务金融' },
  { value: 'technology', label: '信息技术' },
  { value: 'safety', label: '安全巡防' },
  { value: 'organizing', label: '组织协调' },
  { value: 'other', label: '其他' },
];

/** default: how a post was filled. */
export const SELECTION_CHOICES: readonly Choice[] = [
  { value: 'elected', label: '选举' },
  { value: 'appointed', label: '委任' },
  { value: 'recommended', label: '推选' },
  { value: 'cooptation', label: '增补' },
  { value: 'hired', label: '聘任' },
  { value: 'volunteered', label: '自荐' },
];

/** default: households that need care; sensitive, kept to what a visit needs. */
export const CARE_CHOICES: readonly Choice[] = [
  { value: 'elderlyAlone', label: '独居老人', color: 'orange' },
  { value: 'disabled', label: '残疾人', color: 'purple' },
  { value: 'seriousIllness', label: '重病患者', color: 'red' },
  { value: 'lowIncome', label: '低保困难', color: 'gold' },
  { value: 'leftBehindChild', label: '留守儿童', color: 'cyan' },
  { value: 'militaryFamily', label: '军属优抚', color: 'green' },
  { value: 'seasonal', label: '候鸟住户', color: 'blue' },
];
/** Roles a post may give: nothing beyond the pack's scoped ones can be reached through a post. */
export const GRANTED_ROLE_CHOICES: readonly Choice[] = [
  { value: 'hx-official', label: '基层干部' },
  { value: 'hx-city', label: '市级管理员' },
];
