/** Reasons of unit registrations, receipts, bulk registration and balance. */
export const UNITS_REASONS = {
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
} as const;
