import { listPage } from '../../common/pages';

/** 督办: for those in charge of an area. */
export const supervisionPage = listPage({
  name: 'supervision',
  title: '督办',
  icon: 'FieldTimeOutlined',
  sort: 151,
  tabs: [{ key: 'supervision', block: 'HxSupervisionBlockModel' }],
});
