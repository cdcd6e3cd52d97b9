import { blockPage } from '../../common/pages/block-page';

/** 组织架构: the five-level tree. */
export const treePage = blockPage('tree', '组织架构', 'ApartmentOutlined', 101, 'HxOrganizationTreeBlockModel');
