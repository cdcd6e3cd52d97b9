import { tablePage } from '../common/pages/table-page';

const FIELDS = [
  'name',
  'level',
  'parent',
  'area',
  'formation',
  'coveredAreas',
  'establishedOn',
  'memberCount',
  'status',
  'brand',
];

/** 党组织: organisations of the five levels with their posts and households. */
export const organizationsPage = tablePage({
  name: 'organizations',
  version: 2,
  title: '党组织',
  icon: 'ClusterOutlined',
  sort: 103,
  tabs: [
    {
      title: '党组织',
      table: {
        key: 'organizations',
        byArea: true,
        collection: 'hxOrganizations',
        noun: '党组织',
        fields: ['name', 'level', 'area', 'parent', 'formation', 'memberCount', 'status'],
        formFields: FIELDS,
        related: [
          {
            title: '下级党组织',
            relation: 'children',
            collection: 'hxOrganizations',
            fields: ['name', 'level', 'area', 'status'],
          },
          {
            title: '任职',
            relation: 'posts',
            collection: 'hxPosts',
            fields: ['person', 'postType', 'startsOn', 'endsOn', 'selection'],
          },
        ],
        sort: 'areaCode',
        canDelete: true,
        sheet: {
          explain:
            '上级党组织按名称、所在区域按区划代码匹配，请先导入区域和上级党组织。整表一次导入，有一行不合格则全部不导入。',
          columns: [
            { field: 'name', title: '名称' },
            { field: 'level', title: '层级' },
            { field: 'parent', key: 'name', title: '上级党组织名称' },
            { field: 'area', key: 'code', title: '所在区域代码' },
            { field: 'formation', title: '组建方式' },
            { field: 'establishedOn', title: '成立日期' },
            { field: 'memberCount', title: '党员数' },
            { field: 'brand', title: '善治品牌' },
          ],
        },
      },
    },
  ],
});
