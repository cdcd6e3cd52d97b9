/** Reasons of `area-code.ts`. */
export const AREA_CODE_REASONS = {
  AREA_CODE_NOT_DIGITS: {
    zh: '区划代码“{{code}}”只能由数字组成，请去掉字母、空格和符号。',
    en: 'Area code "{{code}}" may hold digits only; remove letters, spaces and signs.',
  },
  AREA_CODE_LENGTH: {
    zh: '区划代码“{{code}}”有{{length}}位，应为{{expected}}位之一（市、街道、社区、小区、楼栋、单元），请核对位数。',
    en: 'Area code "{{code}}" has {{length}} digits; expected one of {{expected}} (city, street, community, estate, building, unit).',
  },
  AREA_CODE_REGION: {
    zh: '区划代码“{{code}}”应以1—8开头（国家统计用区划代码），请核对前六位。',
    en: 'Area code "{{code}}" must start with 1–8 (national division codes); check its first six digits.',
  },
  AREA_CODE_SEGMENT_ZERO: {
    zh: '区划代码“{{code}}”中{{areaLevel}}的序号全为零，序号从1起；国家区划表中补零的代码请去掉末尾的零。',
    en: 'The {{areaLevel}} part of area code "{{code}}" is all zeros; parts start at 1. Drop the padding zeros of the national table.',
  },
  AREA_CODE_NO_CHILDREN: {
    zh: '“{{code}}”是单元，单元是最末一级，不能再设下级，请选择楼栋或以上的区域。',
    en: '"{{code}}" is a unit, the lowest level, and takes no children; choose a building or an area above it.',
  },
  AREA_CODE_FULL: {
    zh: '“{{code}}”下的{{capacity}}个下级代码已用完，请先整理停用的下级区域。',
    en: 'All {{capacity}} child codes of "{{code}}" are taken; remove unused child areas first.',
  },
} as const;
