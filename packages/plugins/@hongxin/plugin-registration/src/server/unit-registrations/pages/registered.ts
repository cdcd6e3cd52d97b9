import { AREA_NAME, listPage, UNIT_NAME } from '../../common/pages';
import { unitRegistrations } from './list';

const WAITING = { key: 'waiting', states: ['submitted'], order: 'id' };

/** The community's list of units that register (desktop). */
export const unitsRegisteredPage = listPage({
  ...unitRegistrations,
  name: 'units-registered',
  version: 4,
  title: '单位报到',
  icon: 'ShopOutlined',
  sort: 205,
  fields: ['number', 'unit', 'state', 'area', 'serviceTeam', 'contributions', 'contactPhone', 'registeredOn'],
  tabs: [
    { ...WAITING, title: '待接收' },
    { key: 'onRoll', title: '在册', states: ['accepted', 'onRoll'], order: '-id' },
    { key: 'all', title: '全部', order: '-id' },
  ],
  sheet: {
    columns: [
      'number',
      UNIT_NAME,
      'state',
      AREA_NAME,
      'serviceTeam',
      'contactName',
      'contactPhone',
      'registeredOn',
      'receiptNumber',
    ],
  },
});

/** Units that wait for the community, on a phone. */
export const unitOfficialsMobilePage = listPage({
  ...unitRegistrations,
  name: 'mobile-units-to-accept',
  phone: true,
  roles: ['hx-official'],
  title: '单位报到',
  icon: 'ShopOutlined',
  sort: 231,
  fields: ['unit', 'area', 'serviceTeam', 'state', 'registeredOn'],
  tabs: [{ ...WAITING, title: '待接收单位' }],
});
