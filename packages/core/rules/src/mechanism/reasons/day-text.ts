/** Reasons of `day-text.ts` and `birth-year.ts`. */
export const DAY_TEXT_REASONS = {
  DAY_IS_MONTH: {
    zh: '“{{value}}”不是具体的日期，请写到日，如2024-01-05。',
    en: '"{{value}}" is no day; write the day as well, such as 2024-01-05.',
  },
  DAY_IMPOSSIBLE: {
    zh: '“{{value}}”这一天不存在，请核对后写成2024-01-05这样的日期。',
    en: 'There is no day "{{value}}"; check it and write it like 2024-01-05.',
  },
  DAY_UNREADABLE: {
    zh: '“{{value}}”不是日期，请写成2024-01-05，或用Excel的日期格式。',
    en: '"{{value}}" is no date; write it like 2024-01-05, or format the cell as a date.',
  },
  DAY_OUT_OF_RANGE: {
    zh: '“{{value}}”应在{{first}}年至{{last}}年之间，请核对年份。',
    en: '"{{value}}" must lie between the years {{first}} and {{last}}; check the year.',
  },
  BIRTH_YEAR_OUT_OF_RANGE: {
    zh: '出生年份“{{value}}”应在{{first}}年至今年（{{last}}年）之间，请核对。',
    en: 'The year of birth "{{value}}" must lie between {{first}} and this year ({{last}}); check it.',
  },
} as const;
