import { defineCollection } from '@nocobase/database';

/** Who did what when, append-only: a trigger of the database refuses every change (see events/append-only.ts). */
export default defineCollection({
  name: 'hxEvents',
  title: '办理记录',
  titleField: 'transition',
  filterTargetKey: 'id',
  timestamps: false,
  indexes: [
    { fields: ['collectionName', 'recordId', 'at'] },
    { fields: ['actorId', 'at'] },
    { fields: ['at'] },
    { unique: true, fields: ['uid'] },
  ],
  fields: [
    column('string', 'collectionName', '数据表', 'input'),
    column('string', 'recordId', '记录编号', 'input'),
    column('string', 'transition', '操作', 'input'),
    column('string', 'from', '原状态', 'input'),
    column('string', 'to', '新状态', 'input'),
    column('bigInt', 'actorId', '操作人编号', 'integer'),
    column('string', 'actorName', '操作人', 'input'),
    column('bigInt', 'onBehalfOfId', '代表谁', 'integer'),
    column('text', 'opinion', '意见', 'textarea'),
    column('date', 'at', '时间', 'datetime'),
    column('json', 'details', '补充信息', 'json'),
    // What makes a change behind the application's back visible (see trace/digest.ts).
    { type: 'string', name: 'uid' },
    { type: 'string', name: 'digest' },
    { type: 'string', name: 'keyId' },
  ],
});

function column(type: string, name: string, title: string, kind: string) {
  return {
    type,
    name,
    interface: kind,
    uiSchema: {
      type: kind === 'integer' ? 'number' : 'string',
      title,
      'x-component': {
        input: 'Input',
        integer: 'InputNumber',
        textarea: 'Input.TextArea',
        datetime: 'DatePicker',
        json: 'Input.JSON',
      }[kind],
      'x-read-pretty': true,
      ...(kind === 'datetime' ? { 'x-component-props': { showTime: true } } : {}),
    },
  };
}
