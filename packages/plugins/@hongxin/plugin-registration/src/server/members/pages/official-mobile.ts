import type { PageSeed } from '@hongxin/plugin-foundation';
import { ownPartsOf, queueList, type Queue } from '../../common/pages/parts';

const QUEUES: readonly Queue[] = [
  { key: 'waiting', title: '待接收', states: ['submitted', 'unitConfirmed'], order: 'asc' },
];
const parts = QUEUES.map(({ key }) => ownPartsOf(key, key));

/** What waits for the community, on a phone. */
export const officialMobilePage: PageSeed = {
  key: 'registration/mobile-to-accept',
  version: 1,
  layout: 'mobile',
  roles: ['hx-official'],
  item: { title: '待接收', icon: 'IdcardOutlined' },
  sort: 230,
  blueprint: {
    tabs: QUEUES.map((queue) => queueList(queue, ['personName', 'unit', 'homeArea', 'state', 'consentAt'], true)),
  },
  ownBlocks: parts.flatMap(({ ownBlocks }) => ownBlocks),
  ownActions: parts.flatMap(({ ownActions }) => ownActions),
};
