import { defineProcess } from '@hongxin/rules/mechanism';
import { SERVICE_POSTS } from '../constants';
import { HOST, SYSTEM } from '../common/parties-in-charge';

/** A post is announced, claimed, served and closed (服务岗位). */
export const servicePostProcess = defineProcess({
  key: 'servicePost',
  title: { zh: '服务岗位', en: 'Service post' },
  collection: SERVICE_POSTS,
  stateField: 'state',
  initial: 'draft',
  states: {
    draft: { label: { zh: '拟定中', en: 'Draft' }, color: 'default' },
    open: { label: { zh: '招募中', en: 'Open' }, color: 'green' },
    closed: { label: { zh: '已结束', en: 'Closed' }, color: 'blue', final: true },
    cancelled: { label: { zh: '已取消', en: 'Cancelled' }, color: 'default', side: true, final: true },
  },
  transitions: {
    publish: {
      label: { zh: '发布岗位', en: 'Publish' },
      from: ['draft'],
      to: 'open',
      by: [HOST, SYSTEM],
      requires: ['serviceClassId', 'startsAt', 'endsAt', 'headCount'],
      opinion: 'none',
      appearance: 'primary',
    },
    close: {
      label: { zh: '结束岗位', en: 'Close' },
      from: ['open'],
      to: 'closed',
      by: [HOST, SYSTEM],
      confirm: {
        zh: '结束后，没有签到、没有补录的认领记为未到，不能再补录。确定结束吗？',
        en: 'Claims without check-in or hours are marked absent, and no hours can be entered any more. Close now?',
      },
    },
    cancel: {
      label: { zh: '取消岗位', en: 'Cancel' },
      from: ['draft', 'open'],
      to: 'cancelled',
      by: [HOST, SYSTEM],
      opinion: 'required',
      appearance: 'danger',
    },
  },
});
