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
  stateField,
  text,
  wholeNumber,
} from '@hongxin/plugin-foundation';
import { CLAIMS, CO_PROJECTS, MEMBER_REGISTRATIONS, REGISTRATION, SERVICE_POSTS, UNITS } from '../constants';
import { claimProcess } from './process';

/** Who takes part in which post or project (认领): a member on the roll, or a unit with several people. */
export default defineCollection(
  localized(REGISTRATION, {
    name: CLAIMS,
    title: '认领',
    titleField: 'id',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      stateField(claimProcess),
      calendarYear('year', '年度', { index: true, readOnly: true }),
      ...belongsTo('post', SERVICE_POSTS, '服务岗位', { label: 'title' }),
      ...belongsTo('project', CO_PROJECTS, '共建项目', { label: 'title' }),
      wholeNumber('places', '人数', { min: 1, max: 1000, defaultValue: 1 }),
      ...belongsTo('unit', UNITS, '认领单位'),
      text('memberName', '党员', { max: 50, readOnly: true }),
      ...belongsTo('registration', MEMBER_REGISTRATIONS, '党员报到', { label: 'personName' }),
      ...byServer(
        ...belongsTo('person', 'hxPersons', '人员'),
        ...belongsTo('owner', 'users', '认领人账号', { label: 'nickname', onDelete: 'SET NULL' }),
        ...place('服务区域'),
        moment('claimedAt', '认领时间', { readOnly: true, index: true }),
      ),
      moment('checkedInAt', '签到时间', { readOnly: true }),
      moment('checkedOutAt', '签退时间', { readOnly: true }),
      // what a check-in or hours entered afterwards ask for
      text('checkInCode', '签到码', { max: 6, readOnly: true }),
      moment('serviceStartsAt', '服务开始', { readOnly: true }),
      moment('serviceEndsAt', '服务结束', { readOnly: true }),
      longText('serviceContent', '服务内容', { readOnly: true, max: 500 }),
    ],
  }),
);
