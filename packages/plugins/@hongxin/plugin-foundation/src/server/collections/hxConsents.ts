import { defineCollection } from '@nocobase/database';
import { FOUNDATION } from '../name';
import { belongsTo, identifier, localized, moment, text } from '../fields';

/** Who has consented to which version of which notice, when, for which record, and when it was withdrawn. */
export default defineCollection(
  localized(FOUNDATION, {
    name: 'hxConsents',
    title: '个人信息同意记录',
    titleField: 'noticeCode',
    filterTargetKey: 'id',
    fields: [
      identifier(),
      ...belongsTo('user', 'users', '本人账号', { label: 'nickname', onDelete: 'SET NULL' }),
      text('noticeCode', '告知书', { max: 100, index: true, readOnly: true }),
      text('version', '版本', { max: 50, readOnly: true }),
      text('collectionName', '数据表', { max: 100, readOnly: true }),
      text('recordId', '记录编号', { max: 50, readOnly: true }),
      moment('givenAt', '同意时间', { readOnly: true }),
      moment('withdrawnAt', '撤回时间', { readOnly: true }),
    ],
  }),
);
