/** Reasons of unit registrations, receipts, bulk registration and balance. */
export const UNITS_REASONS = {
  SHEET_TEXTS_INVALID: {
    zh: '回执或反馈单的文字不完整：每项都要有中文和英文。',
    en: 'The texts of the sheet are incomplete: each of them needs Chinese and English.',
  },
  SHEET_TEXT_BLANK: {
    zh: '“{{text}}”不能为空，请填写或恢复预置值。',
    en: '"{{text}}" must not be blank: fill it in, or restore the default.',
  },
  SHEET_TEXT_LONG: {
    zh: '“{{text}}”最多{{max}}个字，请缩短。',
    en: '"{{text}}" may have at most {{max}} characters; shorten it.',
  },
  SHEET_TEXT_PLACEHOLDER: {
    zh: '“{{text}}”中的{{placeholder}}不是可用的占位符，这里可用{{allowed}}。',
    en: '"{{text}}" names {{placeholder}}, which is not known here; it may name {{allowed}}.',
  },
  SHEET_TEXT_NO_PLACEHOLDER: {
    zh: '“{{text}}”中的{{placeholder}}不是可用的占位符，这里不能用占位符，请删去。',
    en: '"{{text}}" names {{placeholder}}; this text knows no placeholders: take it out.',
  },
  UNIT_TARGET_MISSING: {
    zh: '没有所选的社区或小区，它可能已被删除，请重新选择。',
    en: 'The chosen community or estate does not exist; choose another.',
  },
  UNIT_TARGET_LEVEL: {
    zh: '单位应向社区或小区报到，所选“{{name}}”是{{areaLevel}}，请重新选择。',
    en: 'A unit registers with a community or an estate; "{{name}}" is of level {{areaLevel}}. Choose again.',
  },
  UNIT_REGISTERED_ALREADY: {
    zh: '该单位已在“{{community}}”报到（编号{{number}}），同一社区不重复报到；如需变更，请先由社区退回或注销。',
    en: 'The unit already has registration {{number}} with {{community}}; one per community. To change it, have it returned or cancelled first.',
  },
  UNIT_NOT_YOURS: {
    zh: '只能为自己担任联络员的单位报到，请重新选择单位。',
    en: 'You can only register a unit whose liaison you are; choose another unit.',
  },
  ROLL_ALREADY_REGISTERED: {
    zh: '“{{personName}}”已报到或正在办理报到（姓名和电话相同），请从表中删去。',
    en: '{{personName}} has registered or is about to (same name and phone); remove the row.',
  },
  ROLL_ESTATE_UNKNOWN: {
    zh: '没有名为“{{name}}”的小区，请按系统中的名称填写。',
    en: 'There is no estate "{{name}}"; use its name in the system.',
  },
  ROLL_BUILDING_UNKNOWN: {
    zh: '“{{name}}”没有“{{building}}”，请核对楼栋。',
    en: '"{{name}}" has no building "{{building}}"; check it.',
  },
  ROLL_BUILDING_AMBIGUOUS: {
    zh: '“{{name}}”的“{{building}}”有{{count}}处同名，请由本人自行报到选择。',
    en: '{{count}} buildings are called "{{building}}" of "{{name}}"; the member has to choose in an own registration.',
  },
  LOAD_LIMITS_INVALID: {
    zh: '社区容量设置无效：units和members应为不小于0的整数，0表示不限。',
    en: 'The limits of communities are not valid: units and members must be whole numbers from 0, 0 for no limit.',
  },
} as const;
