/** Fixed choices. Codes are contract; administrators may retitle and colour them. */
import type { Choice } from '@hongxin/plugin-foundation';

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
