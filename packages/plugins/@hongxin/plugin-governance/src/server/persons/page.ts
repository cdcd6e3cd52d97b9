import type { ListOptions } from '@hongxin/plugin-foundation';
import { ALL_OR_NOTHING, listPage } from '../common/pages';
import hxPosts from '../posts/collection';
import hxPersons from './collection';

const SERVICE = ['stewardCategory', 'governingKind', 'skills', 'note'];

const people = {
  collection: hxPersons,
  order: 'areaCode',
  form: ['name', 'gender', 'phone', 'politicalStatus', 'birthYear', 'area', 'doorNumber', ...SERVICE],
  details: [
    {
      key: 'person',
      title: '基本信息',
      fields: ['name', 'gender', 'politicalStatus', 'birthYear', 'phone', 'area', 'doorNumber'],
    },
    { key: 'service', title: '参与治理', fields: SERVICE },
  ],
  related: [
    { relation: 'posts', collection: hxPosts, fields: ['postType', 'organization', 'area', 'startsOn', 'endsOn'] },
  ],
} satisfies ListOptions;

/** 人员: everyone the structure knows; phone and door number are masked. */
export const personsPage = listPage({
  ...people,
  name: 'persons',
  version: 3,
  title: '人员',
  icon: 'TeamOutlined',
  sort: 104,
  fields: ['name', 'gender', 'politicalStatus', 'area', 'phone', 'stewardCategory', 'governingKind'],
  canDelete: true,
  rowActions: ['HxInviteActionModel'],
  tabs: [{ key: 'persons' }],
  sheet: {
    explain: `居住楼栋按区划代码、红管家类别和共治主体按名称匹配。${ALL_OR_NOTHING}`,
    columns: [
      'name',
      'gender',
      'phone',
      'politicalStatus',
      'birthYear',
      ['area.code', '居住区域代码'],
      'doorNumber',
      'stewardCategory.title',
      'governingKind.title',
      'skills',
    ],
  },
});

/** 善治红管家: the people of the five old and four new kinds [seed]. */
export const stewardsPage = listPage({
  ...people,
  name: 'stewards',
  version: 2,
  title: '善治红管家',
  icon: 'HeartOutlined',
  sort: 107,
  noun: '红管家',
  fields: ['name', 'stewardCategory', 'gender', 'politicalStatus', 'area', 'skills', 'phone'],
  filter: [{ path: 'stewardCategoryId', operator: '$notEmpty', value: true }],
  tabs: [{ key: 'stewards' }],
});
