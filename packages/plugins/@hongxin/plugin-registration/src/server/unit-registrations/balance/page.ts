import type { PageSeed } from '@hongxin/plugin-foundation';
import { GROUP } from '../../common/pages/parts';

/** 统筹均衡: how much each community carries, and where there is room (desktop). */
export const balancePage: PageSeed = {
  key: 'registration/balance',
  version: 1,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '统筹均衡', icon: 'BarChartOutlined' },
  sort: 280,
  blueprint: { tabs: [{ key: 'balance', title: '统筹均衡', blocks: [] }] },
  ownBlocks: [{ tab: 'balance', place: 'top', use: 'HxBalanceBlockModel' }],
};
