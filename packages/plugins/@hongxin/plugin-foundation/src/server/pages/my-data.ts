import { ROLE_NAMES, type PageSeed } from '../domain';
import { GROUP } from './group';

const blueprint = { tabs: [{ key: 'main', title: '我的数据', blocks: [] }] };
const ownBlocks = [{ tab: 'main', place: 'top' as const, use: 'HxMyDataBlockModel' }];

/** 我的数据 at a desk, for those who work there. */
export const myDataPage: PageSeed = {
  key: 'foundation/my-data',
  version: 1,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '我的数据', icon: 'UserOutlined' },
  sort: 902,
  blueprint,
  ownBlocks,
};

/** 我的数据 on the phone, for everybody. */
export const mobileMyDataPage: PageSeed = {
  key: 'foundation/mobile-my-data',
  version: 1,
  layout: 'mobile',
  roles: ROLE_NAMES,
  item: { title: '我的数据', icon: 'SafetyOutlined' },
  sort: 900,
  blueprint,
  ownBlocks,
};
