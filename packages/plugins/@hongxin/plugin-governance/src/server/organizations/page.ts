import type { ListOptions } from '@hongxin/plugin-foundation';
import { ALL_OR_NOTHING, listPage } from '../common/pages';
import hxPosts from '../posts/collection';
import hxOrganizations from './collection';

const NAMES = ['name', 'level', 'parent', 'area', 'formation', 'coveredAreas'];

export const organizations = {
  collection: hxOrganizations,
  order: 'areaCode',
  details: [
    { key: 'organization', title: '党组织', fields: NAMES },
    { key: 'state', title: '基本情况', fields: ['establishedOn', 'memberCount', 'status', 'brand'] },
  ],
} satisfies ListOptions;

/** 党组织: organisations of the five levels with their posts and households. */
export const organizationsPage = listPage({
  ...organizations,
  name: 'organizations',
  version: 2,
  title: '党组织',
  icon: 'ClusterOutlined',
  sort: 103,
  fields: ['name', 'level', 'area', 'parent', 'formation', 'memberCount', 'status'],
  form: [...NAMES, 'establishedOn', 'memberCount', 'status', 'brand'],
  related: [
    { relation: 'children', collection: hxOrganizations, fields: ['name', 'level', 'area', 'status'] },
    { relation: 'posts', collection: hxPosts, fields: ['person', 'postType', 'startsOn', 'endsOn', 'selection'] },
  ],
  canDelete: true,
  tabs: [{ key: 'organizations' }],
  sheet: {
    explain: `上级党组织按名称、所在区域按区划代码匹配，请先导入区域和上级党组织。${ALL_OR_NOTHING}`,
    columns: [
      'name',
      'level',
      ['parent.name', '上级党组织名称'],
      ['area.code', '所在区域代码'],
      'formation',
      'establishedOn',
      'memberCount',
      'brand',
    ],
  },
});
