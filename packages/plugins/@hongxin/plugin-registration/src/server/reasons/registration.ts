/** Messages of this plugin's own reasons: those that need the database or the notice to be found. */
export const REGISTRATION_REASONS = {
  CONSENT_OUTDATED: {
    zh: '同意的是旧版告知书（{{given}}），现行版本为{{expected}}，请重新阅读并同意。',
    en: 'The consent is to version {{given}} of the privacy notice; version {{expected}} is in force. Read it and consent anew.',
  },
  HOME_AREA_MISSING: {
    zh: '没有所选的居住楼栋，它可能已被删除，请重新选择。',
    en: 'The chosen home building does not exist; choose another.',
  },
  HOME_AREA_LEVEL: {
    zh: '居住地应选到楼栋，所选“{{name}}”是{{areaLevel}}，请重新选择。',
    en: 'The home must be a building; "{{name}}" is of level {{areaLevel}}. Choose a building.',
  },
  UNIT_MISSING: {
    zh: '没有所选的工作单位，它可能已被删除，请重新选择。',
    en: 'The chosen unit does not exist; choose another.',
  },
  TRANSFER_TARGET_MISSING: {
    zh: '没有所选的转往区域，请重新选择。',
    en: 'The chosen area to transfer to does not exist; choose another.',
  },
  IDENTITY_NUMBER_DIFFERS: {
    zh: '填写的身份证号与您已登记的不一致，请核对；如原登记有误，请申请更正。',
    en: 'This is not the ID number registered for you; check it, or ask for a correction of the old one.',
  },
  ON_ROLL_ELSEWHERE: {
    zh: '该党员已在其他社区在册，同一时间只能在一个社区报到；请联系街道或市级管理员核实，由原社区先办理转出或注销。',
    en: 'The member is already on the roll of another community; one community at a time. Ask the street or the city to find out; that community must transfer or cancel it first.',
  },
  ON_ROLL_OF: {
    zh: '{{personName}}已在“{{community}}”在册（回执号{{receiptNumber}}），同一时间只能在一个社区报到；请先由该社区办理转出或注销。',
    en: '{{personName}} is already on the roll of {{community}} (receipt {{receiptNumber}}); one community at a time. That community must transfer or cancel it first.',
  },
  STATE_FORBIDS_CHANGES: {
    zh: '报到已处于“{{state}}”，只有草稿和已退回的报到可以修改；如需更正，请社区退回，或注销后重新报到。',
    en: 'The registration is {{state}}; only drafts and returned ones can be changed. Ask the community to return it, or cancel it and register anew.',
  },
  REGISTRATION_IS_A_RECORD: {
    zh: '报到“{{number}}”已提交过，须留存，不能删除；请用“注销报到”。',
    en: 'Registration {{number}} has been submitted and is kept as a record; cancel it instead of deleting it.',
  },
  UNIT_CREDIT_CODE_EXISTS: {
    zh: '统一社会信用代码“{{creditCode}}”已有单位使用，请核对；确属本单位的，请联系市级管理员。',
    en: 'A unit already has the credit code "{{creditCode}}"; check it, or ask the city if it is yours.',
  },
  UNIT_NAME_EXISTS: {
    zh: '同一区域已有单位“{{name}}”，请核对：是同一单位的，请在原有记录上修改；不是的，请在名称中写明区别。',
    en: 'The area already has a unit "{{name}}": change that record if it is the same unit, or tell them apart by name.',
  },
  UNIT_IN_USE: {
    zh: '“{{name}}”有{{count}}份报到，不能删除。',
    en: '"{{name}}" has {{count}} registrations, so it cannot be deleted.',
  },
  UNIT_AREA_MISSING: {
    zh: '没有所选的区域，它可能已被删除，请重新选择。',
    en: 'The chosen area does not exist; choose another.',
  },
} as const;
