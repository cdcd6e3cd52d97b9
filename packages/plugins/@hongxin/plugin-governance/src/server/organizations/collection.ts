import {
  belongsTo,
  belongsToMany,
  day,
  hasMany,
  identifier,
  localized,
  place,
  select,
  text,
  wholeNumber,
} from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { FORMATION_CHOICES, ORGANIZATION_LEVEL_CHOICES, ORGANIZATION_STATUS_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';

/** Party organisations of five linked levels [seed]. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxOrganizations',
    title: '党组织',
    titleField: 'name',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('name', '名称', { max: 100, required: true, index: true }),
      select('level', '层级', ORGANIZATION_LEVEL_CHOICES, { required: true, index: true }),
      ...belongsTo('parent', 'hxOrganizations', '上级党组织', { tree: 'parent' }),
      hasMany('children', 'hxOrganizations', 'parentId', '下级党组织', { tree: 'children' }),
      select('formation', '组建方式', FORMATION_CHOICES, { defaultValue: 'single' }),
      ...place('所在区域'),
      belongsToMany('coveredAreas', 'hxAreas', '覆盖区域', {
        collection: 'hxOrganizationAreas',
        foreignKey: 'organizationId',
        otherKey: 'areaId',
      }),
      day('establishedOn', '成立日期'),
      wholeNumber('memberCount', '党员数', { max: 100_000 }),
      select('status', '状态', ORGANIZATION_STATUS_CHOICES, { defaultValue: 'active', index: true }),
      text('brand', '善治品牌', { max: 100 }),
      hasMany('posts', 'hxPosts', 'organizationId', '任职', { label: 'startsOn' }),
      hasMany('households', 'hxHouseholds', 'organizationId', '联系户', { label: 'headName' }),
    ],
  }),
);
