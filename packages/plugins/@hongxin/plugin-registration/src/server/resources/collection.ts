import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  day,
  identifier,
  localized,
  longText,
  multipleSelect,
  place,
  select,
  stateField,
  text,
  wholeNumber,
  yearOfRecord,
} from '@hongxin/plugin-foundation';
import { SKILL_CHOICES } from '@hongxin/plugin-governance';
import { AVAILABLE_TIME_CHOICES } from '../common/choices';
import { RESOURCE_KIND_CHOICES } from '../common/choices-of-lists';
import { REGISTRATION, RESOURCES, UNITS } from '../constants';
import { resourceProcess } from './process';

/** What units can bring (资源清单). */
export default defineCollection(
  localized(REGISTRATION, {
    name: RESOURCES,
    title: '资源',
    titleField: 'title',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('number', '资源编号', { max: 50, unique: true, readOnly: true }),
      stateField(resourceProcess),
      yearOfRecord(),
      text('title', '资源名称', { max: 100, required: true }),
      select('kind', '资源类型', RESOURCE_KIND_CHOICES, { required: true, index: true }),
      ...belongsTo('unit', UNITS, '提供单位', { required: true }),
      ...place('服务区域', { required: true }),
      ...belongsTo('serviceClass', 'hxDictionaryItems', '服务类别', { label: 'title' }),
      multipleSelect('skills', '专业特长', SKILL_CHOICES),
      wholeNumber('quantity', '数量', { min: 1, max: 1_000_000 }),
      text('quantityUnit', '计量单位', { max: 20 }),
      day('availableFrom', '可用开始'),
      day('availableTo', '可用结束'),
      multipleSelect('times', '可用时间', AVAILABLE_TIME_CHOICES),
      longText('conditions', '使用条件', { max: 1000 }),
      ...byServer(...belongsTo('owner', 'users', '单位联络员', { label: 'nickname', onDelete: 'SET NULL' })),
    ],
  }),
);
