import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { CLAIMS, SERVICE_POSTS } from '../constants';
import {
  addAction,
  areaSteps,
  classSteps,
  detailsAction,
  editAction,
  joined,
  listTab,
  stateSteps,
  stepButton,
  submitButton,
} from '../common/pages/list-parts';
import { GROUP, ownPartsOf } from '../common/pages/parts';
import { CLAIM_SHEET } from '../common/pages/sheets';

const POST_FORM = [
  { key: 'what', title: '岗位', fields: ['title', 'serviceClass', 'description', 'need'] },
  { key: 'where', title: '时间地点', fields: ['area', 'location', 'startsAt', 'endsAt', 'claimBy'] },
  { key: 'who', title: '人员', fields: ['headCount', 'skills', 'contactName', 'contactPhone', 'checkInCode'] },
];
const POST_DETAILS = [{ key: 'state', title: '状态', fields: ['number', 'state', 'claimedCount'] }, ...POST_FORM];
const TABS = [
  { key: 'open', title: '招募中', states: ['draft', 'open'], direction: 'asc' as const },
  { key: 'all', title: '全部', states: [], direction: 'desc' as const },
];
const CLAIM_FIELDS = ['post', 'memberName', 'state', 'unit', 'places', 'claimedAt', 'checkedInAt'];

/** The host's posts and who has claimed them (desktop). */
export const servicePostsPage: PageSeed = {
  key: 'registration/service-posts',
  version: 4,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '服务岗位', icon: 'CalendarOutlined' },
  sort: 260,
  blueprint: {
    tabs: [
      ...TABS.map((tab) =>
        listTab({
          ...tab,
          collection: SERVICE_POSTS,
          fields: ['title', 'state', 'serviceClass', 'area', 'startsAt', 'claimedCount', 'headCount'],
          sort: 'startsAt',
          actions: ['filter', 'refresh', addAction('add', '新建岗位', SERVICE_POSTS, POST_FORM, '存为草稿')],
          recordActions: [detailsAction('岗位详情', POST_DETAILS), editAction('修改岗位', POST_FORM)],
        }),
      ),
      listTab({
        key: 'claims',
        title: '认领情况',
        collection: CLAIMS,
        states: [],
        fields: CLAIM_FIELDS,
        sort: 'id',
        direction: 'desc',
        recordActions: [],
      }),
    ],
  },
  ...joined(...TABS.map(({ key }) => ownPartsOf(key, key)), {
    ownBlocks: [],
    ownActions: [
      ...[...TABS.map(({ key }) => key), 'claims'].map(areaFilter),
      ...TABS.map(({ key }) => submitButton(`${key}.add.form`, 'publish')),
      stepButton('claims'),
      ...sheetActions('claims', CLAIM_SHEET),
    ],
  }),
  fieldSteps: TABS.flatMap(({ key }) =>
    ['add', 'edit'].flatMap((action) => {
      const block = `${key}.${action}.form`;
      return [classSteps(block), areaSteps(block), stateSteps(block, 'need', ['published', 'claimed', 'inProgress'])];
    }),
  ),
};
