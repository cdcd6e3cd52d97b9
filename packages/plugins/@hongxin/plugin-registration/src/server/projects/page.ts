import type { ListOptions } from '@hongxin/plugin-foundation';
import hxClaims from '../claims/collection';
import { claimProcess } from '../claims/process';
import { ALL_OR_NOTHING, AREA_CODE, listPage, UNIT_NAME } from '../common/pages';
import { needsToClaim } from '../needs/page';
import { resourceList } from '../resources/lists';
import hxCoProjects from './collection';
import { projectProcess } from './process';

const FORM = [
  { key: 'what', title: '项目', fields: ['title', 'need', 'resource', 'unit', 'area'] },
  {
    key: 'how',
    title: '实施',
    fields: ['personInCharge', 'personInChargePhone', 'measures', 'startsOn', 'deadline', 'headCount'],
  },
];
const ADD = { save: '存为草稿', submit: 'claim' };

const projects = {
  collection: hxCoProjects,
  process: projectProcess,
  noun: '项目',
  order: '-id',
  details: [
    { key: 'state', title: '状态', fields: ['number', 'state', 'progress', 'progressNote'] },
    ...FORM,
    { key: 'effect', title: '成效与评价', fields: ['effect', 'satisfaction', 'ratingComment'] },
  ],
} satisfies ListOptions;

/** Projects of the area: what the community has to agree to, what goes on, all; and the resources (desktop). */
export const projectsPage = listPage({
  ...projects,
  name: 'co-projects',
  version: 5,
  title: '共建项目',
  icon: 'ProjectOutlined',
  sort: 250,
  fields: ['number', 'title', 'state', 'unit', 'area', 'deadline', 'progress'],
  form: FORM,
  add: ADD,
  tabs: [
    { key: 'toAgree', title: '待同意', states: ['claimed'] },
    { key: 'underWay', title: '实施中', states: ['inProgress', 'awaitingRating'] },
    { key: 'all', title: '全部' },
    {
      ...resourceList,
      key: 'resources',
      title: '资源清单',
      fields: ['number', 'title', 'state', 'kind', 'unit', 'area', 'availableTo'],
    },
  ],
  sheet: {
    explain: `需求按编号、单位按名称、所在区域按区划代码匹配；编号、状态、进度和成效由系统填写，新增的行留空。${ALL_OR_NOTHING}`,
    columns: [
      ['number', '编号'],
      ['title', '项目'],
      'state',
      ['need.number', '需求编号'],
      UNIT_NAME,
      AREA_CODE,
      ['personInCharge', '负责人'],
      'personInChargePhone',
      ['measures', '实施办法'],
      'startsOn',
      'deadline',
      'headCount',
      ['progress', '进度（%）'],
      ['effect', '成效'],
      'satisfaction',
    ],
  },
});

/** The liaison's side: needs to take on, own projects, own resources, own claims (desktop). */
export const unitProjectsPage = listPage({
  name: 'unit-co-projects',
  version: 3,
  roles: ['hx-unit'],
  title: '共建服务',
  icon: 'ProjectOutlined',
  sort: 250,
  tabs: [
    {
      ...needsToClaim,
      key: 'needs',
      title: '待认领需求',
      states: ['published'],
      fields: ['title', 'serviceClass', 'area', 'peopleWanted', 'wantedBy'],
    },
    {
      ...projects,
      key: 'projects',
      title: '本单位项目',
      fields: ['number', 'title', 'state', 'need', 'area', 'deadline', 'progress'],
      form: FORM,
      add: { ...ADD, button: '认领需求' },
    },
    {
      ...resourceList,
      key: 'resources',
      title: '本单位资源',
      fields: ['number', 'title', 'state', 'kind', 'area', 'availableTo'],
      sheet: undefined,
    },
    {
      key: 'claims',
      title: '岗位认领',
      collection: hxClaims,
      process: claimProcess,
      fields: ['post', 'state', 'area', 'places', 'claimedAt'],
      order: '-id',
      form: [{ key: 'post', title: '岗位', fields: ['post', 'places'] }],
      add: { title: '认领岗位', save: '认领' },
      edit: false,
      details: false,
    },
  ],
});

/** The liaison's needs to take on and own projects on a phone: claim, report progress, finish. */
export const unitProjectsMobilePage = listPage({
  ...projects,
  name: 'mobile-unit-projects',
  version: 3,
  phone: true,
  roles: ['hx-unit'],
  title: '共建项目',
  icon: 'ProjectOutlined',
  sort: 250,
  fields: ['state', 'title', 'area', 'deadline', 'progress'],
  tabs: [{ key: 'projects' }, { ...needsToClaim, key: 'needs', title: '待认领需求', states: ['published'] }],
});
