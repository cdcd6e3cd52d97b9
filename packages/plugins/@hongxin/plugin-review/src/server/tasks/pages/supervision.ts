import type { PageSeed } from '@hongxin/plugin-foundation';

/** 督办: for those in charge of an area. */
export const supervisionPage: PageSeed = {
  key: 'review/supervision',
  version: 1,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: { title: '待办与督办', icon: 'AuditOutlined' },
  item: { title: '督办', icon: 'FieldTimeOutlined' },
  sort: 151,
  blueprint: { tabs: [{ key: 'supervision', title: '督办', blocks: [] }] },
  ownBlocks: [{ tab: 'supervision', place: 'top', use: 'HxSupervisionBlockModel' }],
};
