import { belongsTo, closed, identifier, localized, moment, place, select, text } from '@hongxin/plugin-foundation';
import { defineCollection } from '@nocobase/database';
import { INVITATION_KIND_CHOICES } from './choices';
import { GOVERNANCE } from '../constants';

/** Links that let one member each make an account: single use, with an end. */
export default defineCollection(
  localized(GOVERNANCE, {
    name: 'hxInvitations',
    title: '注册邀请',
    titleField: 'name',
    filterTargetKey: 'id',
    createdBy: true,
    fields: [
      identifier(),
      text('name', '邀请对象', { max: 50, required: true }),
      select('kind', '邀请身份', INVITATION_KIND_CHOICES, { readOnly: true, defaultValue: 'member' }),
      text('subjectId', '所属记录', { max: 20, readOnly: true }),
      ...place('所在区域'),
      moment('issuedAt', '发出时间', { index: true, readOnly: true }),
      moment('expiresAt', '有效期至', { readOnly: true }),
      moment('usedAt', '使用时间', { readOnly: true }),
      ...belongsTo('user', 'users', '注册的账号', { label: 'nickname', onDelete: 'SET NULL' }),
      closed({ type: 'string', name: 'tokenHash', unique: true }),
    ],
  }),
);
