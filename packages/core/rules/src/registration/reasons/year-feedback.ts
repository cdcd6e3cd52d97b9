/** Reasons of `year-feedback.ts`. */
export const YEAR_FEEDBACK_REASONS = {
  FEEDBACK_POINTS_RANGE: {
    zh: '“{{field}}”应为0—{{max}}的整数，请修改。',
    en: '"{{field}}" must be a whole number from 0 to {{max}}; change it.',
  },
  FEEDBACK_YEAR_INVALID: {
    zh: '“{{year}}”不是有效的年度，请重新选择。',
    en: '"{{year}}" is not a valid year; choose another.',
  },
  FEEDBACK_YEAR_NOT_ENDED: {
    zh: '{{year}}年尚未结束，{{from}}起才能生成年度反馈。',
    en: 'The year {{year}} has not ended; its feedback can be made from {{from}} on.',
  },
  FEEDBACK_RUBRIC_INVALID: {
    zh: '评分标准无效：各项分值应为整数且合计100（现为{{sum}}），目标、加分上限不小于0，等次须含0分起的一档。',
    en: 'The rubric is not valid: whole points that add up to 100 (now {{sum}}), targets and bonus not below 0, and a grade from 0 on.',
  },
} as const;
