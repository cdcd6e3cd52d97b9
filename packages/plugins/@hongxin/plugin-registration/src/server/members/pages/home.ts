import type { PageSeed } from '@hongxin/plugin-foundation';

/** A member's own page on a phone: registration, claims, hours, certificates; who has not registered begins here. */
export const memberHomePage: PageSeed = {
  key: 'registration/mobile-member-home',
  version: 1,
  layout: 'mobile',
  roles: ['hx-member'],
  item: { title: '我的', icon: 'UserOutlined' },
  sort: 199,
  blueprint: { tabs: [{ key: 'home', title: '我的', blocks: [] }] },
  ownBlocks: [{ tab: 'home', place: 'top', use: 'HxMemberHomeBlockModel' }],
};
