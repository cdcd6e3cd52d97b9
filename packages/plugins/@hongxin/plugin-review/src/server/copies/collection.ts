import { belongsTo, identifier, localized, moment, text } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { COPIES, REVIEW } from '../../shared/constants';
import { key } from '../common/columns';

/** Who was told of a review without having to decide. */
export default defineCollection(
  localized(REVIEW, {
    name: COPIES,
    title: '审批抄送',
    titleField: 'title',
    filterTargetKey: 'id',
    indexes: [{ fields: ['userId', 'readAt'] }],
    fields: [
      identifier(),
      ...belongsTo('user', 'users', '抄送人', { label: 'nickname', onDelete: 'CASCADE' }),
      text('title', '标题', { readOnly: true }),
      text('collectionName', '数据表', { readOnly: true }),
      text('recordId', '记录标识', { readOnly: true }),
      text('recordTitle', '事项', { readOnly: true }),
      text('number', '编号', { readOnly: true }),
      text('areaCode', '区划代码', { max: 20, readOnly: true }),
      text('processKey', '流程', { readOnly: true }),
      key('stepId', '审批步骤编号', true),
      moment('readAt', '阅读时间', { readOnly: true }),
    ],
  }),
);
