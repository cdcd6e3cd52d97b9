import type { PageSeed } from '@hongxin/plugin-foundation';
import { CADRES, GROUP } from '../common/pages/table-page';

const WAITING = { logic: '$and', items: [{ path: 'state', operator: '$in', value: ['submitted', 'approved'] }] };

function requestsTab(key: string, title: string, dataScope?: object): Record<string, unknown> {
  return {
    key,
    title,
    blocks: [
      {
        key,
        type: 'table',
        collection: 'hxAccountRequests',
        fields: ['organizationName', 'state', 'kind', 'applicantName', 'phone', 'area', 'requestedAt'],
        settings: {
          pageSize: 20,
          sorting: [{ field: 'requestedAt', direction: dataScope ? 'asc' : 'desc' }],
          ...(dataScope ? { dataScope } : {}),
        },
        actions: ['filter', 'refresh'],
        recordActions: [
          {
            key: 'view',
            type: 'view',
            title: '查看',
            popup: {
              title: '账号申请',
              blocks: [
                {
                  key: 'details',
                  type: 'details',
                  resource: { binding: 'currentRecord' },
                  fields: [
                    'organizationName',
                    'creditCode',
                    'kind',
                    'applicantName',
                    'phone',
                    'area',
                    'note',
                    'state',
                    'requestedAt',
                    'answer',
                    'decidedAt',
                  ],
                },
              ],
            },
          },
        ],
      },
    ],
  };
}

const invitations = {
  key: 'invitations',
  title: '注册邀请',
  blocks: [
    {
      key: 'invitations',
      type: 'table',
      collection: 'hxInvitations',
      fields: ['name', 'kind', 'area', 'issuedAt', 'expiresAt', 'usedAt'],
      settings: { pageSize: 20, sorting: [{ field: 'issuedAt', direction: 'desc' }] },
      actions: ['refresh'],
      recordActions: [],
    },
  ],
};
const TABS = ['waiting', 'everything'];

/** 账号申请: units and social organisations that ask for an account, and invitations of members. */
export const accountsPage: PageSeed = {
  key: 'governance/accounts',
  version: 3,
  layout: 'desktop',
  roles: CADRES,
  group: GROUP,
  item: { title: '账号申请', icon: 'UserAddOutlined' },
  sort: 109,
  blueprint: { tabs: [requestsTab('waiting', '待办理', WAITING), requestsTab('everything', '全部'), invitations] },
  ownBlocks: [
    ...TABS.map((tab) => ({ tab, popup: `${tab}.view`, place: 'bottom' as const, use: 'HxHistoryBlockModel' })),
    { tab: 'invitations', place: 'top', use: 'HxInviteBlockModel' },
  ],
  ownActions: TABS.flatMap((block) => [
    { block, place: 'record' as const, use: 'HxTransitionActionModel' },
    { block: `${block}.view.details`, place: 'record' as const, use: 'HxTransitionActionModel' },
  ]),
};
