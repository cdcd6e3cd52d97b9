import { type DictionaryItem } from '@hongxin/rules/mechanism';
import {
  BASIC_SERVICES,
  GOVERNING_PERSON_KINDS,
  SERVICE_POST_CLASSES,
  STEWARD_CATEGORIES,
  UNIT_KINDS,
  VISIT_DUTIES,
} from '@hongxin/rules/governance';

/** default: why a member leaves a community's roll. */
const LEAVE_REASONS: readonly DictionaryItem[] = [
  { code: 'moved', zh: '居住地变更', en: 'moved to another home', source: 'default' },
  { code: 'unitChanged', zh: '工作单位变更', en: 'changed employer', source: 'default' },
  { code: 'retired', zh: '退休', en: 'retired', source: 'default' },
  { code: 'leftParty', zh: '党组织关系转出', en: 'party membership transferred away', source: 'default' },
  { code: 'deceased', zh: '去世', en: 'deceased', source: 'default' },
  { code: 'other', zh: '其他', en: 'other', source: 'default' },
];

/** What each dictionary ships with; key is the dictionary. */
export const DICTIONARIES: Readonly<Record<string, readonly DictionaryItem[]>> = {
  governingKind: GOVERNING_PERSON_KINDS,
  stewardCategory: STEWARD_CATEGORIES,
  duty: VISIT_DUTIES,
  service: BASIC_SERVICES,
  unitKind: UNIT_KINDS,
  servicePostClass: SERVICE_POST_CLASSES,
  leaveReason: LEAVE_REASONS,
};
