import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  calendarYear,
  identifier,
  localized,
  longText,
  moment,
  place,
  select,
  stateField,
  text,
  wholeNumber,
} from '@hongxin/plugin-foundation';
import { SATISFACTION_CHOICES } from '../../shared/satisfaction';
import { RECORD_ORIGIN_CHOICES } from '../common/choices-of-service';
import {
  CLAIMS,
  CO_PROJECTS,
  MEMBER_REGISTRATIONS,
  REGISTRATION,
  SERVICE_POSTS,
  SERVICE_RECORDS,
  UNITS,
} from '../constants';
import { serviceRecordProcess } from './process';

/** Who served when and how long (服务记录). A verified record is never changed; a correction reverses it. */
export default defineCollection(
  localized(REGISTRATION, {
    name: SERVICE_RECORDS,
    title: '服务记录',
    titleField: 'memberName',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      stateField(serviceRecordProcess),
      calendarYear('year', '年度', { index: true, readOnly: true }),
      ...belongsTo('claim', CLAIMS, '认领', { label: 'id' }),
      text('memberName', '党员', { max: 50, readOnly: true }),
      ...byServer(
        ...belongsTo('registration', MEMBER_REGISTRATIONS, '党员报到', { label: 'personName' }),
        ...belongsTo('person', 'hxPersons', '人员'),
        ...belongsTo('owner', 'users', '本人账号', { label: 'nickname', onDelete: 'SET NULL' }),
        ...belongsTo('unit', UNITS, '工作单位'),
      ),
      ...belongsTo('post', SERVICE_POSTS, '服务岗位', { label: 'title' }),
      ...belongsTo('project', CO_PROJECTS, '共建项目', { label: 'title' }),
      ...byServer(...place('服务区域')),
      moment('startsAt', '服务开始', { index: true }),
      moment('endsAt', '服务结束'),
      // negative in a reversing entry
      wholeNumber('minutes', '服务分钟', { min: -100_000, max: 100_000, readOnly: true }),
      longText('content', '服务内容', { max: 500 }),
      select('origin', '来源', RECORD_ORIGIN_CHOICES, { index: true, readOnly: true }),
      ...byServer(...belongsTo('certifier', 'users', '认定人', { label: 'nickname', onDelete: 'SET NULL' })),
      moment('certifiedAt', '认定时间', { readOnly: true }),
      select('rating', '服务对象评价', SATISFACTION_CHOICES, { readOnly: true }),
      longText('ratingComment', '评价意见', { readOnly: true, max: 500 }),
      ...belongsTo('reverses', SERVICE_RECORDS, '冲销的记录', { label: 'memberName' }),
      moment('reversedAt', '被冲销时间', { readOnly: true }),
    ],
  }),
);
