import { defineCollection } from '@nocobase/database';
import { FOUNDATION } from '../name';
import { belongsTo, identifier, localized, longText, moment, select, stateField, text } from '../fields';
import { dataRequestProcess } from '../privacy/data-request-process';
import { REQUEST_KINDS } from '../privacy/request-kinds';

/** What people ask about their own personal information: correction, deletion, and what follows a withdrawn consent. */
export default defineCollection(
  localized(FOUNDATION, {
    name: 'hxDataRequests',
    title: '个人信息请求',
    titleField: 'about',
    filterTargetKey: 'id',
    logging: true,
    fields: [
      identifier(),
      stateField(dataRequestProcess),
      select('kind', '请求类别', REQUEST_KINDS, { index: true }),
      text('about', '涉及内容', { max: 200, readOnly: true }),
      text('collectionName', '数据表', { max: 100, readOnly: true }),
      text('recordId', '记录编号', { max: 50, readOnly: true }),
      text('fieldName', '字段', { max: 100, readOnly: true }),
      text('proposedValue', '更正为', { max: 255 }),
      longText('reason', '理由', { max: 1000 }),
      longText('answer', '办理意见', { readOnly: true }),
      ...belongsTo('owner', 'users', '本人账号', { label: 'nickname', onDelete: 'SET NULL' }),
      text('areaCode', '区划代码', { max: 20, index: true, readOnly: true }),
      moment('requestedAt', '提出时间', { index: true, readOnly: true }),
      moment('decidedAt', '办结时间', { readOnly: true }),
    ],
  }),
);
