import type { PageSeed } from '../domain';
import { GROUP } from './group';

const OPEN = { logic: '$and', items: [{ path: 'state', operator: '$in', value: ['submitted', 'inProgress'] }] };

function requestsTab(
  key: string,
  title: string,
  direction: 'asc' | 'desc',
  dataScope?: object,
): Record<string, unknown> {
  return {
    key,
    title,
    blocks: [
      {
        key,
        type: 'table',
        collection: 'hxDataRequests',
        fields: ['kind', 'state', 'about', 'owner', 'reason', 'requestedAt'],
        settings: {
          pageSize: 20,
          sorting: [{ field: 'requestedAt', direction }],
          ...(dataScope ? { dataScope } : {}),
        },
        actions: ['filter', 'refresh'],
        recordActions: [
          {
            key: 'view',
            type: 'view',
            title: '查看',
            popup: {
              title: '个人信息请求',
              blocks: [
                {
                  key: 'details',
                  type: 'details',
                  resource: { binding: 'currentRecord' },
                  fields: [
                    'kind',
                    'about',
                    'owner',
                    'proposedValue',
                    'reason',
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

const TABS = ['open', 'all'];

/** 个人信息请求: what people ask about their own data, and the answers. */
export const dataRequestsPage: PageSeed = {
  key: 'foundation/data-requests',
  version: 2,
  layout: 'desktop',
  roles: ['hx-city', 'hx-official'],
  group: GROUP,
  item: { title: '个人信息请求', icon: 'FileProtectOutlined' },
  sort: 901,
  blueprint: { tabs: [requestsTab('open', '待办理', 'asc', OPEN), requestsTab('all', '全部', 'desc')] },
  ownBlocks: TABS.flatMap((tab) => [
    { tab, popup: `${tab}.view`, place: 'top' as const, use: 'HxProcessStepsBlockModel' },
    { tab, popup: `${tab}.view`, place: 'bottom' as const, use: 'HxHistoryBlockModel' },
  ]),
  ownActions: TABS.flatMap((block) => [
    { block, place: 'record' as const, use: 'HxTransitionActionModel' },
    { block: `${block}.view.details`, place: 'record' as const, use: 'HxTransitionActionModel' },
  ]),
};
