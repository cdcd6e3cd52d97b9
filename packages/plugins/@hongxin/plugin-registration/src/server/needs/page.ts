import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { NEEDS } from '../constants';
import {
  addAction,
  areaSteps,
  classSteps,
  detailsAction,
  editAction,
  joined,
  listTab,
} from '../common/pages/list-parts';
import { GROUP, ownPartsOf } from '../common/pages/parts';
import { NEED_SHEET } from '../common/pages/sheets';

export const NEED_FORM = [
  { key: 'what', title: '需求', fields: ['title', 'serviceClass', 'description', 'area', 'source'] },
  { key: 'wanted', title: '希望的帮助', fields: ['peopleWanted', 'skills', 'times', 'wantedBy'] },
  { key: 'contact', title: '联系方式', fields: ['contactName', 'contactPhone'] },
];
export const NEED_DETAILS = [
  { key: 'what', title: '需求', fields: ['number', 'state', 'title', 'serviceClass', 'area', 'source', 'description'] },
  { key: 'wanted', title: '希望的帮助', fields: ['peopleWanted', 'skills', 'times', 'wantedBy'] },
  { key: 'contact', title: '联系方式', fields: ['contactName', 'contactPhone'] },
  { key: 'result', title: '办理与评价', fields: ['reviewOpinion', 'result', 'satisfaction', 'ratingComment'] },
];
/** What units and members see of a need. */
export const PUBLIC_NEED = [
  { key: 'what', title: '需求', fields: ['number', 'state', 'title', 'serviceClass', 'area', 'description'] },
  NEED_DETAILS[1],
];

/** A phone's tab of needs that may be claimed, the most urgent first; `claimButtons('needs')` go with it. */
export const needsToClaim = (title: string, states: readonly string[]) =>
  listTab({
    key: 'needs',
    title,
    collection: NEEDS,
    states,
    fields: ['state', 'title', 'serviceClass', 'area', 'peopleWanted', 'wantedBy'],
    sort: 'wantedBy',
    direction: 'asc',
    isPhone: true,
    recordActions: [detailsAction('需求详情', PUBLIC_NEED)],
  });

const TABS = [
  { key: 'toReview', title: '待审核', states: ['raised', 'reviewed'], direction: 'asc' as const },
  {
    key: 'underWay',
    title: '办理中',
    states: ['published', 'claimed', 'inProgress', 'awaitingRating'],
    direction: 'desc' as const,
  },
  { key: 'all', title: '全部', states: [], direction: 'desc' as const },
];
const FIELDS = ['number', 'title', 'state', 'serviceClass', 'area', 'source', 'wantedBy'];

/** What may help, and why: a short summary of the need, the proposals below it (own block). */
const matchAction = {
  key: 'match',
  type: 'view',
  title: '匹配',
  popup: {
    title: '匹配建议',
    blocks: [
      {
        key: 'wanted',
        type: 'details',
        resource: { binding: 'currentRecord' },
        fields: ['title', 'serviceClass', 'area', 'skills', 'times', 'wantedBy'],
      },
    ],
  },
};

/** The community's list of needs: what waits for review, what goes on, all (desktop). */
export const needsPage: PageSeed = {
  key: 'registration/needs',
  version: 5,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '需求清单', icon: 'UnorderedListOutlined' },
  sort: 240,
  blueprint: {
    tabs: [
      ...TABS.map((tab) =>
        listTab({
          ...tab,
          collection: NEEDS,
          fields: FIELDS,
          sort: 'id',
          actions: ['filter', 'refresh', addAction('add', '登记需求', NEEDS, NEED_FORM)],
          recordActions: [detailsAction('需求详情', NEED_DETAILS), matchAction, editAction('修改需求', NEED_FORM)],
        }),
      ),
      { key: 'poster', title: '居民扫码', blocks: [] },
    ],
  },
  ...joined(...TABS.map(({ key }) => ownPartsOf(key, key)), {
    ownBlocks: [
      ...TABS.map(({ key }) => ({
        tab: key,
        popup: `${key}.match`,
        place: 'bottom' as const,
        use: 'HxNeedMatchesBlockModel',
      })),
      { tab: 'poster', place: 'top', use: 'HxNeedPosterBlockModel' },
    ],
    ownActions: [...TABS.map(({ key }) => areaFilter(key)), ...sheetActions('all', NEED_SHEET)],
  }),
  fieldSteps: TABS.flatMap(({ key }) =>
    ['add', 'edit'].flatMap((action) => [classSteps(`${key}.${action}.form`), areaSteps(`${key}.${action}.form`)]),
  ),
};

const RAISE_FORM = [
  { key: 'what', title: '需求', fields: ['title', 'description', 'area'] },
  { key: 'wanted', title: '时间', fields: ['times', 'wantedBy'] },
  { key: 'contact', title: '联系方式', fields: ['contactName', 'contactPhone'] },
];

/** A resident with an account: what I raised, and raising something new (phone). */
export const myNeedsPage: PageSeed = {
  key: 'registration/mobile-my-needs',
  version: 2,
  layout: 'mobile',
  roles: ['hx-resident'],
  item: { title: '我的需求', icon: 'UnorderedListOutlined' },
  sort: 240,
  blueprint: {
    tabs: [
      listTab({
        key: 'mine',
        title: '我的需求',
        collection: NEEDS,
        states: [],
        fields: ['state', 'number', 'title', 'area', 'result'],
        sort: 'id',
        direction: 'desc',
        isPhone: true,
        actions: ['refresh', addAction('add', '提出需求', NEEDS, RAISE_FORM, '提交')],
        recordActions: [
          detailsAction('需求详情', [
            { ...NEED_DETAILS[0], fields: ['number', 'state', 'title', 'area', 'description'] },
            NEED_DETAILS[3],
          ]),
        ],
      }),
    ],
  },
  ...ownPartsOf('mine', 'mine'),
  fieldSteps: [areaSteps('mine.add.form')],
};
