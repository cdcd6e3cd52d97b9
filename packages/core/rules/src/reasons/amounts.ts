/** Reasons of `quota.ts`. */
export const AMOUNT_REASONS = {
  VALUE_NOT_NUMBER: {
    zh: '“{{value}}”不是有效的数，请填写数字。',
    en: '"{{value}}" is not a usable number; enter digits.',
  },
  QUOTA_ASKED_INVALID: {
    zh: '申请数量为{{asked}}，应为大于零的整数，请改正。',
    en: 'The amount asked is {{asked}}; give a whole number above zero.',
  },
  QUOTA_EXCEEDED: {
    zh: '限额{{limit}}，已用{{used}}，还剩{{left}}，不足以满足{{asked}}，请减少数量或选择其他项。',
    en: 'Of {{limit}}, {{used}} are taken and {{left}} left, not enough for {{asked}}; ask for less or choose another.',
  },
  RANGE_BELOW: {
    zh: '{{value}}小于下限{{min}}，请改为不小于{{min}}的数。',
    en: '{{value}} is below {{min}}; give at least {{min}}.',
  },
  RANGE_ABOVE: {
    zh: '{{value}}大于上限{{max}}，请改为不大于{{max}}的数。',
    en: '{{value}} is above {{max}}; give at most {{max}}.',
  },
  SHARE_BELOW: {
    zh: '{{part}}占{{whole}}的比例低于{{numerator}}/{{denominator}}，至少应为{{expected}}，请调高。',
    en: '{{part}} of {{whole}} is under {{numerator}}/{{denominator}}; raise it to at least {{expected}}.',
  },
  SHARE_ABOVE: {
    zh: '{{part}}占{{whole}}的比例高于{{numerator}}/{{denominator}}，最多为{{expected}}，请调低。',
    en: '{{part}} of {{whole}} is over {{numerator}}/{{denominator}}; lower it to at most {{expected}}.',
  },
  AVERAGE_COUNT_MISSING: {
    zh: '计算平均数需要数量，现为{{count}}，请先填写大于零的数量。',
    en: 'An average needs a count above zero, not {{count}}; fill in the count first.',
  },
  AVERAGE_ABOVE: {
    zh: '总数{{total}}分摊到{{count}}份，平均超过{{limit}}，总数最多为{{expected}}，请调低。',
    en: '{{total}} over {{count}} averages more than {{limit}}; lower the total to at most {{expected}}.',
  },
} as const;
