import { flag, identifier, localized, select, text, wholeNumber } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { AREA_LEVEL_CHOICES } from '../areas/choices';
import { GRANTED_ROLE_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';

/** Posts a person can hold, and what holding one means. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxPostTypes',
    title: '岗位类型',
    titleField: 'title',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('code', '代码', { max: 50, required: true, unique: true }),
      text('title', '名称', { max: 50, required: true }),
      text('titleEn', '英文名称', { max: 100 }),
      select('level', '任职层级', AREA_LEVEL_CHOICES, { required: true }),
      flag('singleSeat', '一岗一人', { description: '同一区域同一时间只能有一人任此岗' }),
      select('grantsRole', '授予角色', GRANTED_ROLE_CHOICES),
      wholeNumber('sort', '排序', { defaultValue: 0 }),
      flag('enabled', '启用', { defaultValue: true }),
    ],
  }),
);
