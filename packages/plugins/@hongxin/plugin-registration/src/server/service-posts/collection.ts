import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  calendarYear,
  hasMany,
  identifier,
  localized,
  longText,
  moment,
  multipleSelect,
  personName,
  phone,
  place,
  stateField,
  text,
  wholeNumber,
} from '@hongxin/plugin-foundation';
import { SKILL_CHOICES } from '@hongxin/plugin-governance';
import { CLAIMS, NEEDS, REGISTRATION, SERVICE_POSTS } from '../constants';
import { servicePostProcess } from './process';

/** A place to serve: what, where, from when to when, how many people (服务岗位). */
export default defineCollection(
  localized(REGISTRATION, {
    name: SERVICE_POSTS,
    title: '服务岗位',
    titleField: 'title',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('number', '岗位编号', { max: 50, unique: true, readOnly: true }),
      stateField(servicePostProcess),
      calendarYear('year', '年度', { index: true, readOnly: true }),
      text('title', '岗位名称', { max: 100, required: true }),
      ...belongsTo('serviceClass', 'hxDictionaryItems', '服务类别', { label: 'title', required: true }),
      longText('description', '岗位说明'),
      ...place('服务区域', { required: true }),
      text('location', '集合地点', { max: 100 }),
      moment('startsAt', '开始时间', { required: true, index: true }),
      moment('endsAt', '结束时间', { required: true }),
      moment('claimBy', '认领截止'),
      wholeNumber('headCount', '人数上限', { min: 1, max: 10_000, required: true }),
      wholeNumber('claimedCount', '已认领人数', { readOnly: true, defaultValue: 0 }),
      multipleSelect('skills', '需要的特长', SKILL_CHOICES),
      ...belongsTo('need', NEEDS, '对应需求', { label: 'title' }),
      text('checkInCode', '签到码', { max: 6, description: '留空则签到不用码；填 4 到 6 位数字，现场告知。' }),
      personName('contactName', '现场联系人', { personal: 'name' }),
      phone('contactPhone', '联系电话'),
      ...byServer(hasMany('claims', CLAIMS, 'postId', '认领', { label: 'id' })),
    ],
  }),
);
