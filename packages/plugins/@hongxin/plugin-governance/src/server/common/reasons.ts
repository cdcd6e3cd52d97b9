import { MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';

/** Messages of reasons that several kinds of records have. */
export const COMMON_REASONS = {
  CHOICE_UNKNOWN: {
    zh: '“{{field}}”没有“{{value}}”这个选项，应为：{{expected}}。',
    en: '"{{value}}" is no choice of "{{field}}"; expected one of: {{expected}}.',
  },
  RECORD_IN_USE: {
    zh: '“{{name}}”正被{{blockers}}使用，不能删除，可改为停用。',
    en: '"{{name}}" is used by {{blockers}}, so it cannot be deleted; disable it instead.',
  },
  DICTIONARY_CODE_NEEDED: {
    zh: '系统办理业务时要用到“{{title}}”（代码“{{code}}”），不能删除，也不能修改代码；可以改名称或停用。',
    en: 'The system itself uses "{{title}}" (code "{{code}}"): it cannot be deleted, nor its code changed. Change its title or disable it.',
  },
  ACCOUNT_NAME_INVALID: {
    zh: '用户名应为4—32个字母、数字、点、下划线或短横线。',
    en: 'A user name has 4 to 32 letters, digits, dots, underscores or dashes.',
  },
  ACCOUNT_NAME_TAKEN: {
    zh: '用户名“{{name}}”已被使用，请换一个。',
    en: 'The user name "{{name}}" is taken; choose another.',
  },
  ACCOUNT_TOO_MANY: { zh: '提交过于频繁，请一小时后再试。', en: 'Too many attempts; try again in an hour.' },
} as const;

export const commonReason = reasonMaker(MECHANISM_REASONS, COMMON_REASONS);
