/** Messages of the governance hierarchy's own reasons: those that need the database to be found. */
export const REASON_TEXTS = {
  AREA_PARENT_REQUIRED: {
    zh: '“{{name}}”未选上级区域，也未填区划代码，请至少填一项。',
    en: '"{{name}}" has neither a parent area nor a code; give at least one of them.',
  },
  AREA_PARENT_MISSING: {
    zh: '没有代码为“{{code}}”的上级区域，请先建立上级区域。',
    en: 'There is no parent area "{{code}}"; create the parent first.',
  },
  AREA_CODE_PARENT: {
    zh: '区划代码“{{code}}”不在上级区域“{{parentCode}}”之下，应为上级代码加本级序号。',
    en: 'Area code "{{code}}" does not extend its parent\'s code "{{parentCode}}" by one level.',
  },
  AREA_CODE_EXISTS: {
    zh: '区划代码“{{code}}”已用于“{{name}}”，请换一个，或留空由系统编码。',
    en: 'Area code "{{code}}" already belongs to "{{name}}"; choose another, or leave it blank.',
  },
  AREA_LEVEL_MISMATCH: {
    zh: '所选层级是{{areaLevel}}，按代码或上级区域应为{{expectedAreaLevel}}，请改正或留空。',
    en: 'The level given is {{areaLevel}}; by its code or parent it is {{expectedAreaLevel}}. Correct it or leave it blank.',
  },
  AREA_LEVEL_AND_CODE: {
    zh: '区划代码、层级与上级区域不一致，请核对。',
    en: 'Code, level and parent of the area do not fit together; check them.',
  },
  TERM_INVALID: {
    zh: '任期起止日期不正确，请核对。',
    en: 'The dates of the term are not right; check them.',
  },
  AREA_MOVE_OUTSIDE: {
    zh: '只有管辖范围同时包含原位置（{{from}}）和新位置（{{to}}）的人员才能调整区域归属，请联系上级。',
    en: 'Only those whose areas hold both the old place ({{from}}) and the new one ({{to}}) may move an area; ask the level above.',
  },
  AREA_NOT_EMPTY: {
    zh: '“{{name}}”下还有{{blockers}}，请先迁走或删除。',
    en: '"{{name}}" still holds {{blockers}}; move or delete them first.',
  },
  AREA_MISSING: {
    zh: '没有所选的区域，它可能已被删除，请重新选择。',
    en: 'The chosen area does not exist; choose another.',
  },
  AREA_LEVEL_TOO_HIGH: {
    zh: '应选择{{expectedAreaLevel}}或以下的区域，所选是{{areaLevel}}。',
    en: 'Choose an area of level {{expectedAreaLevel}} or below, not {{areaLevel}}.',
  },
  ORGANIZATION_MISSING: {
    zh: '没有所选的党组织，它可能已被删除，请重新选择。',
    en: 'The chosen organisation does not exist; choose another.',
  },
  ORGANIZATION_HAS_CHILDREN_LEVEL: {
    zh: '“{{name}}”下有{{count}}个下级党组织，不能改变层级，请先调整下级党组织。',
    en: '"{{name}}" has {{count}} organisations below it, so its level cannot change; move them first.',
  },
  ORGANIZATION_NOT_EMPTY: {
    zh: '“{{name}}”还有{{blockers}}，请先处理，或将其状态改为已撤销。',
    en: '"{{name}}" still has {{blockers}}; deal with them first, or mark it dissolved.',
  },
  POST_PERSON_MISSING: {
    zh: '请选择任职人员；所选人员不存在。',
    en: 'Choose the person who takes the post; the one given does not exist.',
  },
  POST_TYPE_MISSING: {
    zh: '请选择岗位；所选岗位不存在。',
    en: 'Choose the post; the one given does not exist.',
  },
  POST_TYPE_DISABLED: {
    zh: '岗位“{{title}}”已停用，不能再新增任职。',
    en: 'Post "{{title}}" is disabled and takes no new holders.',
  },
  POST_AREA_REQUIRED: {
    zh: '请选择任职区域或所在党组织，至少一项。',
    en: 'Choose the area or the organisation of the post.',
  },
  POST_AREA_LEVEL: {
    zh: '“{{title}}”应在{{expectedAreaLevel}}任职，所选区域是{{areaLevel}}，请重新选择区域。',
    en: '"{{title}}" is held in an area of level {{expectedAreaLevel}}, not {{areaLevel}}; choose another area.',
  },
  POST_AREA_OUTSIDE_ORGANIZATION: {
    zh: '所选区域不在党组织“{{name}}”的所在或覆盖范围内，请重新选择区域或党组织。',
    en: 'The area lies outside organisation "{{name}}" and the areas it covers; choose another area or organisation.',
  },
  SEAT_TAKEN: {
    zh: '该岗位一岗一人，{{holder}}已任此岗（{{from}}至{{to}}），请先办理其离任，或错开任期。',
    en: 'This post has one seat, held by {{holder}} ({{from}} to {{to}}); end that term first or choose other dates.',
  },
  POST_HAS_HISTORY: {
    zh: '任职记录须留存，已开始的任职不能删除，请填写任期结束日期。',
    en: 'Terms of office are kept as history: a term that has begun cannot be deleted. Set its end date instead.',
  },
  POST_GRANT_NOT_BELOW: {
    zh: '“{{title}}”会授予权限，只能由更高一级区域的管理人员办理任职，请联系上级。',
    en: '"{{title}}" grants rights, so only someone in charge of a higher area may fill it; ask the level above.',
  },
  PUBLICITY_ENDS_BEFORE_START: {
    zh: '公示结束日期{{publicityTo}}早于开始日期{{publicityFrom}}，请改正其中一个。',
    en: 'The publicity ends on {{publicityTo}}, before it starts on {{publicityFrom}}; correct one of them.',
  },
  PERSON_HAS_RECORDS: {
    zh: '“{{name}}”还有{{blockers}}，须留存，不能删除。',
    en: '"{{name}}" still has {{blockers}}, which are kept, so the person cannot be deleted.',
  },
  HOUSEHOLD_HUB_REQUIRED: {
    zh: '联系户须归属一个党员中心户，所选党组织不是党员中心户，请重新选择。',
    en: 'A household is contacted by a member hub; the chosen organisation is not one. Choose a hub.',
  },
  DICTIONARY_MISMATCH: {
    zh: '所选字典项“{{title}}”不属于该字典，请重新选择。',
    en: 'Dictionary item "{{title}}" belongs to another dictionary; choose another.',
  },
  CHOICES_OF_DICTIONARY: {
    zh: '“{{field}}”的选项来自字典“{{dictionary}}”，请在“字典”页面新增、改名或停用（{{options}}）；这里只能改颜色。',
    en: 'The options of "{{field}}" come from the dictionary "{{dictionary}}": add, rename or disable them on the page Dictionaries ({{options}}). Only colours are changed here.',
  },
  DICTIONARY_CODE_IN_USE: {
    zh: '“{{title}}”的代码“{{code}}”正被{{blockers}}使用，不能修改或移到别的字典；可以改名称，或停用后另建一项。',
    en: 'Code "{{code}}" of "{{title}}" is used by {{blockers}}, so it cannot be changed or moved to another dictionary. Change the title, or disable the item and add another.',
  },
  DICTIONARY_CODE_NEEDED: {
    zh: '系统办理业务时要用到“{{title}}”（代码“{{code}}”），不能删除，也不能修改代码；可以改名称或停用。',
    en: 'The system itself uses "{{title}}" (code "{{code}}"): it cannot be deleted, nor its code changed. Change its title or disable it.',
  },
  CHOICE_NOT_OFFERED: {
    zh: '“{{field}}”的选项“{{value}}”已停用，可选：{{expected}}。',
    en: '"{{value}}" of "{{field}}" is disabled; choose among: {{expected}}.',
  },
  CHOICE_UNKNOWN: {
    zh: '“{{field}}”没有“{{value}}”这个选项，应为：{{expected}}。',
    en: '"{{value}}" is no choice of "{{field}}"; expected one of: {{expected}}.',
  },
  IDENTITY_NUMBERS_OFF: {
    zh: '本系统没有启用身份证号登记，请不要填写“{{field}}”；确需启用请联系系统管理员。',
    en: 'ID numbers are not kept here: leave "{{field}}" blank, or ask the administrator to turn them on.',
  },
  IDENTITY_NUMBER_TAKEN: {
    zh: '该身份证号已登记在“{{name}}”名下，请直接使用已有的人员，不要重复登记。',
    en: 'This ID number belongs to "{{name}}", who is registered already; use that person.',
  },
  RECORD_IN_USE: {
    zh: '“{{name}}”正被{{blockers}}使用，不能删除，可改为停用。',
    en: '"{{name}}" is used by {{blockers}}, so it cannot be deleted; disable it instead.',
  },
} as const;
