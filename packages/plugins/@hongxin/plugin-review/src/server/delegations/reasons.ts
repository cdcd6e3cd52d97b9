/** Messages to who names a deputy. */
export const DELEGATION_REASONS = {
  DELEGATION_PERIOD_INVALID: {
    zh: '委托的结束日期应不早于开始日期，请修改。',
    en: 'The delegation must not end before it starts; change the dates.',
  },
  DELEGATION_PAST: {
    zh: '委托的结束日期{{endsOn}}早于今天（{{today}}），委托不会生效，请修改。',
    en: 'The delegation ended on {{endsOn}}, before today ({{today}}), and would never take effect; change the dates.',
  },
  DELEGATION_TWICE: {
    zh: '您已委托该受托人在{{startsOn}}至{{endsOn}}代为审批同样的流程；如需修改，请先撤销原委托。',
    en: 'This person already decides for you in the same processes from {{startsOn}} to {{endsOn}}; revoke that delegation first.',
  },
  DELEGATION_PERSON_INVALID: {
    zh: '所选受托人不能代为审批，请从候选人中选择本人以外的审批人员。',
    en: 'The chosen person cannot decide for you; choose one of the candidates other than yourself.',
  },
  DELEGATION_PROCESS_UNKNOWN: {
    zh: '没有“{{name}}”这个流程，请从列表中选择，或不选（代理全部流程）。',
    en: 'There is no process "{{name}}"; choose from the list, or none to stand in for all.',
  },
} as const;
