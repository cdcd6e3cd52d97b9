import type { PageSeed } from '@hongxin/plugin-foundation';
import { UNITS } from '../../constants';
import { GROUP, ownPartsOf, queueList, queueTab, type Queue } from '../../common/pages/parts';

const QUEUES: readonly Queue[] = [
  { key: 'waiting', title: '待确认', states: ['submitted'], order: 'asc' },
  { key: 'all', title: '全部', states: [], order: 'desc' },
];
const parts = QUEUES.map(({ key }) => ownPartsOf(key, key));
/** A phone shows the queue alone. */
const [PHONE] = QUEUES;
const phoneParts = ownPartsOf(PHONE.key, PHONE.key);

/** Members from Excel. */
const BULK = { tab: 'bulk', place: 'top', use: 'HxMemberUploadBlockModel' } as const;

/** The liaison's own unit: its members who register, and its record (desktop). */
export const unitRegistrationsPage: PageSeed = {
  key: 'registration/unit-registrations',
  version: 3,
  layout: 'desktop',
  roles: ['hx-unit'],
  group: GROUP,
  item: { title: '本单位报到', icon: 'SolutionOutlined' },
  sort: 220,
  blueprint: {
    tabs: [
      ...QUEUES.map((queue) =>
        queueTab(
          queue,
          ['number', 'personName', 'state', 'position', 'phone', 'area', 'consentAt'],
          ['filter', 'refresh'],
          false,
        ),
      ),
      { key: 'bulk', title: '批量报到', blocks: [] },
      {
        key: 'unit',
        title: '单位信息',
        blocks: [
          {
            key: 'unit',
            type: 'table',
            collection: UNITS,
            fields: ['name', 'kind', 'partyOrganization', 'address', 'contactName', 'contactPhone', 'memberCount'],
            settings: { pageSize: 20 },
            actions: ['refresh'],
            recordActions: [
              {
                key: 'edit',
                type: 'edit',
                title: '编辑',
                popup: {
                  title: '编辑单位',
                  blocks: [
                    {
                      key: 'form',
                      type: 'editForm',
                      resource: { binding: 'currentRecord' },
                      fields: [
                        'superior',
                        'partyOrganization',
                        'address',
                        'contactName',
                        'contactPhone',
                        'memberCount',
                      ],
                      actions: ['submit'],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
  },
  ownBlocks: [...parts.flatMap(({ ownBlocks }) => ownBlocks), BULK],
  ownActions: parts.flatMap(({ ownActions }) => ownActions),
};

/** The liaison's queue on a phone. */
export const unitMobilePage: PageSeed = {
  key: 'registration/mobile-to-confirm',
  version: 3,
  layout: 'mobile',
  roles: ['hx-unit'],
  item: { title: '待确认', icon: 'CheckCircleOutlined' },
  sort: 220,
  blueprint: {
    tabs: [
      queueList(PHONE, ['personName', 'position', 'area', 'state', 'consentAt'], false),
      { key: 'bulk', title: '批量报到', blocks: [] },
    ],
  },
  ownBlocks: [...phoneParts.ownBlocks, BULK],
  ownActions: phoneParts.ownActions,
};
