import { ROLE_NAMES } from '@hongxin/plugin-foundation';
import { listPage } from '../../common/pages';

/** Everybody may be asked to review something: liaisons, experts and residents on their phones, officials on desks. */
const look = {
  roles: ROLE_NAMES,
  furtherRoles: true,
  icon: 'CheckSquareOutlined',
  tabs: [{ key: 'inbox', block: 'HxReviewInboxBlockModel' }],
} as const;

/** 我的待办 on a desk. */
export const inboxPage = listPage({ ...look, name: 'inbox', title: '我的待办', sort: 150 });

/** 待办: the first tab of the phone layout. */
export const mobileInboxPage = listPage({ ...look, name: 'mobile-inbox', phone: true, title: '待办', sort: 10 });
