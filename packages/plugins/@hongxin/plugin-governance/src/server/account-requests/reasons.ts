/** Messages to who asks for an account. */
export const ACCOUNT_REQUEST_REASONS = {
  ACCOUNT_KIND_INVALID: {
    zh: '请选择申请身份：单位联络员或社会组织。',
    en: 'Choose who you are: a unit liaison or a social organisation.',
  },
  ACCOUNT_AREA_INVALID: { zh: '请选择所在的街道或社区。', en: 'Choose the street or community.' },
  ACCOUNT_CODE_INVALID: { zh: '查询码无效，请核对后重试。', en: 'The code is not valid; check it and try again.' },
  ACCOUNT_NOT_APPROVED: { zh: '申请尚未通过审核，暂不能开通。', en: 'The request has not been approved yet.' },
  ACCOUNT_ALREADY_OPEN: { zh: '该申请已经开通账号，请直接登录。', en: 'The account has been opened already; sign in.' },
} as const;
