/** Columns of the sheets that tables are exported to, and imported from where people fill them in. */
import type { Sheet } from '@hongxin/plugin-foundation';

const AREA = { field: 'area', key: 'name', title: '所在区域' };
const AREA_BY_CODE = { field: 'area', key: 'code', title: '区域代码' };
const UNIT = { field: 'unit', key: 'name', title: '单位' };
const ALL_OR_NOTHING = '整表一次导入，有一行不合格则全部不导入。';

export const UNIT_SHEET: Sheet = {
  explain: `单位所在地按区划代码匹配。${ALL_OR_NOTHING}`,
  columns: [
    { field: 'name', title: '单位名称' },
    { field: 'kind', title: '单位类别' },
    { field: 'creditCode', title: '统一社会信用代码' },
    { field: 'superior', title: '隶属单位' },
    { field: 'partyOrganization', title: '单位党组织' },
    AREA_BY_CODE,
    { field: 'address', title: '地址' },
    { field: 'contactName', title: '联系人' },
    { field: 'contactPhone', title: '联系电话' },
    { field: 'memberCount', title: '在职党员数' },
  ],
};

export const RESOURCE_SHEET: Sheet = {
  explain: `单位和服务类别按名称、所在区域按区划代码匹配。${ALL_OR_NOTHING}`,
  columns: [
    { field: 'title', title: '资源名称' },
    { field: 'kind', title: '资源类型' },
    { field: 'serviceClass', key: 'title', title: '服务类别' },
    UNIT,
    AREA_BY_CODE,
    { field: 'quantity', title: '数量' },
    { field: 'quantityUnit', title: '计量单位' },
    { field: 'availableFrom', title: '可用自' },
    { field: 'availableTo', title: '可用至' },
    { field: 'conditions', title: '使用条件' },
  ],
};

export const TARGET_SHEET: Sheet = {
  explain: `适用区域按区划代码匹配；同一年度、区域、对象只能有一条。${ALL_OR_NOTHING}`,
  columns: [
    { field: 'year', title: '年度' },
    { field: 'subject', title: '对象' },
    AREA_BY_CODE,
    { field: 'hours', title: '服务时长（小时）' },
    { field: 'times', title: '服务次数' },
    { field: 'claims', title: '办结认领' },
    { field: 'note', title: '说明' },
  ],
};

export const MEMBER_REGISTRATION_SHEET: Sheet = {
  columns: [
    { field: 'number', title: '报到编号' },
    { field: 'personName', title: '姓名' },
    { field: 'state', title: '状态' },
    { field: 'phone', title: '联系电话' },
    UNIT,
    { field: 'position', title: '职务' },
    { field: 'homeArea', key: 'name', title: '居住楼栋' },
    AREA,
    { field: 'receiptNumber', title: '回执号' },
    { field: 'receiptAt', title: '回执时间' },
  ],
};

export const UNIT_REGISTRATION_SHEET: Sheet = {
  columns: [
    { field: 'number', title: '报到编号' },
    UNIT,
    { field: 'state', title: '状态' },
    AREA,
    { field: 'serviceTeam', title: '服务队' },
    { field: 'contactName', title: '联系人' },
    { field: 'contactPhone', title: '联系电话' },
    { field: 'registeredOn', title: '报到日期' },
    { field: 'receiptNumber', title: '回执号' },
  ],
};

export const NEED_SHEET: Sheet = {
  explain: `服务类别按名称、所在区域按区划代码匹配；编号、状态和办理结果由系统填写，新增的行留空。${ALL_OR_NOTHING}`,
  columns: [
    { field: 'number', title: '编号' },
    { field: 'title', title: '需求' },
    { field: 'state', title: '状态' },
    { field: 'serviceClass', key: 'title', title: '服务类别' },
    { field: 'description', title: '需求说明' },
    AREA_BY_CODE,
    { field: 'source', title: '来源' },
    { field: 'peopleWanted', title: '需要人数' },
    { field: 'wantedBy', title: '希望完成日期' },
    { field: 'contactName', title: '联系人' },
    { field: 'contactPhone', title: '联系电话' },
    { field: 'result', title: '办理结果' },
    { field: 'satisfaction', title: '满意度' },
  ],
};

export const PROJECT_SHEET: Sheet = {
  explain: `需求按编号、单位按名称、所在区域按区划代码匹配；编号、状态、进度和成效由系统填写，新增的行留空。${ALL_OR_NOTHING}`,
  columns: [
    { field: 'number', title: '编号' },
    { field: 'title', title: '项目' },
    { field: 'state', title: '状态' },
    { field: 'need', key: 'number', title: '需求编号' },
    UNIT,
    AREA_BY_CODE,
    { field: 'personInCharge', title: '负责人' },
    { field: 'personInChargePhone', title: '负责人电话' },
    { field: 'measures', title: '实施办法' },
    { field: 'startsOn', title: '开始日期' },
    { field: 'deadline', title: '完成期限' },
    { field: 'headCount', title: '需要人数' },
    { field: 'progress', title: '进度（%）' },
    { field: 'effect', title: '成效' },
    { field: 'satisfaction', title: '满意度' },
  ],
};

export const CLAIM_SHEET: Sheet = {
  columns: [
    { field: 'memberName', title: '党员' },
    { field: 'post', key: 'title', title: '岗位' },
    { field: 'state', title: '状态' },
    AREA,
    { field: 'places', title: '名额' },
    { field: 'claimedAt', title: '认领时间' },
  ],
};

export const SERVICE_RECORD_SHEET: Sheet = {
  columns: [
    { field: 'memberName', title: '党员' },
    UNIT,
    { field: 'post', key: 'title', title: '岗位' },
    { field: 'project', key: 'title', title: '项目' },
    { field: 'startsAt', title: '开始时间' },
    { field: 'endsAt', title: '结束时间' },
    { field: 'minutes', title: '时长（分钟）' },
    { field: 'origin', title: '来源' },
    { field: 'state', title: '状态' },
    { field: 'content', title: '服务内容' },
  ],
};

export const FEEDBACK_SHEET: Sheet = {
  columns: [
    { field: 'year', title: '年度' },
    { field: 'subjectName', title: '反馈对象' },
    { field: 'subject', title: '类别' },
    UNIT,
    AREA,
    { field: 'state', title: '状态' },
    { field: 'hours', title: '服务时长（小时）' },
    { field: 'times', title: '服务次数' },
    { field: 'claimsServed', title: '办结认领' },
    { field: 'total', title: '得分' },
    { field: 'grade', title: '等次' },
    { field: 'communityComment', title: '社区评语' },
  ],
};
