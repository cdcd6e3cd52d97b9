/** Fixed choices of select fields. Codes are contract; administrators may retitle, colour and extend them. */
import { SERVICE_POST_CLASSES, UNIT_KINDS } from '@hongxin/rules/governance';
import type { Choice } from '@hongxin/plugin-foundation';
import { PRIVACY_NOTICE } from '../members/privacy-notice';

/** Kinds of units, resident ones included [seed]. */
export const UNIT_KIND_CHOICES: readonly Choice[] = UNIT_KINDS.map(({ code, zh, resident }) => ({
  value: code,
  label: zh,
  color: resident ? 'cyan' : 'red',
}));

/** What a member would like to do: the eight classes of service posts [found]. */
export const SERVICE_INTENTION_CHOICES: readonly Choice[] = SERVICE_POST_CLASSES.map(({ code, zh }) => ({
  value: code,
  label: zh,
}));

/** default */
export const AVAILABLE_TIME_CHOICES: readonly Choice[] = [
  { value: 'weekdayEvening', label: '工作日晚间' },
  { value: 'saturday', label: '周六' },
  { value: 'sunday', label: '周日' },
  { value: 'holiday', label: '节假日' },
  { value: 'anytime', label: '随时可联系' },
];

/** default: why a member leaves a community's roll; the codes are those of the leaveReason dictionary. */
export const LEAVE_REASON_CHOICES: readonly Choice[] = [
  { value: 'moved', label: '居住地变更', color: 'blue' },
  { value: 'unitChanged', label: '工作单位变更', color: 'cyan' },
  { value: 'retired', label: '退休', color: 'gold' },
  { value: 'leftParty', label: '党组织关系转出', color: 'purple' },
  { value: 'deceased', label: '去世', color: 'default' },
  { value: 'other', label: '其他', color: 'default' },
];

/** One choice, the notice in force: ticking it is the consent. */
export const CONSENT_CHOICES: readonly Choice[] = [{ value: PRIVACY_NOTICE.version, label: PRIVACY_NOTICE.consent.zh }];

/** What a unit brings: the kinds of the resource list [found]. */
export const CONTRIBUTION_CHOICES: readonly Choice[] = [
  { value: 'talent', label: '人才', color: 'blue' },
  { value: 'venue', label: '场地', color: 'cyan' },
  { value: 'funds', label: '资金', color: 'gold' },
  { value: 'goods', label: '物资', color: 'green' },
  { value: 'service', label: '服务', color: 'red' },
];

/** default: why a unit leaves a community's roll. */
export const UNIT_LEAVE_REASON_CHOICES: readonly Choice[] = [
  { value: 'rebalanced', label: '统筹调剂', color: 'blue' },
  { value: 'moved', label: '办公地点变更', color: 'cyan' },
  { value: 'merged', label: '机构撤并', color: 'gold' },
  { value: 'other', label: '其他', color: 'default' },
];
