import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  day,
  hasMany,
  identifier,
  localized,
  longText,
  moment,
  phone,
  place,
  select,
  stateField,
  text,
  wholeNumber,
  yearOfRecord,
} from '@hongxin/plugin-foundation';
import { SATISFACTION_CHOICES } from '../../shared/satisfaction';
import { CLAIMS, CO_PROJECTS, NEEDS, REGISTRATION, RESOURCES, UNITS } from '../constants';
import { projectProcess } from './process';

/** A need, the unit that takes it on and what it brings (项目清单). */
export default defineCollection(
  localized(REGISTRATION, {
    name: CO_PROJECTS,
    title: '共建项目',
    titleField: 'title',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('number', '项目编号', { max: 50, unique: true, readOnly: true }),
      stateField(projectProcess),
      yearOfRecord(),
      text('title', '项目名称', { max: 100, required: true }),
      ...belongsTo('need', NEEDS, '对应需求', { label: 'title' }),
      ...belongsTo('resource', RESOURCES, '投入资源', { label: 'title' }),
      ...belongsTo('unit', UNITS, '共建单位', { required: true }),
      ...place('项目区域'),
      text('personInCharge', '项目负责人', { max: 50 }),
      phone('personInChargePhone', '负责人电话'),
      longText('measures', '工作举措'),
      day('startsOn', '开始日期'),
      day('deadline', '完成期限'),
      wholeNumber('headCount', '需要人数', { min: 0, max: 1000, defaultValue: 0 }),
      wholeNumber('claimedCount', '已认领人数', { readOnly: true, defaultValue: 0 }),
      wholeNumber('progress', '完成进度（%）', { max: 100, defaultValue: 0, readOnly: true }),
      longText('progressNote', '最新进展', { readOnly: true }),
      longText('effect', '项目成效', { readOnly: true }),
      select('satisfaction', '满意度', SATISFACTION_CHOICES, { readOnly: true }),
      longText('ratingComment', '评价意见', { readOnly: true, max: 500 }),
      ...byServer(
        ...belongsTo('owner', 'users', '单位联络员', { label: 'nickname', onDelete: 'SET NULL' }),
        moment('claimedAt', '认领时间', { readOnly: true }),
        moment('closedAt', '办结时间', { readOnly: true }),
        hasMany('claims', CLAIMS, 'projectId', '认领', { label: 'id' }),
      ),
    ],
  }),
);
