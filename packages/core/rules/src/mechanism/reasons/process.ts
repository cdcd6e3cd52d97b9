/** Reasons of `process-check.ts`, and the general ones about fields. */
export const PROCESS_REASONS = {
  TRANSITION_UNKNOWN: {
    zh: '流程中没有名为“{{transition}}”的操作，请刷新页面后重试。',
    en: 'The process has no transition named "{{transition}}"; reload the page and try again.',
  },
  TRANSITION_NOT_FROM_STATE: {
    zh: '当前状态“{{state}}”不能执行“{{transition}}”，须处于：{{expected}}。请刷新后查看最新状态。',
    en: '"{{transition}}" is not possible from state "{{state}}"; expected one of: {{expected}}. Reload to see the current state.',
  },
  FIELD_REQUIRED: {
    zh: '“{{field}}”必须填写。',
    en: '"{{field}}" must be filled in.',
  },
  FIELD_NOT_WRITABLE: {
    zh: '您不能在此填写或修改“{{field}}”，请从提交内容中去掉它。',
    en: 'You may not fill in or change "{{field}}" here; leave it out.',
  },
  OPINION_REQUIRED: {
    zh: '本操作须填写意见，请写明理由。',
    en: 'This transition needs an opinion; state your grounds.',
  },
  OPINION_TOO_LONG: {
    zh: '意见有{{length}}字，最多{{max}}字，请精简。',
    en: 'The opinion has {{length}} characters; at most {{max}} are allowed.',
  },
} as const;
