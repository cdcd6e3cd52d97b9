/** What to say while there is no receipt yet, by the registration's state. */
export const MEMBER_HINTS: Readonly<Record<string, string>> = {
  draft: '草稿还没有提交，核对后请点“办理”提交。',
  submitted: '已提交，等待单位确认和社区接收。',
  unitConfirmed: '单位已确认，等待社区接收。',
  returned: '报到被退回，请按意见修改后重新提交。',
  cancelled: '报到已注销，需要时请重新登记。',
};

export const UNIT_HINTS: Readonly<Record<string, string>> = {
  ...MEMBER_HINTS,
  submitted: '已提交，等待社区接收。',
};
