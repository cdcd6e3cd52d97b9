/** Reasons of the yearly feedback. */
export const FEEDBACK_REASONS = {
  FEEDBACK_OPTIONS_INVALID: {
    zh: '年度反馈设置无效：objectionDays应为0—60的整数。',
    en: 'The settings of the yearly feedback are not valid: objectionDays from 0 to 60.',
  },
  FEEDBACK_FIGURES_CHANGED: {
    zh: '评议后年度数据有变动：{{detail}}。请社区“重新计算”后再评议、签收。',
    en: 'The year has changed since the comment: {{detail}}. The community recomputes and comments anew.',
  },
  FEEDBACK_HOURS_PENDING: {
    zh: '{{year}}年还有待认定的服务时长：{{detail}}。正式反馈后不能再认定，只能不予认定；请先认定，或勾选“{{field}}”后再反馈。',
    en: 'Hours of {{year}} still wait to be verified: {{detail}}. Once the year is issued they can only be refused; decide on them first, or tick "{{field}}" and issue.',
  },
  FEEDBACK_OBJECTION_OPEN: {
    zh: '签收后本人可以提出异议，{{from}}起（含当日）才能正式反馈，届时再办理。',
    en: 'After the signature the member may object; it can be issued from {{from}} on, that day included.',
  },
  FEEDBACK_ONLY_COMPUTED: {
    zh: '年度反馈由系统按服务记录生成，不能自行新建或删除。',
    en: 'Yearly feedbacks are made by the system from the service records; they are neither created nor deleted by hand.',
  },
  TARGETS_EXIST: {
    zh: '这个区域在该年度已经设有同一对象的目标，请修改原有的一条。',
    en: 'The area has targets of that year for the same subject already; change those instead.',
  },
  FEEDBACK_STEP_ONE_BY_ONE: {
    zh: '“{{step}}”不能对一个年度的全部反馈一次办理，请在反馈的页面逐条办理。',
    en: '"{{step}}" is not taken of all feedbacks of a year at once; take it on the page of each.',
  },
  FEEDBACK_NOTHING_OPEN: {
    zh: '{{year}}年没有可办理的年度反馈。',
    en: 'No feedback of {{year}} can take this step.',
  },
} as const;
