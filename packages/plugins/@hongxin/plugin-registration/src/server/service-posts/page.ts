import hxClaims from '../claims/collection';
import { claimProcess } from '../claims/process';
import { AREA_NAME, listPage } from '../common/pages';
import hxServicePosts from './collection';
import { servicePostProcess } from './process';

const FORM = [
  { key: 'what', title: '岗位', fields: ['title', 'serviceClass', 'description', 'need'] },
  { key: 'where', title: '时间地点', fields: ['area', 'location', 'startsAt', 'endsAt', 'claimBy'] },
  { key: 'who', title: '人员', fields: ['headCount', 'skills', 'contactName', 'contactPhone', 'checkInCode'] },
];

/** The host's posts and who has claimed them (desktop). */
export const servicePostsPage = listPage({
  name: 'service-posts',
  version: 4,
  title: '服务岗位',
  icon: 'CalendarOutlined',
  sort: 260,
  collection: hxServicePosts,
  process: servicePostProcess,
  noun: '岗位',
  fields: ['title', 'state', 'serviceClass', 'area', 'startsAt', 'claimedCount', 'headCount'],
  form: FORM,
  add: { save: '存为草稿', submit: 'publish' },
  details: [{ key: 'state', title: '状态', fields: ['number', 'state', 'claimedCount'] }, ...FORM],
  tabs: [
    { key: 'open', title: '招募中', states: ['draft', 'open'], order: 'startsAt' },
    { key: 'all', title: '全部', order: '-startsAt' },
    {
      key: 'claims',
      title: '认领情况',
      collection: hxClaims,
      process: claimProcess,
      fields: ['post', 'memberName', 'state', 'unit', 'places', 'claimedAt', 'checkedInAt'],
      order: '-id',
      sheet: {
        columns: ['memberName', ['post.title', '岗位'], 'state', AREA_NAME, ['places', '名额'], 'claimedAt'],
      },
    },
  ],
});
