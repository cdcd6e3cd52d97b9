import {
  closed,
  identifier,
  localized,
  longText,
  belongsTo,
  moment,
  place,
  select,
  stateField,
  text,
} from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { ACCOUNT_KINDS } from './kinds';
import { accountRequestProcess } from './process';
import { GOVERNANCE } from '../constants';

/** Unit liaisons and social organisations that ask for an account. There is no account before the request is approved. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxAccountRequests',
    title: '账号申请',
    titleField: 'organizationName',
    filterTargetKey: 'id',
    logging: true,
    fields: [
      identifier(),
      stateField(accountRequestProcess),
      select('kind', '申请身份', ACCOUNT_KINDS, { index: true }),
      text('organizationName', '单位或组织名称', { max: 100, required: true }),
      text('creditCode', '统一社会信用代码', { max: 18, index: true }),
      text('applicantName', '申请人', { max: 50, required: true }),
      text('phone', '联系电话', { max: 30, required: true, personal: 'phone' }),
      ...place('所在区域'),
      longText('note', '说明', { max: 500 }),
      longText('answer', '审核意见', { readOnly: true }),
      moment('requestedAt', '申请时间', { index: true, readOnly: true }),
      moment('decidedAt', '审核时间', { readOnly: true }),
      ...belongsTo('owner', 'users', '开通的账号', { label: 'nickname', onDelete: 'SET NULL' }),
      // The applicant's secret, as a hash: shown once, it opens the account after the approval.
      closed({ type: 'string', name: 'codeHash' }),
    ],
  }),
);
