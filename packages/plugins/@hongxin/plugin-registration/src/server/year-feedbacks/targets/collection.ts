import { defineCollection } from '@nocobase/database';
import { calendarYear, identifier, localized, place, select, text, wholeNumber } from '@hongxin/plugin-foundation';
import { FEEDBACK_SUBJECT_CHOICES } from '../choices';
import { REGISTRATION, YEAR_TARGETS } from '../../constants';

/** What is asked of a member or a unit in a year, in the city, a street or a community (年度目标). */
export default defineCollection(
  localized(REGISTRATION, {
    name: YEAR_TARGETS,
    title: '年度目标',
    titleField: 'year',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      calendarYear('year', '年度', { required: true, index: true }),
      select('subject', '对象', FEEDBACK_SUBJECT_CHOICES, { required: true }),
      ...place('适用区域', { required: true }),
      wholeNumber('hours', '服务时长（小时）', { min: 0, max: 10_000, required: true }),
      wholeNumber('times', '服务次数', { min: 0, max: 10_000, required: true }),
      wholeNumber('claims', '办结认领', { min: 0, max: 10_000, required: true }),
      text('note', '说明', { max: 200 }),
    ],
  }),
);
