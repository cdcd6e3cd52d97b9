/** Reasons of the working calendar and the clocks that run by it. */
export const WORKING_TIME_REASONS = {
  CALENDAR_YEAR_NOT_ANNOUNCED: {
    zh: '{{year}}年的工作日历尚未发布，无法计算期限，请先在“工作日历”中维护该年的节假日和调休。',
    en: 'The working calendar of {{year}} has not been announced; enter its holidays and make-up days first.',
  },
  CALENDAR_HOURS_INVALID: {
    zh: '作息时间无效：上班（第{{dayStart}}分钟）须早于下班（第{{dayEnd}}分钟），且不能全部是休息时间，请改正作息设置。',
    en: 'Working hours are not valid: the start (minute {{dayStart}}) must come before the end (minute {{dayEnd}}) and breaks must leave time to work; correct the settings.',
  },
  CALENDAR_NO_WORKING_DAY: {
    zh: '自{{from}}起{{days}}天内没有足够的工作日，请检查工作日历。',
    en: 'There are not enough working days within {{days}} days from {{from}}; check the working calendar.',
  },
  WORKING_AMOUNT_INVALID: {
    zh: '时长“{{amount}}”无效，应为不小于零的数（工作日须为整数），请改正。',
    en: 'The amount "{{amount}}" is not valid; give a number not below zero, whole for working days.',
  },
  WORKING_SHARE_INVALID: {
    zh: '比例“{{share}}”无效，应在0与1之间，请改正。',
    en: 'The share "{{share}}" is not valid; give one between 0 and 1.',
  },
  MOMENT_INVALID: {
    zh: '时间无效，请填写完整的日期和时间。',
    en: 'The point in time is not valid; give a full date and time.',
  },
} as const;
