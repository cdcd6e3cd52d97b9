import { listPage } from '../../common/pages';

/** A member's own page on a phone: registration, claims, hours, certificates; who has not registered begins here. */
export const memberHomePage = listPage({
  name: 'mobile-member-home',
  phone: true,
  roles: ['hx-member'],
  title: '我的',
  icon: 'UserOutlined',
  sort: 199,
  tabs: [{ key: 'home', block: 'HxMemberHomeBlockModel' }],
});
