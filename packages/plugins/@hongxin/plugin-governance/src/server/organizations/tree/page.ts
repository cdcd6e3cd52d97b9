import { listPage } from '../../common/pages';

/** 组织架构: the five-level tree. */
export const treePage = listPage({
  name: 'tree',
  title: '组织架构',
  icon: 'ApartmentOutlined',
  sort: 101,
  tabs: [{ key: 'main', block: 'HxOrganizationTreeBlockModel' }],
});
