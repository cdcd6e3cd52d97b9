/** Messages to who invites and who is invited. */
export const INVITATION_REASONS = {
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
