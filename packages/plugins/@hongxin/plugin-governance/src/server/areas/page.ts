import { tablePage } from '../common/pages/table-page';

const FIELDS = [
  'name',
  'parent',
  'code',
  'level',
  'estateType',
  'householdCount',
  'address',
  'featured',
  'featureName',
  'description',
];

/** 区域: the area tree as a table, with what lies below and who is in charge. */
export const areasPage = tablePage({
  name: 'areas',
  version: 2,
  title: '区域',
  icon: 'EnvironmentOutlined',
  sort: 102,
  tabs: [
    {
      title: '区域',
      table: {
        key: 'areas',
        byArea: true,
        collection: 'hxAreas',
        noun: '区域',
        fields: ['name', 'code', 'level', 'parent', 'estateType', 'householdCount', 'featured'],
        formFields: FIELDS,
        related: [
          {
            title: '下级区域',
            relation: 'children',
            collection: 'hxAreas',
            fields: ['name', 'code', 'level', 'householdCount'],
          },
          {
            title: '党组织',
            relation: 'organizations',
            collection: 'hxOrganizations',
            fields: ['name', 'level', 'formation', 'status'],
          },
          {
            title: '任职',
            relation: 'posts',
            collection: 'hxPosts',
            fields: ['person', 'postType', 'startsOn', 'endsOn'],
          },
        ],
        sort: 'code',
        canDelete: true,
        sheet: {
          explain:
            '填写区划代码即可，上级区域与层级由系统按代码确定；街道9位，社区12位，小区15位，楼栋18位，单元20位。整表一次导入，有一行不合格则全部不导入。',
          columns: [
            { field: 'code', title: '区划代码' },
            { field: 'name', title: '名称' },
            { field: 'estateType', title: '小区类型' },
            { field: 'householdCount', title: '户数' },
            { field: 'address', title: '地址' },
            { field: 'featureName', title: '特色名称' },
            { field: 'description', title: '说明' },
          ],
        },
      },
    },
  ],
});
