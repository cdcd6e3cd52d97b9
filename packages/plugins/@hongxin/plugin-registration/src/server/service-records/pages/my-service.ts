import hxClaims from '../../claims/collection';
import { claimProcess } from '../../claims/process';
import { listPage } from '../../common/pages';
import { needsToClaim } from '../../needs/page';

/** Posts and projects near me that look for people, and the needs they are to meet (phone). */
export const openPostsPage = listPage({
  name: 'mobile-open-posts',
  version: 2,
  phone: true,
  roles: ['hx-member'],
  title: '服务岗位',
  icon: 'HeartOutlined',
  sort: 190,
  tabs: [
    { key: 'open', block: 'HxOpenPostsBlockModel' },
    { ...needsToClaim, key: 'needs', title: '居民需求', states: ['published', 'claimed', 'inProgress'] },
  ],
});

const FIELDS = ['state', 'post', 'project', 'area', 'claimedAt'];

/** My hours, and my claims with check-in, check-out and hours entered afterwards (phone). */
export const myServicePage = listPage({
  name: 'mobile-my-service',
  phone: true,
  roles: ['hx-member'],
  title: '我的服务',
  icon: 'FieldTimeOutlined',
  sort: 195,
  collection: hxClaims,
  process: claimProcess,
  above: 'HxMyHoursBlockModel',
  fields: FIELDS,
  order: '-id',
  details: [
    { key: 'claim', title: '认领', fields: FIELDS },
    { key: 'service', title: '服务', fields: ['checkedInAt', 'checkedOutAt', 'serviceContent'] },
  ],
  tabs: [{ key: 'claims' }],
});
