import type { PageSeed } from '@hongxin/plugin-foundation';
import { unitQueue, unitQueueParts } from './pieces';

const QUEUE = { key: 'waiting', title: '待接收单位', states: ['submitted'], order: 'asc' } as const;

/** Units that wait for the community, on a phone. */
export const unitOfficialsMobilePage: PageSeed = {
  key: 'registration/mobile-units-to-accept',
  version: 1,
  layout: 'mobile',
  roles: ['hx-official'],
  item: { title: '单位报到', icon: 'ShopOutlined' },
  sort: 231,
  blueprint: {
    tabs: [unitQueue(QUEUE, { type: 'list', fields: ['unit', 'area', 'serviceTeam', 'state', 'registeredOn'] })],
  },
  ...unitQueueParts(QUEUE.key),
};
