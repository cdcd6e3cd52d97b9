import {
  belongsTo,
  flag,
  hasMany,
  identifier,
  localized,
  longText,
  select,
  text,
  wholeNumber,
} from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { AREA_LEVEL_CHOICES, ESTATE_TYPE_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';

/** The fixed tree of areas, city to unit; the code's digits are the tree [seed]. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxAreas',
    title: '区域',
    titleField: 'name',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('code', '区划代码', { max: 20, unique: true, description: '留空时由系统按上级区域自动编码' }),
      text('name', '名称', { max: 100, required: true, index: true }),
      select('level', '层级', AREA_LEVEL_CHOICES, { index: true }),
      ...belongsTo('parent', 'hxAreas', '上级区域', { tree: 'parent' }),
      hasMany('children', 'hxAreas', 'parentId', '下级区域', { tree: 'children' }),
      select('estateType', '小区类型', ESTATE_TYPE_CHOICES),
      wholeNumber('householdCount', '户数'),
      text('address', '地址', { max: 255 }),
      flag('featured', '特色楼栋'),
      text('featureName', '特色名称', { max: 100, description: '如善治角、特色楼栋名' }),
      longText('description', '说明'),
      hasMany('organizations', 'hxOrganizations', 'areaId', '党组织'),
      hasMany('posts', 'hxPosts', 'areaId', '任职', { label: 'startsOn' }),
    ],
  }),
);
