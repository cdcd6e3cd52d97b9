import { AREA_NAME, listPage, UNIT_NAME } from '../../common/pages';
import { members } from './list';

/** What waits for a decision comes first. */
const WAITING = { key: 'waiting', title: '待接收', states: ['submitted', 'unitConfirmed'], order: 'consentAt' };

/** The community's list of members who register (desktop). */
export const memberRegistrationsPage = listPage({
  ...members,
  name: 'member-registrations',
  version: 4,
  title: '党员报到',
  icon: 'IdcardOutlined',
  sort: 200,
  fields: ['number', 'personName', 'state', 'phone', 'unit', 'homeArea', 'area', 'consentAt'],
  tabs: [
    WAITING,
    { key: 'onRoll', title: '在册', states: ['accepted', 'onRoll'], order: '-consentAt' },
    { key: 'all', title: '全部', order: '-consentAt' },
  ],
  sheet: {
    columns: [
      'number',
      'personName',
      'state',
      'phone',
      UNIT_NAME,
      'position',
      'homeArea.name',
      AREA_NAME,
      'receiptNumber',
      'receiptAt',
    ],
  },
});

/** What waits for the community, on a phone. */
export const officialMobilePage = listPage({
  ...members,
  name: 'mobile-to-accept',
  phone: true,
  roles: ['hx-official'],
  title: '待接收',
  icon: 'IdcardOutlined',
  sort: 230,
  fields: ['personName', 'unit', 'homeArea', 'state', 'consentAt'],
  tabs: [WAITING],
});
