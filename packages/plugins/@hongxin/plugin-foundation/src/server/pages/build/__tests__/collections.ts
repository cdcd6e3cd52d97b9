/** A small domain: errands of neighbours, and what is lent for them. */
import { defineProcess } from '@hongxin/rules/mechanism';
import {
  belongsTo,
  byServer,
  day,
  hasMany,
  identifier,
  longText,
  moment,
  place,
  stateField,
  text,
} from '../../../fields';
import { pageBuilder } from '..';
import type { PageOptions } from '../options';

const label = (zh: string) => ({ zh, en: zh });

export const errandProcess = defineProcess({
  key: 'errand',
  title: label('跑腿'),
  collection: 'hxErrands',
  stateField: 'state',
  initial: 'draft',
  states: {
    draft: { label: label('草稿') },
    returned: { label: label('已退回'), side: true },
    open: { label: label('待办') },
    done: { label: label('已办'), final: true },
  },
  transitions: {
    submit: { label: label('提交'), from: ['draft', 'returned'], to: 'open', by: ['owner'] },
    sendBack: { label: label('退回'), from: ['open'], to: 'returned', by: ['owner'] },
    finish: { label: label('办结'), from: ['open'], to: 'done', by: ['owner'] },
  },
});

export const hxErrands = {
  name: 'hxErrands',
  title: '跑腿',
  fields: [
    identifier(),
    text('number', '跑腿编号', { readOnly: true }),
    stateField(errandProcess),
    text('title', '事项'),
    longText('note', '说明'),
    day('wantedBy', '希望完成日期'),
    ...belongsTo('helper', 'hxPersons', '帮手'),
    ...place('所在区域'),
    ...byServer(moment('closedAt', '办结时间')),
    hasMany('loans', 'hxLoans', 'errandId', '借用'),
  ],
};

export const hxLoans = { name: 'hxLoans', title: '借用', fields: [identifier(), text('thing', '物品')] };

const hxPersons = { name: 'hxPersons', title: '人员', fields: [text('name', '姓名'), text('phone', '电话')] };

export const { listPage } = pageBuilder({
  plugin: 'errands',
  group: { title: '跑腿', icon: 'HeartOutlined' },
  roles: ['hx-city', 'hx-official'],
  offers: [{ collection: 'hxErrands', field: 'helper', offer: { sort: [{ field: 'name', direction: 'asc' }] } }],
  areaFilter: 'HxAreaFilterActionModel',
  summaries: [{ collection: hxPersons, fields: ['name', 'phone'] }],
});

/** A page of errands with one tab, and what a test says of it. */
export const errands = (options: Partial<PageOptions> = {}) =>
  listPage({
    name: 'errands',
    title: '跑腿',
    icon: 'HeartOutlined',
    sort: 500,
    collection: hxErrands,
    process: errandProcess,
    form: ['title', 'note', 'helper', 'area'],
    tabs: [{ key: 'all', title: '全部' }],
    ...options,
  });
