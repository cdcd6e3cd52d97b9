import type { PageSeed } from '@hongxin/plugin-foundation';
import { CLAIMS } from '../../constants';
import { claimButtons, detailsAction, listTab } from '../../common/pages/list-parts';
import { needsToClaim } from '../../needs/page';
import { ownPartsOf } from '../../common/pages/parts';

/** Posts and projects near me that look for people, and the needs they are to meet (phone). */
export const openPostsPage: PageSeed = {
  key: 'registration/mobile-open-posts',
  version: 2,
  layout: 'mobile',
  roles: ['hx-member'],
  item: { title: '服务岗位', icon: 'HeartOutlined' },
  sort: 190,
  blueprint: {
    tabs: [
      { key: 'open', title: '服务岗位', blocks: [] },
      needsToClaim('居民需求', ['published', 'claimed', 'inProgress']),
    ],
  },
  ownBlocks: [{ tab: 'open', place: 'top', use: 'HxOpenPostsBlockModel' }],
  ownActions: claimButtons('needs'),
};

const parts = ownPartsOf('claims', 'claims');

/** My hours, and my claims with check-in, check-out and hours entered afterwards (phone). */
export const myServicePage: PageSeed = {
  key: 'registration/mobile-my-service',
  version: 1,
  layout: 'mobile',
  roles: ['hx-member'],
  item: { title: '我的服务', icon: 'FieldTimeOutlined' },
  sort: 195,
  blueprint: {
    tabs: [
      listTab({
        key: 'claims',
        title: '我的服务',
        collection: CLAIMS,
        states: [],
        fields: ['state', 'post', 'project', 'area', 'claimedAt'],
        sort: 'id',
        direction: 'desc',
        isPhone: true,
        recordActions: [
          detailsAction('认领详情', [
            { key: 'claim', title: '认领', fields: ['state', 'post', 'project', 'area', 'claimedAt'] },
            { key: 'service', title: '服务', fields: ['checkedInAt', 'checkedOutAt', 'serviceContent'] },
          ]),
        ],
      }),
    ],
  },
  ownBlocks: [{ tab: 'claims', place: 'top', use: 'HxMyHoursBlockModel' }, ...parts.ownBlocks],
  ownActions: parts.ownActions,
};
