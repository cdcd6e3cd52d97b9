import type { ListOptions } from '@hongxin/plugin-foundation';
import { ALL_OR_NOTHING, AREA_CODE, listPage } from '../common/pages';
import hxNeeds from './collection';
import { needProcess } from './process';

const WANTED = { key: 'wanted', title: '希望的帮助', fields: ['peopleWanted', 'skills', 'times', 'wantedBy'] };
const CONTACT = { key: 'contact', title: '联系方式', fields: ['contactName', 'contactPhone'] };
const RESULT = {
  key: 'result',
  title: '办理与评价',
  fields: ['reviewOpinion', 'result', 'satisfaction', 'ratingComment'],
};
const what = (...fields: readonly string[]) => ({ key: 'what', title: '需求', fields });

/** What units and members see of a need, and 认领; the most urgent first. */
export const needsToClaim = {
  collection: hxNeeds,
  fields: ['state', 'title', 'serviceClass', 'area', 'peopleWanted', 'wantedBy'],
  order: 'wantedBy',
  details: [what('number', 'state', 'title', 'serviceClass', 'area', 'description'), WANTED],
  press: 'HxClaimNeedActionModel',
} satisfies ListOptions;

/** The community's list of needs: what waits for review, what goes on, all (desktop). */
export const needsPage = listPage({
  name: 'needs',
  version: 5,
  title: '需求清单',
  icon: 'UnorderedListOutlined',
  sort: 240,
  collection: hxNeeds,
  process: needProcess,
  fields: ['number', 'title', 'state', 'serviceClass', 'area', 'source', 'wantedBy'],
  form: [what('title', 'serviceClass', 'description', 'area', 'source'), WANTED, CONTACT],
  add: { title: '登记需求' },
  details: [what('number', 'state', 'title', 'serviceClass', 'area', 'source', 'description'), WANTED, CONTACT, RESULT],
  // what may help, and why: a short summary of the need, the proposals below it
  popups: [
    {
      key: 'match',
      button: '匹配',
      title: '匹配建议',
      record: { key: 'wanted', fields: ['title', 'serviceClass', 'area', 'skills', 'times', 'wantedBy'] },
      below: 'HxNeedMatchesBlockModel',
    },
  ],
  tabs: [
    { key: 'toReview', title: '待审核', states: ['raised', 'reviewed'], order: 'id' },
    {
      key: 'underWay',
      title: '办理中',
      states: ['published', 'claimed', 'inProgress', 'awaitingRating'],
      order: '-id',
    },
    { key: 'all', title: '全部', order: '-id' },
    { key: 'poster', title: '居民扫码', block: 'HxNeedPosterBlockModel' },
  ],
  sheet: {
    explain: `服务类别按名称、所在区域按区划代码匹配；编号、状态和办理结果由系统填写，新增的行留空。${ALL_OR_NOTHING}`,
    columns: [
      ['number', '编号'],
      ['title', '需求'],
      'state',
      'serviceClass.title',
      'description',
      AREA_CODE,
      ['source', '来源'],
      'peopleWanted',
      'wantedBy',
      'contactName',
      'contactPhone',
      'result',
      'satisfaction',
    ],
  },
});

/** A resident with an account: what I raised, and raising something new (phone). */
export const myNeedsPage = listPage({
  name: 'mobile-my-needs',
  version: 2,
  phone: true,
  roles: ['hx-resident'],
  title: '我的需求',
  icon: 'UnorderedListOutlined',
  sort: 240,
  collection: hxNeeds,
  process: needProcess,
  fields: ['state', 'number', 'title', 'area', 'result'],
  order: '-id',
  form: [
    what('title', 'description', 'area'),
    { key: 'wanted', title: '时间', fields: ['times', 'wantedBy'] },
    CONTACT,
  ],
  add: { title: '提出需求', save: '提交' },
  edit: false,
  details: [what('number', 'state', 'title', 'area', 'description'), RESULT],
  tabs: [{ key: 'mine' }],
});
