/** Reasons of `numbering.ts`. */
export const NUMBERING_REASONS = {
  NUMBER_PATTERN_BRACES: {
    zh: '编号规则“{{pattern}}”中的花括号不成对，应写作如{year}，请改正。',
    en: 'The braces of number pattern "{{pattern}}" do not match; write placeholders as {year}.',
  },
  NUMBER_PATTERN_TOKEN_UNKNOWN: {
    zh: '编号规则中没有“{{token}}”，可用：{{expected}}。',
    en: 'Number patterns know no "{{token}}"; use one of: {{expected}}.',
  },
  NUMBER_PATTERN_TOKEN_REPEATED: {
    zh: '编号规则中“{{token}}”出现多次，只能出现一次，请删去多余的。',
    en: '"{{token}}" appears more than once in the number pattern; keep one.',
  },
  NUMBER_PATTERN_WIDTH: {
    zh: '编号规则中“{{token}}”的位数为{{width}}，应为{{expected}}，请改正。',
    en: 'The width of "{{token}}" in the number pattern is {{width}}; expected {{expected}}.',
  },
  NUMBER_PATTERN_WIDTH_NOT_TAKEN: {
    zh: '编号规则中“{{token}}”不能指定位数，请去掉冒号和位数。',
    en: '"{{token}}" takes no width in a number pattern; remove the colon and the width.',
  },
  NUMBER_PATTERN_NO_SEQUENCE: {
    zh: '编号规则“{{pattern}}”缺少流水号，请加上如{sequence:5}，否则编号会重复。',
    en: 'Number pattern "{{pattern}}" has no sequence; add one such as {sequence:5}, or numbers would repeat.',
  },
  NUMBER_PATTERN_AMBIGUOUS: {
    zh: '编号规则中“{{left}}”与“{{right}}”相连且位数都不固定，请在两者之间加分隔符或固定位数。',
    en: '"{{left}}" and "{{right}}" touch in the number pattern and neither has a fixed width; separate them or fix a width.',
  },
} as const;
