import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { CLAIMS, CO_PROJECTS, NEEDS, RESOURCES } from '../constants';
import {
  addAction,
  areaSteps,
  claimButtons,
  classSteps,
  detailsAction,
  editAction,
  joined,
  listTab,
  stateSteps,
  stepButton,
  submitButton,
} from '../common/pages/list-parts';
import { needsToClaim, PUBLIC_NEED } from '../needs/page';
import { GROUP, ownPartsOf } from '../common/pages/parts';
import { PROJECT_SHEET, RESOURCE_SHEET } from '../common/pages/sheets';

const RESOURCE_FORM = [
  { key: 'what', title: '资源', fields: ['title', 'kind', 'serviceClass', 'skills', 'quantity', 'quantityUnit'] },
  { key: 'where', title: '提供方与范围', fields: ['unit', 'area'] },
  { key: 'when', title: '时间与条件', fields: ['availableFrom', 'availableTo', 'times', 'conditions'] },
];
const RESOURCE_DETAILS = [{ key: 'state', title: '状态', fields: ['number', 'state'] }, ...RESOURCE_FORM];
const PROJECT_FORM = [
  { key: 'what', title: '项目', fields: ['title', 'need', 'resource', 'unit', 'area'] },
  {
    key: 'how',
    title: '实施',
    fields: ['personInCharge', 'personInChargePhone', 'measures', 'startsOn', 'deadline', 'headCount'],
  },
];
const PROJECT_DETAILS = [
  { key: 'state', title: '状态', fields: ['number', 'state', 'progress', 'progressNote'] },
  ...PROJECT_FORM,
  { key: 'effect', title: '成效与评价', fields: ['effect', 'satisfaction', 'ratingComment'] },
];
const PROJECT_FIELDS = ['number', 'title', 'state', 'unit', 'area', 'deadline', 'progress'];
const PROJECT_STATES = [
  { key: 'toAgree', title: '待同意', states: ['claimed'] },
  { key: 'underWay', title: '实施中', states: ['inProgress', 'awaitingRating'] },
  { key: 'all', title: '全部', states: [] },
];

const projectForm = (block: string) => [
  stateSteps(block, 'need', ['published']),
  stateSteps(block, 'resource', ['offered']),
  areaSteps(block),
];
const addProject = addAction('add', '新建项目', CO_PROJECTS, PROJECT_FORM, '存为草稿');
const addResource = addAction('add', '登记资源', RESOURCES, RESOURCE_FORM);
const editResource = editAction('修改资源', RESOURCE_FORM);
const editProject = editAction('修改项目', PROJECT_FORM);

/** Projects of the area: what the community has to agree to, what goes on, all; and the resources (desktop). */
export const projectsPage: PageSeed = {
  key: 'registration/co-projects',
  version: 5,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '共建项目', icon: 'ProjectOutlined' },
  sort: 250,
  blueprint: {
    tabs: [
      ...PROJECT_STATES.map((tab) =>
        listTab({
          ...tab,
          collection: CO_PROJECTS,
          fields: PROJECT_FIELDS,
          sort: 'id',
          direction: 'desc',
          actions: ['filter', 'refresh', addProject],
          recordActions: [detailsAction('项目详情', PROJECT_DETAILS), editProject],
        }),
      ),
      listTab({
        key: 'resources',
        title: '资源清单',
        collection: RESOURCES,
        states: [],
        fields: ['number', 'title', 'state', 'kind', 'unit', 'area', 'availableTo'],
        sort: 'id',
        direction: 'desc',
        actions: ['filter', 'refresh', addResource],
        recordActions: [detailsAction('资源详情', RESOURCE_DETAILS), editResource],
      }),
    ],
  },
  ...joined(...PROJECT_STATES.map(({ key }) => ownPartsOf(key, key)), ownPartsOf('resources', 'resources'), {
    ownBlocks: [],
    ownActions: [
      ...PROJECT_STATES.map(({ key }) => areaFilter(key)),
      areaFilter('resources'),
      ...PROJECT_STATES.map(({ key }) => submitButton(`${key}.add.form`, 'claim')),
      ...PROJECT_STATES.filter(({ states }) => states.length === 0).flatMap(({ key }) =>
        sheetActions(key, PROJECT_SHEET),
      ),
      ...sheetActions('resources', RESOURCE_SHEET),
    ],
  }),
  fieldSteps: [
    ...PROJECT_STATES.flatMap(({ key }) => [...projectForm(`${key}.add.form`), ...projectForm(`${key}.edit.form`)]),
    ...['add', 'edit'].flatMap((action) => [
      classSteps(`resources.${action}.form`),
      areaSteps(`resources.${action}.form`),
    ]),
  ],
};

/** The liaison's side: needs to take on, own projects, own resources, own claims (desktop). */
export const unitProjectsPage: PageSeed = {
  key: 'registration/unit-co-projects',
  version: 3,
  layout: 'desktop',
  roles: ['hx-unit'],
  group: GROUP,
  item: { title: '共建服务', icon: 'ProjectOutlined' },
  sort: 250,
  blueprint: {
    tabs: [
      listTab({
        key: 'needs',
        title: '待认领需求',
        collection: NEEDS,
        states: ['published'],
        fields: ['title', 'serviceClass', 'area', 'peopleWanted', 'wantedBy'],
        sort: 'wantedBy',
        direction: 'asc',
        actions: ['filter', 'refresh'],
        recordActions: [detailsAction('需求详情', PUBLIC_NEED)],
      }),
      listTab({
        key: 'projects',
        title: '本单位项目',
        collection: CO_PROJECTS,
        states: [],
        fields: ['number', 'title', 'state', 'need', 'area', 'deadline', 'progress'],
        sort: 'id',
        direction: 'desc',
        actions: ['filter', 'refresh', { ...addProject, title: '认领需求' }],
        recordActions: [detailsAction('项目详情', PROJECT_DETAILS), editProject],
      }),
      listTab({
        key: 'resources',
        title: '本单位资源',
        collection: RESOURCES,
        states: [],
        fields: ['number', 'title', 'state', 'kind', 'area', 'availableTo'],
        sort: 'id',
        direction: 'desc',
        actions: ['filter', 'refresh', addResource],
        recordActions: [detailsAction('资源详情', RESOURCE_DETAILS), editResource],
      }),
      listTab({
        key: 'claims',
        title: '岗位认领',
        collection: CLAIMS,
        states: [],
        fields: ['post', 'state', 'area', 'places', 'claimedAt'],
        sort: 'id',
        direction: 'desc',
        actions: [
          'filter',
          'refresh',
          addAction('add', '认领岗位', CLAIMS, [{ key: 'post', title: '岗位', fields: ['post', 'places'] }], '认领'),
        ],
        recordActions: [],
      }),
    ],
  },
  ...joined(ownPartsOf('projects', 'projects'), ownPartsOf('resources', 'resources'), {
    ownBlocks: [],
    ownActions: [submitButton('projects.add.form', 'claim'), stepButton('claims'), ...claimButtons('needs')],
  }),
  fieldSteps: [
    ...projectForm('projects.add.form'),
    ...projectForm('projects.edit.form'),
    ...['add', 'edit'].flatMap((action) => [
      classSteps(`resources.${action}.form`),
      areaSteps(`resources.${action}.form`),
    ]),
    stateSteps('claims.add.form', 'post', ['open']),
  ],
};

/** The liaison's needs to take on and own projects on a phone: claim, report progress, finish. */
export const unitProjectsMobilePage: PageSeed = {
  key: 'registration/mobile-unit-projects',
  version: 3,
  layout: 'mobile',
  roles: ['hx-unit'],
  item: { title: '共建项目', icon: 'ProjectOutlined' },
  sort: 250,
  blueprint: {
    tabs: [
      listTab({
        key: 'projects',
        title: '共建项目',
        collection: CO_PROJECTS,
        states: [],
        fields: ['state', 'title', 'area', 'deadline', 'progress'],
        sort: 'id',
        direction: 'desc',
        isPhone: true,
        recordActions: [detailsAction('项目详情', PROJECT_DETAILS)],
      }),
      needsToClaim('待认领需求', ['published']),
    ],
  },
  ...joined(ownPartsOf('projects', 'projects'), { ownBlocks: [], ownActions: claimButtons('needs') }),
};
