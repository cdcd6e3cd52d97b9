export const ACCOUNT_REASON_TEXTS = {
  ACCOUNT_KIND_INVALID: {
    zh: '请选择申请身份：单位联络员或社会组织。',
    en: 'Choose who you are: a unit liaison or a social organisation.',
  },
  ACCOUNT_AREA_INVALID: { zh: '请选择所在的街道或社区。', en: 'Choose the street or community.' },
  ACCOUNT_CODE_INVALID: { zh: '查询码无效，请核对后重试。', en: 'The code is not valid; check it and try again.' },
  ACCOUNT_NOT_APPROVED: { zh: '申请尚未通过审核，暂不能开通。', en: 'The request has not been approved yet.' },
  ACCOUNT_ALREADY_OPEN: { zh: '该申请已经开通账号，请直接登录。', en: 'The account has been opened already; sign in.' },
  ACCOUNT_NAME_INVALID: {
    zh: '用户名应为4—32个字母、数字、点、下划线或短横线。',
    en: 'A user name has 4 to 32 letters, digits, dots, underscores or dashes.',
  },
  ACCOUNT_NAME_TAKEN: {
    zh: '用户名“{{name}}”已被使用，请换一个。',
    en: 'The user name "{{name}}" is taken; choose another.',
  },
  ACCOUNT_TOO_MANY: { zh: '提交过于频繁，请一小时后再试。', en: 'Too many attempts; try again in an hour.' },
  INVITATION_INVALID: {
    zh: '邀请链接无效、已使用或已过期，请联系发出邀请的人。',
    en: 'The invitation is not valid, used or expired; ask whoever sent it.',
  },
  INVITATION_NAME_REQUIRED: { zh: '请填写邀请对象的姓名。', en: 'Give the name of whom you invite.' },
  INVITATION_PERSON_HAS_ACCOUNT: {
    zh: '“{{name}}”已有账号，不需要邀请。',
    en: '{{name}} has an account already and needs no invitation.',
  },
  INVITATION_REACHES_TOO_FAR: {
    zh: '此人的岗位权限不低于您的，请由上级或市级管理员邀请。',
    en: 'The posts of this person reach as far as yours; somebody above or a city administrator invites them.',
  },
  INVITATION_ACCOUNT_OF_ANOTHER: {
    zh: '当前账号已属于另一位人员，请用其他账号接受，或新开通一个账号。',
    en: 'This account belongs to another person already; accept with another one, or open a new one.',
  },
  INVITATION_NOT_YOURS: {
    zh: '只能邀请本人任职区域内的党员，请选择辖区内的社区。',
    en: 'You invite members of your own area only; choose a community in it.',
  },
} as const;
