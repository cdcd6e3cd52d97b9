import type { Template, TemplateColumn } from '@hongxin/plugin-foundation';
import type { ChoiceLabels, RollChoices, RollRow } from '@hongxin/rules/registration';
import type Database from '@nocobase/database';
import { MEMBER_REGISTRATIONS } from '../../constants';

type Column = TemplateColumn & { key: Exclude<keyof RollRow, 'row'> };

/** The field of a registration that a column fills. */
export const FIELD_OF: Readonly<Record<Column['key'], string>> = {
  personName: 'personName',
  phone: 'phone',
  position: 'position',
  estate: 'homeAreaId',
  building: 'homeAreaId',
  doorNumber: 'doorNumber',
  skills: 'skills',
  serviceIntentions: 'serviceIntentions',
  availableTimes: 'availableTimes',
  consent: 'consentVersion',
};

/** Choices of a field that are offered, as the administrator left them: code by label. */
function labelsOf(db: Database, field: string): ChoiceLabels {
  const { uiSchema } = db.getCollection(MEMBER_REGISTRATIONS).getField(field).options as {
    uiSchema?: { enum?: { value: string; label: string; disabled?: boolean }[] };
  };
  const offered = (uiSchema?.enum ?? []).filter(({ disabled }) => !disabled);
  return new Map(offered.map(({ value, label }) => [label, value]));
}

export function rollChoices(db: Database): RollChoices {
  return {
    skills: labelsOf(db, 'skills'),
    serviceIntentions: labelsOf(db, 'serviceIntentions'),
    availableTimes: labelsOf(db, 'availableTimes'),
  };
}

/** Columns of the sheet a liaison fills in. Headers are Chinese: they are what the file is known by. */
export function rollColumns(choices: RollChoices): readonly Column[] {
  const several = { several: true, hint: '可多选，用顿号分隔', width: 22 };
  return [
    { key: 'personName', header: '姓名', width: 10 },
    { key: 'phone', header: '联系电话', width: 16 },
    { key: 'position', header: '职务', width: 14 },
    { key: 'estate', header: '居住小区', width: 20, hint: '填写小区全称，如“锦里7号小区”' },
    { key: 'building', header: '居住楼栋', width: 14, hint: '如“3号楼”' },
    { key: 'doorNumber', header: '门牌号', width: 12 },
    { key: 'skills', header: '特长', choices: [...choices.skills.keys()], ...several },
    { key: 'serviceIntentions', header: '服务意向', choices: [...choices.serviceIntentions.keys()], ...several },
    { key: 'availableTimes', header: '可服务时间', choices: [...choices.availableTimes.keys()], ...several },
    { key: 'consent', header: '本人已签告知书', choices: ['是', '否'], width: 16 },
  ];
}

export function rollTemplate(choices: RollChoices): Template {
  return {
    sheet: '在职党员',
    columns: rollColumns(choices),
    explanation: [
      '在职党员批量报到模板：一行一人，请在“在职党员”表中填写，不要改动表头。',
      '姓名、联系电话、居住小区、居住楼栋必填；小区和楼栋按系统中的名称填写。',
      '“本人已签告知书”填“是”，表示本人已签署《在职党员报到个人信息处理告知书》；未签署的不能代为报到。',
      '特长、服务意向、可服务时间可多选，用顿号分隔，选项见“选项”表。',
      '上传后先逐行核对，有问题的行会逐条列出，全部通过后才会一次办理，不会只办一半。',
      '请粘贴“值”，不要使用公式；一次最多2000行，文件不超过5MB。',
    ],
  };
}
