import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  calendarYear,
  flag,
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
import { FEEDBACK_GRADE_CHOICES, FEEDBACK_SUBJECT_CHOICES } from './choices';
import { MEMBER_REGISTRATIONS, REGISTRATION, UNIT_REGISTRATIONS, UNITS, YEAR_FEEDBACKS } from '../constants';
import { yearFeedbackProcess } from './process';
import { score } from '../common/score';

/** What a community tells a unit of a member's, or the unit's own, year (年度反馈). */
export default defineCollection(
  localized(REGISTRATION, {
    name: YEAR_FEEDBACKS,
    title: '年度反馈',
    titleField: 'subjectName',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    // one feedback per member (or registration of a unit) and year, whoever presses the button at once
    indexes: [{ unique: true, fields: ['year', 'subjectKey'] }, { fields: ['areaCode', 'year', 'state'] }],
    fields: [
      identifier(),
      stateField(yearFeedbackProcess),
      calendarYear('year', '年度', { index: true, readOnly: true }),
      select('subject', '反馈对象', FEEDBACK_SUBJECT_CHOICES, { readOnly: true }),
      text('subjectKey', '对象标识', { max: 60, readOnly: true }),
      text('subjectName', '姓名或单位', { max: 100, readOnly: true }),
      ...byServer(
        ...belongsTo('registration', MEMBER_REGISTRATIONS, '党员报到', { label: 'number' }),
        ...belongsTo('unitRegistration', UNIT_REGISTRATIONS, '单位报到', { label: 'number' }),
        ...belongsTo('person', 'hxPersons', '人员'),
        ...belongsTo('unit', UNITS, '单位'),
        ...belongsTo('owner', 'users', '本人账号', { label: 'nickname', onDelete: 'SET NULL' }),
        ...belongsTo('unitLiaison', 'users', '单位联络员', { label: 'nickname', onDelete: 'SET NULL' }),
        ...place('报到社区'),
      ),
      // computed
      score('hours', '服务时长（小时）'),
      wholeNumber('minutes', '服务分钟', { readOnly: true }),
      wholeNumber('times', '服务次数', { readOnly: true }),
      wholeNumber('claimsServed', '办结认领', { readOnly: true }),
      score('total', '得分'),
      select('grade', '等次', FEEDBACK_GRADE_CHOICES, { readOnly: true, index: true }),
      ...byServer({
        type: 'json',
        name: 'figures',
        interface: 'json',
        uiSchema: { type: 'object', title: '计分说明', 'x-component': 'Input.JSON', 'x-read-pretty': true },
      }),
      // the community
      wholeNumber('communityPoints', '社区评议分', { max: 100, readOnly: true }),
      wholeNumber('bonusPoints', '加分', { max: 100, readOnly: true }),
      longText('communityComment', '社区评语', { max: 500, readOnly: true }),
      flag('isOnLeave', '请假免评', { readOnly: true }),
      flag('isFalsified', '时长造假', { readOnly: true }),
      // the unit
      longText('unitOpinion', '单位意见', { max: 500, readOnly: true }),
      text('signature', '单位签收人', { max: 50, readOnly: true }),
      flag('isSignedFor', '社区代签', { readOnly: true }),
      moment('signedAt', '签收时间', { readOnly: true }),
      longText('objection', '异议', { readOnly: true }),
      flag('confirmPending', '仍有待认定时长，照常反馈', { readOnly: true }),
      moment('issuedAt', '反馈时间', { readOnly: true }),
      text('issuedTo', '反馈至', { max: 100, readOnly: true }),
    ],
  }),
);
