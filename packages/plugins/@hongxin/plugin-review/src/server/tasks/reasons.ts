/** Messages of the reasons that need the server to be found out. */
export const TASK_REASONS = {
  TASK_ALREADY_DECIDED: {
    zh: '该待办已由“{{who}}”办理（{{what}}），请刷新待办列表。',
    en: '"{{who}}" was faster: the task is {{what}} already. Reload the list.',
  },
  TASK_ALREADY_SETTLED: {
    zh: '该待办已办结（{{what}}），请刷新待办列表。',
    en: 'The task is {{what}} already. Reload the list.',
  },
  REVIEW_PENDING: {
    zh: '该记录正在“{{step}}”审批中，由“{{who}}”办理，请等待审批完成。',
    en: 'The record waits for the review "{{step}}" with {{who}}; wait until it is decided.',
  },
  REVIEW_PERSON_NOT_ALLOWED: {
    zh: '所选人员不在本审批节点允许的范围内，请从候选人中选择。',
    en: 'This review does not allow the chosen person; choose one of the candidates.',
  },
  REVIEW_NOT_WITHDRAWABLE: {
    zh: '本审批节点不允许撤回，请联系审批人。',
    en: 'This review cannot be withdrawn; contact the reviewer.',
  },
  REVIEW_DECIDED_IN_PART: {
    zh: '已有步骤审批完成，不能再撤回，请联系审批人。',
    en: 'A step has been decided already, so it can no longer be withdrawn; contact the reviewer.',
  },
  REVIEW_NOT_IN_BATCH: {
    zh: '本审批节点不允许批量办理，请逐条办理。',
    en: 'This review cannot be decided in a batch; decide it by itself.',
  },
  REVIEW_DECISION_MISSING: {
    zh: '没有填写审批决定，请选择同意、退回或不同意等决定后提交。',
    en: 'No decision was given; choose one, such as approve or return, and submit it.',
  },
  REVIEW_URGED_TODAY: {
    zh: '该待办今天已经催办过，请明天再催办。',
    en: 'This task was urged today already; urge again tomorrow.',
  },
  REVIEW_OWN_MATTER: {
    zh: '“{{title}}”由您本人申请，审批节点“{{step}}”不允许申请人办理，请由其他审批人办理。',
    en: 'You applied for "{{title}}" yourself, and the review "{{step}}" leaves the applicant out; another reviewer has to decide.',
  },
  REVIEW_NOBODY_TO_URGE: {
    zh: '审批节点“{{step}}”目前没有审批人，无法催办，请联系管理员指定审批人。',
    en: 'Nobody has the review "{{step}}" now, so there is nobody to urge; ask an administrator to name a reviewer.',
  },
  REVIEW_RULE_UNFIT: {
    zh: '“{{list}}”第{{number}}条规则（{{rule}}）没有选好“{{option}}”，请打开审批节点补充后保存。',
    en: 'Rule {{number}} of "{{list}}" ({{rule}}) has no fitting "{{option}}"; open the review node, choose one and save.',
  },
} as const;
