import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  closed,
  day,
  hasMany,
  identifier,
  localized,
  longText,
  moment,
  multipleSelect,
  personName,
  phone,
  place,
  select,
  stateField,
  text,
  wholeNumber,
  yearOfRecord,
} from '@hongxin/plugin-foundation';
import { SKILL_CHOICES } from '@hongxin/plugin-governance';
import { AVAILABLE_TIME_CHOICES } from '../common/choices';
import { SATISFACTION_CHOICES } from '../../shared/satisfaction';
import { NEED_SOURCE_CHOICES } from '../common/choices-of-lists';
import { CO_PROJECTS, NEEDS, REGISTRATION, SERVICE_POSTS } from '../constants';
import { needProcess } from './process';

/** What residents need of units and members (需求清单). */
export default defineCollection(
  localized(REGISTRATION, {
    name: NEEDS,
    title: '需求',
    titleField: 'title',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('number', '需求编号', { max: 50, unique: true, readOnly: true }),
      stateField(needProcess),
      yearOfRecord(),
      text('title', '需求名称', { max: 100, required: true }),
      ...belongsTo('serviceClass', 'hxDictionaryItems', '服务类别', { label: 'title' }),
      longText('description', '需求说明'),
      ...place('所在区域', { required: true }),
      wholeNumber('peopleWanted', '需要人数', { min: 1, max: 1000 }),
      multipleSelect('skills', '需要的特长', SKILL_CHOICES),
      multipleSelect('times', '合适的时间', AVAILABLE_TIME_CHOICES),
      day('wantedBy', '希望完成日期'),
      select('source', '需求来源', NEED_SOURCE_CHOICES, { index: true }),
      personName('contactName', '联系人', { personal: 'name' }),
      phone('contactPhone', '联系电话'),
      ...byServer(
        ...belongsTo('owner', 'users', '提出人账号', { label: 'nickname', onDelete: 'SET NULL' }),
        closed(text('trackingHash', '查询码摘要', { max: 64, index: true, readOnly: true })),
        ...belongsTo('reviewer', 'users', '审核人', { label: 'nickname', onDelete: 'SET NULL' }),
        longText('reviewOpinion', '审核意见', { readOnly: true }),
        longText('result', '办理结果'),
        select('satisfaction', '满意度', SATISFACTION_CHOICES, { readOnly: true }),
        longText('ratingComment', '评价意见', { readOnly: true, max: 500 }),
        moment('closedAt', '办结时间', { readOnly: true }),
        hasMany('projects', CO_PROJECTS, 'needId', '共建项目', { label: 'title' }),
        hasMany('servicePosts', SERVICE_POSTS, 'needId', '服务岗位', { label: 'title' }),
      ),
    ],
  }),
);
