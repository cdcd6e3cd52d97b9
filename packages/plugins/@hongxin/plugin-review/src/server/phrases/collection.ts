import { flag, identifier, localized, select, text, wholeNumber } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { PHRASES, REVIEW } from '../../shared/constants';
import { DECISION_CHOICES } from '../tasks/choices';

/** Opinions ready to pick, shared by everybody. */
export default defineCollection(
  localized(REVIEW, {
    name: PHRASES,
    title: '常用意见',
    titleField: 'text',
    filterTargetKey: 'id',
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('text', '意见', { max: 200, required: true }),
      select('decision', '适用决定', DECISION_CHOICES),
      wholeNumber('sort', '排序', { defaultValue: 0 }),
      flag('enabled', '启用', { defaultValue: true }),
    ],
  }),
);
