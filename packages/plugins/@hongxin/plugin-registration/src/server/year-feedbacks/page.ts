import type { ListOptions } from '@hongxin/plugin-foundation';
import { AREA_NAME, listPage } from '../common/pages';
import hxYearFeedbacks from './collection';
import { yearFeedbackProcess } from './process';

const TO_SIGN = { key: 'toSign', states: ['commented'] };

const feedbacks = {
  collection: hxYearFeedbacks,
  process: yearFeedbackProcess,
  // newest year first; by name, never by points (domain §0)
  order: ['-year', 'subjectName'],
  above: 'HxFeedbackYearBlockModel',
  details: [
    { key: 'whose', title: '反馈对象', fields: ['year', 'subjectName', 'unit', 'area', 'state'] },
    { key: 'result', title: '结果', fields: ['hours', 'times', 'claimsServed', 'total', 'grade'] },
    { key: 'community', title: '社区', fields: ['communityPoints', 'bonusPoints', 'communityComment'] },
    {
      key: 'unit',
      title: '单位',
      fields: ['unitOpinion', 'signature', 'signedAt', 'objection', 'issuedAt', 'issuedTo'],
    },
  ],
  detailsTitle: '年度反馈',
  below: 'HxFeedbackExplanationBlockModel',
} satisfies ListOptions;

/** The year's feedbacks: the community's work queue, the unit's signature (desktop). */
export const yearFeedbacksPage = listPage({
  ...feedbacks,
  name: 'year-feedbacks',
  version: 5,
  roles: ['hx-city', 'hx-official', 'hx-unit'],
  title: '年度反馈',
  icon: 'AuditOutlined',
  sort: 290,
  fields: ['year', 'subjectName', 'state', 'subject', 'unit', 'area', 'hours', 'times', 'grade'],
  tabs: [
    { key: 'toComment', title: '待评议', states: ['computed', 'objected'] },
    { ...TO_SIGN, title: '待签收' },
    { key: 'toIssue', title: '待反馈', states: ['signed'] },
    { key: 'all', title: '全部' },
  ],
  sheet: {
    columns: [
      'year',
      ['subjectName', '反馈对象'],
      ['subject', '类别'],
      'unit.name',
      AREA_NAME,
      'state',
      'hours',
      'times',
      'claimsServed',
      'total',
      'grade',
      'communityComment',
    ],
  },
});

/** What waits for the unit's signature, on a phone. */
export const feedbackMobilePage = listPage({
  ...feedbacks,
  name: 'mobile-feedback',
  version: 3,
  phone: true,
  roles: ['hx-unit'],
  title: '年度反馈',
  icon: 'AuditOutlined',
  sort: 290,
  fields: ['subjectName', 'year', 'hours', 'grade', 'state'],
  tabs: [{ ...TO_SIGN, title: '待签收反馈' }],
});
