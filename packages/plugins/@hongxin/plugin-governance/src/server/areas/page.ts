import { ALL_OR_NOTHING, listPage } from '../common/pages';
import hxOrganizations from '../organizations/collection';
import hxPosts from '../posts/collection';
import hxAreas from './collection';

const FEATURE = ['featured', 'featureName', 'description'];

/** 区域: the area tree as a table, with what lies below and who is in charge. */
export const areasPage = listPage({
  name: 'areas',
  version: 2,
  title: '区域',
  icon: 'EnvironmentOutlined',
  sort: 102,
  collection: hxAreas,
  fields: ['name', 'code', 'level', 'parent', 'estateType', 'householdCount', 'featured'],
  order: 'code',
  byArea: true,
  form: ['name', 'parent', 'code', 'level', 'estateType', 'householdCount', 'address', ...FEATURE],
  details: [
    {
      key: 'area',
      title: '区域',
      fields: ['name', 'code', 'level', 'parent', 'estateType', 'householdCount', 'address'],
    },
    { key: 'feature', title: '特色', fields: FEATURE },
  ],
  related: [
    { relation: 'children', collection: hxAreas, fields: ['name', 'code', 'level', 'householdCount'] },
    { relation: 'organizations', collection: hxOrganizations, fields: ['name', 'level', 'formation', 'status'] },
    { relation: 'posts', collection: hxPosts, fields: ['person', 'postType', 'startsOn', 'endsOn'] },
  ],
  canDelete: true,
  tabs: [{ key: 'areas' }],
  sheet: {
    explain: `填写区划代码即可，上级区域与层级由系统按代码确定；街道9位，社区12位，小区15位，楼栋18位，单元20位。${ALL_OR_NOTHING}`,
    columns: ['code', 'name', 'estateType', 'householdCount', 'address', 'featureName', 'description'],
  },
});
