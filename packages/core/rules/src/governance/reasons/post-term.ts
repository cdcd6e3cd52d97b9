/** Reasons of `post-term.ts`, and the general one about dates. */
export const POST_TERM_REASONS = {
  DATE_INVALID: {
    zh: '“{{field}}”的日期“{{value}}”无效，应为“年-月-日”，如2026-01-31。',
    en: 'Date "{{value}}" of "{{field}}" is not valid; write year-month-day, such as 2026-01-31.',
  },
  TERM_ENDS_BEFORE_START: {
    zh: '任期结束日期{{endsOn}}早于开始日期{{startsOn}}，请改正其中一个。',
    en: 'The term ends on {{endsOn}}, before it starts on {{startsOn}}; correct one of them.',
  },
} as const;
