import { ALL_OR_NOTHING, listPage } from '../common/pages';
import hxPosts from './collection';

const POST = {
  key: 'post',
  title: '任职',
  fields: ['person', 'postType', 'organization', 'area', 'startsOn', 'endsOn', 'selection'],
};
const PUBLICITY = { key: 'publicity', title: '公示', fields: ['publicityFrom', 'publicityTo'] };
const DUTIES = { key: 'duties', title: '职责与服务', fields: ['duties', 'services', 'note'] };

/** 任职: who holds which post where, with terms; ended terms stay as history. */
export const postsPage = listPage({
  name: 'posts',
  version: 2,
  title: '任职',
  icon: 'IdcardOutlined',
  sort: 105,
  collection: hxPosts,
  fields: ['person', 'postType', 'area', 'organization', 'startsOn', 'endsOn', 'selection'],
  order: '-startsOn',
  form: [...POST.fields, ...PUBLICITY.fields, ...DUTIES.fields],
  details: [POST, PUBLICITY, DUTIES],
  tabs: [{ key: 'posts' }],
  sheet: {
    explain: `人员按姓名（全市唯一时）、岗位按名称、党组织按名称、任职区域按区划代码匹配。${ALL_OR_NOTHING}`,
    columns: [
      ['person.name', '姓名'],
      'postType.title',
      ['organization.name', '党组织名称'],
      ['area.code', '任职区域代码'],
      'startsOn',
      'endsOn',
      'selection',
    ],
  },
});
