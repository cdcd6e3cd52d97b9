import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { GROUP, type Queue } from '../../common/pages/parts';
import { unitQueue, unitQueueParts } from './pieces';
import { UNIT_REGISTRATION_SHEET } from '../../common/pages/sheets';

const QUEUES: readonly Queue[] = [
  { key: 'waiting', title: '待接收', states: ['submitted'], order: 'asc' },
  { key: 'onRoll', title: '在册', states: ['accepted', 'onRoll'], order: 'desc' },
  { key: 'all', title: '全部', states: [], order: 'desc' },
];
const FIELDS = ['number', 'unit', 'state', 'area', 'serviceTeam', 'contributions', 'contactPhone', 'registeredOn'];
const parts = QUEUES.map(({ key }) => unitQueueParts(key));

/** The community's list of units that register (desktop). */
export const unitsRegisteredPage: PageSeed = {
  key: 'registration/units-registered',
  version: 4,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '单位报到', icon: 'ShopOutlined' },
  sort: 205,
  blueprint: { tabs: QUEUES.map((queue) => unitQueue(queue, { type: 'table', fields: FIELDS })) },
  ownBlocks: parts.flatMap(({ ownBlocks }) => ownBlocks),
  ownActions: [
    ...QUEUES.map(({ key }) => areaFilter(key)),
    ...parts.flatMap(({ ownActions }) => ownActions),
    ...sheetActions('all', UNIT_REGISTRATION_SHEET),
  ],
};
