import { MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';

/** Messages of the reasons that need the database to be found. */
export const AREA_REASONS = {
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
} as const;

export const areaReason = reasonMaker(MECHANISM_REASONS, AREA_REASONS);
