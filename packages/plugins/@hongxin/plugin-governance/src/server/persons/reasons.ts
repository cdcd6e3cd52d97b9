import { MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';
import { AREA_REASONS } from '../areas/reasons';

/** Messages of the reasons that need the database to be found. */
export const PERSON_REASONS = {
  PERSON_HAS_RECORDS: {
    zh: '“{{name}}”还有{{blockers}}，须留存，不能删除。',
    en: '"{{name}}" still has {{blockers}}, which are kept, so the person cannot be deleted.',
  },
  DICTIONARY_MISMATCH: {
    zh: '所选字典项“{{title}}”不属于该字典，请重新选择。',
    en: 'Dictionary item "{{title}}" belongs to another dictionary; choose another.',
  },
  IDENTITY_NUMBERS_OFF: {
    zh: '本系统没有启用身份证号登记，请不要填写“{{field}}”；确需启用请联系系统管理员。',
    en: 'ID numbers are not kept here: leave "{{field}}" blank, or ask the administrator to turn them on.',
  },
  IDENTITY_NUMBER_TAKEN: {
    zh: '该身份证号已登记在“{{name}}”名下，请直接使用已有的人员，不要重复登记。',
    en: 'This ID number belongs to "{{name}}", who is registered already; use that person.',
  },
} as const;

export const personReason = reasonMaker(MECHANISM_REASONS, AREA_REASONS, PERSON_REASONS);
