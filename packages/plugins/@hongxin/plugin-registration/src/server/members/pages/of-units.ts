import hxUnits from '../../units/collection';
import { listPage } from '../../common/pages';
import { membersOfUnits } from './list';

const WAITING = { key: 'waiting', title: '待确认', states: ['submitted'], order: 'consentAt' };
/** Members from Excel. */
const BULK = { key: 'bulk', title: '批量报到', block: 'HxMemberUploadBlockModel' };

/** The liaison's own unit: its members who register, and its record (desktop). */
export const unitRegistrationsPage = listPage({
  ...membersOfUnits,
  name: 'unit-registrations',
  version: 3,
  roles: ['hx-unit'],
  title: '本单位报到',
  icon: 'SolutionOutlined',
  sort: 220,
  fields: ['number', 'personName', 'state', 'position', 'phone', 'area', 'consentAt'],
  tabs: [
    WAITING,
    { key: 'all', title: '全部', order: '-consentAt' },
    BULK,
    {
      key: 'unit',
      title: '单位信息',
      collection: hxUnits,
      words: { edit: '编辑', save: undefined },
      fields: ['name', 'kind', 'partyOrganization', 'address', 'contactName', 'contactPhone', 'memberCount'],
      form: ['superior', 'partyOrganization', 'address', 'contactName', 'contactPhone', 'memberCount'],
      tools: ['refresh'],
      add: false,
      details: false,
    },
  ],
});

/** The liaison's queue on a phone. */
export const unitMobilePage = listPage({
  ...membersOfUnits,
  name: 'mobile-to-confirm',
  version: 3,
  phone: true,
  roles: ['hx-unit'],
  title: '待确认',
  icon: 'CheckCircleOutlined',
  sort: 220,
  fields: ['personName', 'position', 'area', 'state', 'consentAt'],
  tabs: [WAITING, BULK],
});
