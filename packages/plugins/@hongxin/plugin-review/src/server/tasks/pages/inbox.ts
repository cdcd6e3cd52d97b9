import { ROLE_NAMES, type PageSeed } from '@hongxin/plugin-foundation';

/** Everybody may be asked to review something: liaisons, experts and residents on their phones, officials on desks. */
const EVERYBODY = ROLE_NAMES;

/** 我的待办 on a desk. */
export const inboxPage: PageSeed = {
  key: 'review/inbox',
  version: 1,
  layout: 'desktop',
  roles: EVERYBODY,
  group: { title: '待办与督办', icon: 'AuditOutlined' },
  item: { title: '我的待办', icon: 'CheckSquareOutlined' },
  sort: 150,
  blueprint: { tabs: [{ key: 'inbox', title: '我的待办', blocks: [] }] },
  ownBlocks: [{ tab: 'inbox', place: 'top', use: 'HxReviewInboxBlockModel' }],
};

/** 待办: the first tab of the phone layout. */
export const mobileInboxPage: PageSeed = {
  key: 'review/mobile-inbox',
  version: 1,
  layout: 'mobile',
  roles: EVERYBODY,
  item: { title: '待办', icon: 'CheckSquareOutlined' },
  sort: 10,
  blueprint: { tabs: [{ key: 'inbox', title: '待办', blocks: [] }] },
  ownBlocks: [{ tab: 'inbox', place: 'top', use: 'HxReviewInboxBlockModel' }],
};
