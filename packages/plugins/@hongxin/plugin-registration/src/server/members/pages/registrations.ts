import { sheetActions, type PageSeed } from '@hongxin/plugin-foundation';
import { areaFilter } from '@hongxin/plugin-governance';
import { GROUP, ownPartsOf, queueTab, type Queue } from '../../common/pages/parts';
import { MEMBER_REGISTRATION_SHEET } from '../../common/pages/sheets';

/** What waits for a decision comes first. */
const QUEUES: readonly Queue[] = [
  { key: 'waiting', title: '待接收', states: ['submitted', 'unitConfirmed'], order: 'asc' },
  { key: 'onRoll', title: '在册', states: ['accepted', 'onRoll'], order: 'desc' },
  { key: 'all', title: '全部', states: [], order: 'desc' },
];

const FIELDS = ['number', 'personName', 'state', 'phone', 'unit', 'homeArea', 'area', 'consentAt'];
const parts = QUEUES.map(({ key }) => ownPartsOf(key, key));

/** The community's list of members who register (desktop). */
export const memberRegistrationsPage: PageSeed = {
  key: 'registration/member-registrations',
  version: 4,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '党员报到', icon: 'IdcardOutlined' },
  sort: 200,
  blueprint: { tabs: QUEUES.map((queue) => queueTab(queue, FIELDS, ['filter', 'refresh'], true)) },
  ownBlocks: parts.flatMap(({ ownBlocks }) => ownBlocks),
  ownActions: [
    ...QUEUES.map(({ key }) => areaFilter(key)),
    ...parts.flatMap(({ ownActions }) => ownActions),
    ...sheetActions('all', MEMBER_REGISTRATION_SHEET),
  ],
};
