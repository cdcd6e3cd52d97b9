import { MECHANISM_REASONS, reasonMaker } from '@hongxin/rules/mechanism';
import { AREA_REASONS } from '../areas/reasons';
import { ORGANIZATION_REASONS } from '../organizations/reasons';

/** Messages of the reasons that need the database to be found. */
export const POST_REASONS = {
  TERM_INVALID: {
    zh: '任期起止日期不正确，请核对。',
    en: 'The dates of the term are not right; check them.',
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
} as const;

export const postReason = reasonMaker(MECHANISM_REASONS, AREA_REASONS, ORGANIZATION_REASONS, POST_REASONS);
