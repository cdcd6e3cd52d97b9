import { ROLE_NAMES } from '../domain';
import { listPage } from './house';

const title = '我的数据';
const tabs = [{ key: 'main', block: 'HxMyDataBlockModel' }];

/** 我的数据 at a desk, for those who work there. */
export const myDataPage = listPage({ name: 'my-data', title, icon: 'UserOutlined', sort: 902, tabs });

/** 我的数据 on the phone, for everybody. */
export const mobileMyDataPage = listPage({
  name: 'mobile-my-data',
  phone: true,
  roles: ROLE_NAMES,
  furtherRoles: true,
  title,
  icon: 'SafetyOutlined',
  sort: 900,
  tabs,
});
