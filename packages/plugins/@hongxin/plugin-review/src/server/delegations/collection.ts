import { belongsTo, day, identifier, localized, multipleSelect, select, text } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { DELEGATIONS, REVIEW } from '../../shared/constants';
import { DELEGATION_STATE_CHOICES } from './choices';

/** Who decides for whom, from when to when, and in which processes. */
export default defineCollection(
  localized(REVIEW, {
    name: DELEGATIONS,
    title: '审批委托',
    titleField: 'id',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    indexes: [{ fields: ['deputyId', 'state'] }],
    fields: [
      identifier(),
      ...belongsTo('user', 'users', '委托人', { label: 'nickname', onDelete: 'CASCADE' }),
      ...belongsTo('deputy', 'users', '受托人', { label: 'nickname', onDelete: 'CASCADE' }),
      day('startsOn', '开始日期'),
      day('endsOn', '结束日期'),
      multipleSelect('processes', '委托流程', [], { description: '不选则为全部流程' }),
      text('reason', '原因', { max: 200 }),
      select('state', '状态', DELEGATION_STATE_CHOICES, { defaultValue: 'active' }),
    ],
  }),
);
